import type { Command } from "commander";
import { readRequest, type WrittenOptions } from "../county/request.js";
import { runCounty } from "../county/runCounty.js";
import { untilInterrupted } from "../terminal/interruption.js";
import { printIssues } from "../terminal/printIssues.js";
import { printNotes } from "../terminal/printNotes.js";
import { printSummary } from "../terminal/printSummary.js";
import { startProgress } from "../terminal/progress.js";

/** `eldercare demo`: the main job for a county, on a synthetic register or the caller's own. */
export function addRunCommands(program: Command): void {
  program
    .command("demo")
    .description("全流程：政策 → 认定 → 测算 → 排班 → 报告（城口县） / the main job, end to end, for Chengkou County")
    .requiredOption("--data <dir>", "区划和服务目录所在文件夹 / folder with areas and the service catalogue")
    .option("--people <n>", "合成花名册人数，1 至 100000 / size of the synthetic register", "5000")
    .option("--seed <n>", "随机种子 / seed of everything random", "1")
    .option("--on <date>", "认定日期 / date asked about", "2026-11-21")
    .option("--seconds <s>", "排班搜索时间，秒（默认 20） / search time in seconds (20)")
    .option("--iterations <n>", "每支队伍的搜索次数（结果逐字节可重复） / iterations a team: the same bytes every time")
    .option("--register <dir>", "自己的花名册文件夹 / folder with your own register")
    .option("--pack <file>", "自己的政策包 / your own policy pack")
    .option("--overlay <file...>", "待定参数取值文件 / values for open parameters")
    .option("--skip-bad-rows", "跳过有错的行 / leave out rows with errors")
    .option("--out <dir>", "输出文件夹 / output folder", "out")
    .action(async (options: WrittenOptions) => {
      const request = readRequest(options);
      const progress = startProgress();
      try {
        const { summary, remarks, notes } = await untilInterrupted(() => runCounty(request, progress));
        if (remarks.length > 0) process.stderr.write(`${printIssues(remarks)}\n`);
        process.stdout.write(printSummary(summary, request.out));
        process.stdout.write(printNotes(notes, `${request.out}/notes.csv`));
      } catch (error) {
        progress.stop();
        throw error;
      }
    });
}

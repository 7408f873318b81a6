import type { Command } from "commander";
import { type IdentifyOptions, readIdentifyRequest } from "../identify/identifyRequest.js";
import { printOutreach, printPerson } from "../identify/printOutreach.js";
import { runIdentify } from "../identify/runIdentify.js";
import { usualDate } from "../pack/dateOption.js";
import { printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { untilInterrupted } from "../terminal/interruption.js";
import { printIssues } from "../terminal/printIssues.js";
import { startProgress } from "../terminal/progress.js";

async function identify(options: IdentifyOptions): Promise<void> {
  const request = readIdentifyRequest(options);
  const { since, on, out } = request;
  const progress = startProgress();
  try {
    const { packs, people, summary, visits, first, placeName, written, skipped, illustrative } = await runIdentify(request, progress);
    if (skipped.length > 0) process.stderr.write(`${printIssues(skipped)}\n`);
    if (options.json === true) {
      const due = visits === undefined ? {} : { visits };
      process.stdout.write(printJson({ since, on, packs, illustrative, registered: people, ...summary, ...due }));
      return;
    }
    const example = illustrative ? "；部分结论使用示例参数 / some answers rest on example values" : "";
    process.stdout.write(`${packs.join("，")} · ${since} → ${on}：${people} 人 / people${example}\n${printOutreach(summary, visits)}`);
    if (first.length > 0) process.stdout.write(`\n${first.map((person) => printPerson(person, placeName)).join("")}`);
    if (written > first.length) process.stdout.write(`… 共 ${written} 人 / ${written} people in all\n`);
    if (out !== undefined) process.stdout.write(`${written} 人 / people → ${out.file}\n`);
  } catch (error) {
    progress.stop();
    throw error;
  }
}

/** `eldercare identify`: who newly gains or loses what, and whom to call, from two snapshots of a register. */
export function addIdentifyCommand(program: Command): void {
  program
    .command("identify")
    .description(
      "动态识别（服务找人）：比较两期花名册，列出新符合、不再符合、需询问和应探访的人员 / two snapshots of a register: who gains, loses, is to be asked or visited",
    )
    .requiredOption("--before <dir>", "上一期花名册文件夹 / folder with the earlier register")
    .requiredOption("--after <dir>", "本期花名册文件夹 / folder with the later register")
    .option("--on <date>", "本期认定日期 / date asked about the later register", usualDate)
    .option("--since <date>", "上一期认定日期（默认与本期相同） / date asked about the earlier one (the same, unless given)")
    .option("--data <dir>", "区划文件夹（花名册中没有区划表时） / folder with areas, where the registers have none")
    .option("--pack <file>", "政策包（默认城口县） / policy pack (Chengkou County, unless given)")
    .option("--parent <file>", "上级政策包，可重复 / a pack that it stands on; may be repeated", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件，可重复 / values for open parameters; may be repeated", repeatable, [])
    .option("--rule <id>", "只看这条规则，可重复 / this rule only; may be repeated", repeatable, [])
    .option("--visits <file>", "探访记录，.csv 或 .jsonl / log of visits, .csv or .jsonl")
    .option("--visit-service <id>", "属于探访的服务，如 regularVisit，可重复 / a service that is a visit; may be repeated", repeatable, [])
    .option("--channel <channel>", "算作探访的方式，可重复（默认全部） / a channel that counts; may be repeated (all, unless given)", repeatable, [])
    .option("--through <date>", "探访名单截止日期（默认一个月后） / last day of the visit list (a month later, unless given)")
    .option("--out <file>", "名单文件，.csv 或 .jsonl / file for the list, .csv or .jsonl")
    .option("--show <n>", "在终端显示的人数 / people shown at the terminal", "10")
    .option("--skip-bad-rows", "跳过有错的行 / leave out rows with errors")
    .option("--json", "以 JSON 输出汇总 / print the summary as JSON")
    .action((options: IdentifyOptions) => untilInterrupted(() => identify(options)));
}

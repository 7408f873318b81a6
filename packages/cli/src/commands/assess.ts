import type { Command } from "commander";
import { printRuleCounts } from "../assess/ruleCounts.js";
import { type AssessRequest, runAssess } from "../assess/runAssess.js";
import { OptionReading } from "../county/optionReading.js";
import { usualDate } from "../pack/dateOption.js";
import { printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { untilInterrupted } from "../terminal/interruption.js";
import { printIssues } from "../terminal/printIssues.js";
import { startProgress } from "../terminal/progress.js";

interface AssessOptions {
  readonly register?: string;
  readonly people?: string;
  readonly data?: string;
  readonly pack?: string;
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly on: string;
  readonly rule: readonly string[];
  readonly out?: string;
  readonly all?: boolean;
  readonly skipBadRows?: boolean;
  readonly json?: boolean;
}

function readRequest(options: AssessOptions): AssessRequest {
  const reading = new OptionReading();
  const on = reading.date("--on", options.on);
  const { out, register, people } = options;
  if (register === undefined && people === undefined)
    reading.refuse("--register", "", "花名册文件夹，或用 --people 指定 .jsonl 文件", "the folder of a register, or a .jsonl file as --people");
  if (people !== undefined && /\.(?:csv|xlsx?|et|json)$/i.test(people))
    reading.refuse(
      "--people",
      people,
      "JSON Lines 文件（.jsonl，一行一人）；表格另存为 people.csv，与其他表放在一个文件夹，用 --register 指定该文件夹",
      "a JSON Lines file (.jsonl, one person a line); save a table as people.csv in the folder of a register, and name that with --register",
    );
  const format = out === undefined ? undefined : /\.(csv|jsonl)$/i.exec(out)?.[1]?.toLowerCase();
  if (out !== undefined && format === undefined) reading.refuse("--out", out, ".csv 或 .jsonl 文件", "a file ending in .csv or .jsonl");
  reading.requireSound();
  return {
    on,
    register,
    people,
    data: options.data,
    pack: options.pack,
    parents: options.parent,
    overlays: options.overlay,
    rules: options.rule,
    out: out === undefined ? undefined : { file: out, format: format === "csv" ? "csv" : "jsonl" },
    all: options.all === true,
    skipBadRows: options.skipBadRows === true,
  };
}

async function assess(options: AssessOptions): Promise<void> {
  const request = readRequest(options);
  const progress = startProgress();
  try {
    const { counts, rules, subjects, written, skipped, skippedRows, packs, illustrative } = await runAssess(request, progress);
    if (skipped.length > 0) process.stderr.write(`${printIssues(skipped)}\n`);
    if (options.json === true) {
      process.stdout.write(printJson({ on: request.on, packs, illustrative, subjects, written, skipped: skippedRows, rules: counts }));
      return;
    }
    const example = illustrative ? "；部分结论使用示例参数 / some answers rest on example values" : "";
    const left = skippedRows === 0 ? "" : `，跳过 ${skippedRows} 条 / ${skippedRows} left out`;
    process.stdout.write(`${packs.join("，")} · ${request.on}：${subjects} 条记录 / records${left}${example}\n${printRuleCounts(counts, rules)}`);
    if (request.out !== undefined) process.stdout.write(`${written} 项结论 / decisions → ${request.out.file}\n`);
  } catch (error) {
    progress.stop();
    throw error;
  }
}

/** `eldercare assess`: who is owed what, from a register of any size. */
export function addAssessCommand(program: Command): void {
  program
    .command("assess")
    .description("资格认定：按政策包认定花名册中的人员和设施 / who is owed what: a register under a pack")
    .option("--register <dir>", "花名册文件夹 / folder with a register")
    .option("--people <file>", "人员文件（.jsonl，逐行读取，可以很大） / people as JSON Lines, read line by line: as many as you like")
    .option("--data <dir>", "区划文件夹（花名册中没有区划表时） / folder with areas, where the register has none")
    .option("--pack <file>", "政策包（默认城口县） / policy pack (Chengkou County, unless given)")
    .option("--parent <file>", "上级政策包，可重复 / a pack that it stands on; may be repeated", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件，可重复 / values for open parameters; may be repeated", repeatable, [])
    .option("--on <date>", "认定日期 / date asked about", usualDate)
    .option("--rule <id>", "只认定这条规则，可重复 / this rule only; may be repeated", repeatable, [])
    .option("--out <file>", "结论文件，.csv 或 .jsonl / file for the decisions, .csv or .jsonl")
    .option("--all", "不符合的也写入文件 / write denied decisions too")
    .option("--skip-bad-rows", "跳过有错的行 / leave out rows with errors")
    .option("--json", "以 JSON 输出人数 / print the counts as JSON")
    .action((options: AssessOptions) => untilInterrupted(() => assess(options)));
}

import { EldercareError } from "@eldercare/core";
import { comparePacks } from "@eldercare/rules/compare";
import type { Command } from "commander";
import pc from "picocolors";
import { requirePackFor } from "../county/loadPolicy.js";
import { OptionReading } from "../county/optionReading.js";
import { reportPackCommand } from "../pack/codes.js";
import { usualDate } from "../pack/dateOption.js";
import { loadPopulation } from "../pack/loadPopulation.js";
import { readOverlays, readSoundPack } from "../pack/packFile.js";
import { printComparison } from "../pack/printComparison.js";
import { printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { untilInterrupted } from "../terminal/interruption.js";
import { printIssues } from "../terminal/printIssues.js";

interface DiffOptions {
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly register?: string;
  readonly data?: string;
  readonly people: string;
  readonly seed: string;
  readonly on: string;
  readonly first: string;
  readonly skipBadRows?: boolean;
  readonly json?: boolean;
}

const mostPeople = 1_000_000;
const mostFirst = 100_000;

async function diff(beforeFile: string, afterFile: string, options: DiffOptions): Promise<void> {
  const reading = new OptionReading();
  const on = reading.date("--on", options.on);
  const people = reading.whole("--people", options.people, 1, mostPeople, "人");
  const seed = reading.seed(options.seed);
  const mostIds = reading.whole("--first", options.first, 0, mostFirst, "个");
  reading.requireSound();
  const before = await readSoundPack(beforeFile, options.parent);
  const after = await readSoundPack(afterFile, options.parent);
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    if (other.parents.some(({ id }) => id === one.pack.id))
      throw new EldercareError([
        reportPackCommand("PACK_OF_OTHER_TIER", "", { seen: one.pack.id, values: { below: other.pack.id }, at: { file: one.file.file } }),
      ]);
  const overlays = await readOverlays(options.overlay);
  const { register, data, skipBadRows = false } = options;
  const population = await loadPopulation({ register, data, people, seed, on, skipBadRows });
  if (population !== undefined && population.skipped.length > 0) process.stderr.write(`${printIssues(population.skipped)}\n`);
  const known = population?.register ?? {};
  if (known.areas !== undefined) for (const { pack, file } of [before, after]) requirePackFor({ pack }, known.areas, file.file);
  const comparison = comparePacks(before.pack, after.pack, { on, parents: after.parents, overlays, mostIds, population: known });
  const synthetic = population?.synthetic === true;
  if (options.json === true) {
    process.stdout.write(printJson({ before: before.file.file, after: after.file.file, synthetic, ...comparison }));
    return;
  }
  const version = ({ pack }: typeof before): string => `${pack.id} ${pack.version}`;
  process.stdout.write(`${pc.bold(`${version(before)} → ${version(after)}`)} ${pc.dim(on)}\n${printComparison(comparison)}`);
  if (synthetic) process.stdout.write(pc.yellow("花名册为合成数据，人数不代表实际 / the register is synthetic: its numbers stand for nobody\n"));
  if (population === undefined)
    process.stdout.write("没有给出花名册，只比较文本；加 --register 或 --data 查看影响 / texts only; add --register or --data to see for whom\n");
}

/** `eldercare pack diff`: what a new version of a pack changes, in its text and for whom. */
export function addPackDiff(pack: Command): void {
  pack
    .command("diff <before> <after>")
    .description("比较政策包的两个版本：文本改了什么，影响哪些人 / compare two versions of a pack: what changes, and for whom")
    .option("--register <dir>", "花名册文件夹 / folder with a register")
    .option("--data <dir>", "区划文件夹；没有花名册时据此生成合成花名册 / folder with areas; without a register, people are made up over them")
    .option("--people <n>", "合成花名册人数 / size of the synthetic register", "5000")
    .option("--seed <n>", "随机种子 / seed of everything random", "1")
    .option("--parent <file>", "上级政策包，可重复 / a pack that both stand on; may be repeated", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件，可重复 / values for open parameters; may be repeated", repeatable, [])
    .option("--on <date>", "认定日期 / date asked about", usualDate)
    .option("--first <n>", "每种变化列出前几个编号 / how many ids to list for each change", "10")
    .option("--skip-bad-rows", "跳过花名册中有错的行 / leave out rows with errors")
    .option("--json", "输出 JSON / print JSON")
    .action((before: string, after: string, options: DiffOptions) => untilInterrupted(() => diff(before, after, options)));
}

import { analysePack, type Finding } from "@eldercare/rules/analyse";
import type { Command } from "commander";
import pc from "picocolors";
import { readDateAsked, usualDate } from "../pack/dateOption.js";
import { inPackFile, readOverlays, readSoundPack } from "../pack/packFile.js";
import { findingJson, printFindings, printJson } from "../pack/printFindings.js";
import { printWitness } from "../pack/printWitness.js";
import { repeatable } from "../pack/repeatable.js";

interface AnalyseOptions {
  readonly parent: readonly string[];
  readonly overlay: readonly string[];
  readonly on: string;
  readonly json?: boolean;
}

/** Who shows a finding: a synthetic record, and those on either side of a gap. */
function witnessLines({ witness, neighbours }: Finding): string {
  const shown = [
    ...(witness === undefined ? [] : [["如", "for example", witness] as const]),
    ...(neighbours === undefined ? [] : [["低侧", "below", neighbours.lower] as const, ["高侧", "above", neighbours.higher] as const]),
  ];
  return shown.map(([zh, en, each]) => `    ${zh} ${pc.dim(`${en}:`)} ${printWitness(each)}\n`).join("");
}

/** `eldercare pack analyse`: what a pack says twice, never, or against itself, each with a witness. */
export function addPackAnalyse(pack: Command): void {
  pack
    .command("analyse <file>")
    .description("分析政策包：重叠、永不成立的条件、空档、矛盾，各举一例 / overlaps, dead conditions, gaps, contradictions, each with a witness")
    .option("--parent <file>", "上级政策包 / packs that it stands on", repeatable, [])
    .option("--overlay <file>", "待定参数取值文件 / values for open parameters", repeatable, [])
    .option("--on <date>", "查看日期 / date looked at", usualDate)
    .option("--json", "输出 JSON / print JSON")
    .action(async (path: string, options: AnalyseOptions) => {
      const on = readDateAsked(options.on);
      const { pack: sound, parents, file } = await readSoundPack(path, options.parent);
      const overlays = await readOverlays(options.overlay);
      const { findings, undecided, exact } = inPackFile(file, () => analysePack(sound, { parents, overlays, on }));
      if (options.json === true) {
        const [shown, open] = [file.place(findings).map(findingJson), file.place(undecided).map(findingJson)];
        process.stdout.write(printJson({ file: file.file, on, exact, findings: shown, undecided: open }));
        return;
      }
      for (const finding of [...file.place(findings), ...file.place(undecided)])
        process.stdout.write(printFindings([finding]) + witnessLines(finding));
      const scope = exact
        ? "所有问题都已判定，未列出的即不存在 / every question was decided: what is not listed is not there"
        : `${undecided.length} 个问题未能判定 / ${undecided.length} questions were not decided`;
      process.stdout.write(`${file.file}（${on}）: ${findings.length} 条发现 / ${findings.length} findings。${scope}\n`);
      if (findings.some(({ witness }) => witness !== undefined)) process.stdout.write("举例均为合成数据 / examples are synthetic\n");
    });
}

import { join } from "node:path";
import { EldercareError } from "@eldercare/core";
import { type CasesReport, type MutationReport, mutatePack, type PolicyCase, testPack } from "@eldercare/rules/testing";
import type { Command } from "commander";
import pc from "picocolors";
import { statusWords } from "../output/words.js";
import { reportPackCommand } from "../pack/codes.js";
import { inPackFile, readPackFile, readSoundPack } from "../pack/packFile.js";
import { findingJson, printFindings, printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { badInput } from "../terminal/exitStatus.js";

interface TestOptions {
  readonly cases?: string;
  readonly parent: readonly string[];
  readonly mutation?: boolean;
  readonly coverage?: boolean;
  readonly json?: boolean;
}

const percent = (part: number, whole: number): string => (whole === 0 ? "—" : `${Math.floor((100 * part) / whole)}%`);

/** One figure of the report: Chinese, English, how many of how many. */
const line = (zh: string, en: string, part: number, whole: number): string =>
  `  ${zh} ${pc.dim(en)}  ${part} / ${whole}（${percent(part, whole)}）\n`;

/** An answer, or several of which one is enough, in Chinese. */
const answerWords = (group: string): string =>
  group === "any"
    ? "任何结论"
    : group
        .split("/")
        .map((status) => statusWords[status as keyof typeof statusWords])
        .join("／");

const uncoveredText = ({ uncovered }: CasesReport): string =>
  uncovered.map(({ rule, lacks }) => `! ${rule}: 没有情形得出${lacks.map(answerWords).join("、")} / no case shows ${lacks.join(", ")}\n`).join("");

function summaryText(report: CasesReport, mutation: MutationReport | undefined): string {
  const { conditions, uncovered, answers } = report;
  return [
    line("规则：各种结论都有情形", "rules shown in every answer", answers.length - uncovered.length, answers.length),
    line("条件：真假都有情形", "parts of conditions seen both ways", conditions.seenBothWays, conditions.parts),
    ...(mutation === undefined ? [] : [line("改动：有情形能发现", "small changes noticed", mutation.noticed, mutation.tried)]),
  ].join("");
}

/** `eldercare pack test`: the cases of a pack, what they show, and what they would not notice. */
export function addPackTest(pack: Command): void {
  pack
    .command("test <file>")
    .description("运行政策包的情形（同一文件夹的 cases.json） / run the cases beside the pack")
    .option("--cases <file>", "情形文件 / file of cases")
    .option("--parent <file>", "上级政策包 / packs that it stands on", repeatable, [])
    .option("--coverage", "逐条列出没有情形覆盖的条件 / list the parts of conditions that no case shows")
    .option("--mutation", "逐一改动数字和条件，看情形能否发现 / change numbers and conditions one by one: does a case notice?")
    .option("--json", "输出 JSON / print JSON")
    .action(async (path: string, options: TestOptions) => {
      const { pack: sound, parents, file } = await readSoundPack(path, options.parent);
      const besides = file.folder === undefined ? undefined : join(file.folder, "cases.json");
      const casesPath = options.cases ?? besides;
      if (casesPath === undefined) throw new EldercareError([reportPackCommand("CASES_NOT_GIVEN", "/cases", { seen: sound.id })]);
      const caseFile = await readPackFile(casesPath, "cases.json");
      const cases = caseFile.json as readonly PolicyCase[];
      const report = inPackFile(caseFile, () => testPack(sound, cases, parents));
      const mutation = options.mutation === true ? inPackFile(caseFile, () => mutatePack(sound, cases, parents)) : undefined;
      const failures = caseFile.place(report.failures);
      const [unseen, unnoticed] = [file.place(report.conditions.unseen), file.place(mutation?.unnoticed ?? [])];
      const passed = report.expectations - failures.length;
      if (options.json === true) {
        const { conditions, ...rest } = report;
        const counts = { parts: conditions.parts, seenBothWays: conditions.seenBothWays, unseen: unseen.map(findingJson) };
        const changes = mutation === undefined ? {} : { mutation: { ...mutation, unnoticed: unnoticed.map(findingJson) } };
        process.stdout.write(printJson({ file: file.file, ...rest, failures: failures.map(findingJson), conditions: counts, ...changes }));
      } else {
        process.stdout.write(printFindings(failures) + uncoveredText(report));
        if (options.coverage === true) process.stdout.write(printFindings(unseen));
        process.stdout.write(`${printFindings(unnoticed)}${summaryText(report, mutation)}${passed} passed, ${failures.length} failed\n`);
      }
      if (failures.length > 0) process.exitCode = badInput;
    });
}

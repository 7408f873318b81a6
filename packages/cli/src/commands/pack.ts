import { dirname, join } from "node:path";
import { lintPack, type Pack, type PolicyCase, requireSound, testPack } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import packSchema from "@eldercare/rules/schema/pack.schema.json" with { type: "json" };
import type { Command } from "commander";
import { inFile, readJson } from "../county/readJson.js";
import { badInput } from "../terminal/exitStatus.js";
import { printIssues } from "../terminal/printIssues.js";

const parentsOf = (json: unknown): readonly Pack[] => ((json as { id?: unknown } | null)?.id === national.id ? [] : [national]);

/** `eldercare pack …`: tools for those who write policy packs. */
export function addPackCommands(program: Command): void {
  const pack = program.command("pack").description("政策包工具 / tools for policy packs");

  pack
    .command("lint <file>")
    .description("检查政策包 / check a pack: shape, names, types, what is open or unused")
    .action(async (file: string) => {
      const json = await readJson(file);
      const issues = lintPack(json, parentsOf(json)).map((issue) => ({ ...issue, at: { file } }));
      const errors = issues.filter((issue) => issue.severity === "error").length;
      if (issues.length > 0) process.stdout.write(`${printIssues(issues)}\n`);
      process.stdout.write(`${file}: ${errors} 处错误，共 ${issues.length} 条 / ${errors} errors, ${issues.length} findings\n`);
      if (errors > 0) process.exitCode = badInput;
    });

  pack
    .command("test <file>")
    .description("运行政策包的情形（同一文件夹的 cases.json） / run the cases beside the pack")
    .option("--cases <file>", "情形文件 / file of cases")
    .action(async (file: string, { cases }: { cases?: string }) => {
      const json = await readJson(file);
      const sound = inFile(file, () => requireSound(json, parentsOf(json)));
      const caseFile = cases ?? join(dirname(file), "cases.json");
      const situations = (await readJson(caseFile)) as readonly PolicyCase[];
      const report = inFile(caseFile, () => testPack(sound, situations, parentsOf(json)));
      if (report.failures.length > 0)
        process.stdout.write(`${printIssues(report.failures.map((issue) => ({ ...issue, at: { file: caseFile } })))}\n`);
      for (const { rule, lacks } of report.uncovered)
        process.stdout.write(`! ${rule}: 没有情形得出 ${lacks.join("、")} / no case shows ${lacks.join(", ")}\n`);
      process.stdout.write(`${report.expectations - report.failures.length} passed, ${report.failures.length} failed\n`);
      if (report.failures.length > 0) process.exitCode = badInput;
    });

  pack
    .command("schema")
    .description("输出政策包的 JSON Schema / print the JSON Schema of packs")
    .action(() => {
      process.stdout.write(`${JSON.stringify(packSchema, null, 2)}\n`);
    });
}

import { lintPack } from "@eldercare/rules/lint";
import type { Command } from "commander";
import { readPackFile, readParents } from "../pack/packFile.js";
import { findingJson, printFindings, printJson } from "../pack/printFindings.js";
import { repeatable } from "../pack/repeatable.js";
import { badInput } from "../terminal/exitStatus.js";

interface LintOptions {
  readonly parent: readonly string[];
  readonly json?: boolean;
}

/** `eldercare pack lint`: everything that can be said of a pack without asking about anybody. */
export function addPackLint(pack: Command): void {
  pack
    .command("lint <file>")
    .description("检查政策包：格式、名称、类型、待定和未使用的内容 / check a pack: shape, names, types, what is open or unused")
    .option(
      "--parent <file>",
      "上级政策包（随程序提供的自动加载） / packs that it stands on (those that come with the program are there already)",
      repeatable,
      [],
    )
    .option("--json", "输出 JSON / print JSON")
    .action(async (path: string, { parent, json }: LintOptions) => {
      const file = await readPackFile(path);
      const issues = file.place(lintPack(file.json, await readParents(file.json, parent)));
      const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
      const errors = count("error");
      process.stdout.write(
        json === true
          ? printJson({ file: file.file, errors, warnings: count("warning"), notes: count("note"), findings: issues.map(findingJson) })
          : `${printFindings(issues)}${file.file}: ${errors} 处错误，共 ${issues.length} 条 / ${errors} errors, ${issues.length} findings\n`,
      );
      if (errors > 0) process.exitCode = badInput;
    });
}

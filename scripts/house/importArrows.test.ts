import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { toolFile } from "../tool.mjs";
import { packageFolders, root } from "../workspace.mjs";

const refusedImports: readonly (readonly [arrow: string, file: string, specifiers: readonly string[]])[] = [
  [
    "core imports none of ours",
    "packages/core/src/staffing/probe.ts",
    ["@eldercare/rules", "@eldercare/scheduler", "@eldercare/cli", "@eldercare/core", "../../../rules/src/index.js", "../../../cli"],
  ],
  [
    "rules imports core only",
    "packages/rules/src/assess/probe.ts",
    [
      "@eldercare/scheduler",
      "@eldercare/cli",
      "@eldercare/bench",
      "@eldercare/core/src/index.js",
      "../../../scheduler/src/index.js",
      "../../../core/src/time/civilDate.js",
      "../../../../packages/core/src/index.js",
    ],
  ],
  [
    "scheduler imports core only",
    "packages/scheduler/src/improve/probe.ts",
    ["@eldercare/rules", "@eldercare/rules/packs/cn", "@eldercare/cli", "../../../rules/src/index.js", "../../../rules/packs/cn/pack.json"],
  ],
  [
    "the checker shares nothing with the solver",
    "packages/scheduler/src/verify/probe.ts",
    [
      "../improve/ruin/strings.js",
      "../construct/insert.js",
      "../evaluate/segment.js",
      "../explain/unassigned.js",
      "../features/skills/search.js",
      "../index.js",
      "@eldercare/rules",
      "../../../rules/src/index.js",
    ],
  ],
  [
    "the checker of pairings shares nothing with the search",
    "packages/scheduler/src/pairing/verify/probe.ts",
    ["../search/eligible.js", "../explain/standing.js", "../pair.js", "../../improve/random.js", "../../verify/verify.js", "@eldercare/rules"],
  ],
  [
    "an analysis shares nothing with the solver",
    "packages/scheduler/src/advise/analysis/probe.ts",
    ["../desk/adviser.js", "../../evaluate/evaluate.js", "../../linked/linkedState.js", "../../features/skills/search.js", "@eldercare/rules"],
  ],
  [
    "the check half of a feature shares nothing with the solver",
    "packages/scheduler/src/features/skills/check.ts",
    ["./search.js", "../breaks/search.js", "../../evaluate/segment.js", "../../improve/accept/annealing.js", "@eldercare/rules"],
  ],
  [
    "the checker of sites shares nothing with their search",
    "packages/scheduler/src/siting/check/probe.ts",
    ["../siteSearch.js", "../compileSiting.js", "../site.js", "../../improve/random.js", "@eldercare/rules"],
  ],
  [
    "cli imports published entry points",
    "packages/cli/src/pipeline/probe.ts",
    [
      "@eldercare/bench",
      "@eldercare/core/src/index.js",
      "@eldercare/scheduler/dist/index.js",
      "../../../core/src/index.js",
      "../../../../examples/data/a.js",
    ],
  ],
  ["bench imports published entry points", "packages/bench/src/rules/probe.ts", ["@eldercare/rules/src/index.js", "../../../rules/src/index.js"]],
  [
    "examples import published entry points",
    "examples/01-probe.ts",
    ["@eldercare/bench", "@eldercare/core/src/time/civilDate.js", "../packages/core/src/index.js", "../scripts/workspace.mjs"],
  ],
  ["nobody imports the benchmarks", "scripts/probe.mjs", ["@eldercare/bench", "../packages/bench/src/index.js"]],
];

const allowedImports: readonly (readonly [file: string, specifiers: readonly string[]])[] = [
  ["packages/core/src/staffing/probe.ts", ["date-fns", "../time/civilDate.js", "node:fs"]],
  ["packages/rules/src/assess/probe.ts", ["@eldercare/core", "../logic/scope.js", "../../packs/cn/pack.json"]],
  ["packages/scheduler/src/improve/probe.ts", ["@eldercare/core", "../model/problem.js", "../verify/verify.js"]],
  [
    "packages/scheduler/src/verify/probe.ts",
    [
      "@eldercare/core",
      "../model/problem.js",
      "../travel/matrix.js",
      "../errors/codes.js",
      "../features/skills/check.js",
      "../features/checks.js",
      "./times.js",
    ],
  ],
  [
    "packages/scheduler/src/advise/analysis/probe.ts",
    ["@eldercare/core", "../../model/problem.js", "../../verify/checkPlan.js", "../../features/skills/check.js", "./figures.js"],
  ],
  ["packages/scheduler/src/verify/probe.test.ts", ["../improve/solve.js"]],
  ["packages/scheduler/src/features/skills/check.ts", ["@eldercare/core", "../../model/problem.js", "./levels.js"]],
  [
    "packages/scheduler/src/siting/check/probe.ts",
    ["@eldercare/core", "../problem.js", "../codes.js", "../../travel/straightLine.js", "./distance.js"],
  ],
  [
    "packages/cli/src/pipeline/probe.ts",
    ["@eldercare/core", "@eldercare/rules", "@eldercare/scheduler", "@eldercare/rules/packs/cn-500229-chengkou", "../register/readRegister.js"],
  ],
  [
    "examples/01-probe.ts",
    [
      "@eldercare/core",
      "@eldercare/rules/packs/cn",
      "@eldercare/scheduler/siting",
      "@eldercare/scheduler/advise",
      "@eldercare/cli",
      "./data/chengkou.js",
    ],
  ],
];

const otherRules: readonly (readonly [rule: string, file: string, code: string])[] = [
  ["noConsole", "packages/core/src/staffing/loud.ts", `console.log("x");`],
  ["noConsole", "packages/rules/src/assess/loud.ts", `console.log("x");`],
  ["noConsole", "packages/scheduler/src/improve/loud.ts", `console.log("x");`],
  ["noExplicitAny", "packages/core/src/staffing/vague.ts", "export const x = (y: any) => y;"],
  ["noDefaultExport", "packages/core/src/staffing/nameless.ts", "export default 1;"],
  ["noUndeclaredDependencies", "packages/core/src/staffing/borrowed.ts", `import "json-logic-js";`],
];

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

/** Lints a copy of the workspace's configuration that holds these files alone. */
function lint(files: ReadonlyMap<string, string>): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "eldercare-arrows-"));
  try {
    for (const file of ["biome.json", ".gitignore", ...packageFolders().map((from) => join(relative(root, from), "package.json"))]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(root, file), join(folder, file));
    }
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
    const { stdout } = spawnSync(process.execPath, [toolFile("@biomejs/biome", "biome"), ...args], { cwd: folder, encoding: "utf8" });
    const report: { diagnostics: { severity: string; category: string; location: { path: string; start: { line: number } } }[] } = JSON.parse(stdout);
    return report.diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ category, location }) => ({ file: location.path, line: location.start.line, rule: category.split("/").at(-1) ?? "" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const importLines = (specifiers: readonly string[]): string => specifiers.map((specifier) => `import "${specifier}";\n`).join("");

describe("an import against the arrows is refused", () => {
  const findings = lint(new Map(refusedImports.map(([, file, specifiers]) => [file, importLines(specifiers)])));
  const probes = refusedImports.flatMap(([arrow, file, specifiers]) =>
    specifiers.map((specifier, index) => [arrow, file, specifier, index + 1] as const),
  );

  it.each(probes)("%s: %s may not import %s", (_arrow, file, _specifier, line) => {
    expect(findings).toContainEqual({ file, line, rule: "noRestrictedImports" });
  });

  it("in whatever form it is written", () => {
    const file = "packages/core/src/staffing/probe.ts";
    const forms = [
      `import type { Engine } from "@eldercare/rules";`,
      `export * from "@eldercare/rules";`,
      `export const load = () => import("@eldercare/rules");`,
    ];
    expect(lint(new Map([[file, `${forms.join("\n")}\nexport type E = Engine;\n`]])).filter(({ rule }) => rule === "noRestrictedImports")).toEqual(
      forms.map((_, index) => ({ file, line: index + 1, rule: "noRestrictedImports" })),
    );
  });
});

describe("an import along the arrows is allowed", () => {
  const findings = lint(new Map(allowedImports.map(([file, specifiers]) => [file, importLines(specifiers)])));
  const probes = allowedImports.flatMap(([file, specifiers]) => specifiers.map((specifier, index) => [file, specifier, index + 1] as const));

  it.each(probes)("%s may import %s", (file, _specifier, line) => {
    expect(findings.filter((finding) => finding.file === file && finding.line === line && finding.rule === "noRestrictedImports")).toEqual([]);
  });
});

describe("the linter refuses", () => {
  const findings = lint(new Map(otherRules.map(([, file, code]) => [file, `${code}\n`])));

  it.each(otherRules)("%s in %s", (rule, file) => {
    expect(findings).toContainEqual({ file, line: 1, rule });
  });
});

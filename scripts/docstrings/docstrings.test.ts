import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles } from "../listFiles.mjs";
import { entryPointsOf } from "../release/entryPoints.mjs";
import { readManifest, root } from "../workspace.mjs";
import { collectExamples } from "./collectExamples.js";
import { runExample } from "./runExample.js";

// `packages/<name>/test/exampleScope.ts` exports what the examples of a package take as given, such as one small problem
const packages = ["core", "rules", "scheduler"];

/** Public functions of core that an example of one line cannot show. */
const withoutExample = new Set(["checkRegister", "childSchema", "choicesOf", "metadataOf", "reportIssue"]);

const load = async (specifier: string): Promise<Record<string, unknown>> => import(specifier);

/** Everything that a package exports from any of its entry points. */
async function exportsOf(name: string): Promise<Record<string, unknown>> {
  const { modules } = entryPointsOf(readManifest(join(root, "packages", name)), []);
  const loaded = await Promise.all(modules.filter((specifier) => !specifier.includes("/packs/")).map(load));
  return Object.assign({}, ...loaded);
}

const sourcesOf = (name: string): string[] =>
  listFiles(`packages/${name}/src`).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !file.endsWith(".test.ts"));

const documentedIn = (name: string) =>
  sourcesOf(name).flatMap((file) => collectExamples(file, readFileSync(join(root, file), "utf8")).map((found) => ({ ...found, file })));

describe.each(packages)("the docstrings of %s", async (name) => {
  const publicNames = await exportsOf(name);
  const scopeFile = join(root, "packages", name, "test", "exampleScope.ts");
  const given = existsSync(scopeFile) ? await load(scopeFile) : {};
  const examples = documentedIn(name).flatMap(({ file, examples: found }) => found.map(({ symbol, code }) => [symbol, file, code] as const));

  it("show some of its functions by example", () => {
    expect(examples).not.toEqual([]);
  });

  it.each(examples)("%s (%s) gives what its example says", async (_symbol, file, code) => {
    // a function that stays inside the package is shown by the exports of its own file
    const scope = { ...given, ...(await load(join(root, file))), ...publicNames };
    const comparisons = await runExample(code, scope, load);
    expect(comparisons.length, "an example promises at least one value with //=>").toBeGreaterThan(0);
    for (const { statement, actual, expected } of comparisons) expect(actual, statement).toEqual(expected);
  });
});

describe("every public function of core", async () => {
  const core = await exportsOf("core");
  const isFunction = (value: unknown): boolean => typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value));
  const functions = Object.keys(core).filter((name) => isFunction(core[name]));
  const shown = new Set(documentedIn("core").flatMap(({ symbol, examples }) => (examples.length > 0 ? [symbol] : [])));

  it("has an example, but for those listed as exceptions", () => {
    expect(functions.filter((name) => !shown.has(name) && !withoutExample.has(name))).toEqual([]);
  });

  it("is an exception only where it exists and has none", () => {
    expect([...withoutExample].filter((name) => shown.has(name) || !functions.includes(name))).toEqual([]);
  });
});

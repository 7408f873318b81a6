import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EldercareError } from "@eldercare/core";
import { checkPack, createEngine, type Pack, type PolicyCase, parseOverlay } from "@eldercare/rules";
import { lintPack } from "@eldercare/rules/lint";
import { pack as national } from "@eldercare/rules/packs/cn";
import { testPack } from "@eldercare/rules/testing";
import { describe, expect, it } from "vitest";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const guide = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), "utf8");
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, found]) => found === language).map(([, , body = ""]) => body);

const objects = blocks(guide("packs.md"), "json").map((text): unknown => JSON.parse(text));
const cases = objects.find(Array.isArray) as readonly PolicyCase[];
const overlay = objects.find((value) => typeof value === "object" && value !== null && "illustrative" in value);
// the sections of the guide, put together, are the pack
const pack = Object.assign({}, ...objects.filter((value) => value !== cases && value !== overlay)) as Pack;

const withCondition = (when: unknown): unknown => ({
  ...pack,
  rules: [...pack.rules, { id: "tried", subject: "person", title: pack.title, when, then: { kind: "device", device: "x" }, clauses: ["EX-1"] }],
});

/** The rows of the tables below a heading: the cells of each. */
function rowsBelow(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\| (.+) \|$/gm)].map(([, row = ""]) => row.split(" | "));
}

const inCode = (cell: string | undefined): string[] => [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

describe("the guide to writing packs", () => {
  it("shows a pack that is sound, with the findings that the command prints", { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "packs-guide-"));
    try {
      await writeFile(join(folder, "pack.json"), JSON.stringify(pack, null, 2));
      const lint = [fromRoot("scripts/run.mjs"), "eldercare", "pack", "lint", "pack.json"];
      const { stdout } = await promisify(execFile)(process.execPath, lint, {
        cwd: folder,
        env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
      });
      expect(blocks(guide("packs.md"), "text")[0]).toBe(stdout);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("shows cases that pass and leave no answer of any rule unshown", () => {
    const report = testPack(pack, cases, [national]);
    expect(report.failures.map(({ message }) => message.en)).toEqual([]);
    expect(report.uncovered).toEqual([]);
    expect(blocks(guide("packs.md"), "text")[1]).toBe(`${report.expectations} passed, 0 failed\n`);
  });

  it("shows values that fill what the pack leaves open", () => {
    const engine = createEngine({ packs: [national, pack], overlays: [parseOverlay(overlay)] });
    const open = engine.openParameters("2026-11-21").filter(({ supplied }) => supplied.value === undefined);
    expect(open.map(({ id }) => id).filter((id) => id in pack.parameters)).toEqual([]);
  });

  it.each(["packs.md", "packs.en.md"])("%s explains every operator of the dialect, and no other", (name) => {
    const advice = lintPack(withCondition({ noSuchOperator: [] }), [national])[0]?.advice.en ?? "";
    const known = advice.replace("use one of: ", "").split(" ");
    const heading = name === "packs.md" ? "十、" : "Operators";
    const explained = rowsBelow(guide(name), heading).flatMap(([first]) => inCode(first));
    expect(explained.toSorted()).toEqual(known.toSorted());
  });

  it.each(["packs.md", "packs.en.md"])("%s refuses what the engine refuses, under the same code", (name) => {
    const heading = name === "packs.md" ? "十一、" : "What is refused";
    const tried = rowsBelow(guide(name), heading).flatMap(([first, second]) => {
      const [condition] = inCode(first);
      return condition?.startsWith("{") ? [[condition, inCode(second)[0]] as const] : [];
    });
    expect(tried.length).toBeGreaterThan(5);
    for (const [condition, code] of tried) {
      const errors = lintPack(withCondition(JSON.parse(condition)), [national]).filter(({ severity }) => severity === "error");
      expect([condition, errors.map((issue) => issue.code)]).toEqual([condition, [code]]);
    }
  });

  it.each(["packs.md", "packs.en.md"])("%s names only codes that docs/errors.md explains", (name) => {
    const explained = new Set([...guide("errors.md").matchAll(/^### (.+)$/gm)].map(([, code]) => code));
    const named = [...guide(name).matchAll(/`([A-Z][A-Z_]{5,})`/g)].map(([, code]) => code);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((code) => !explained.has(code))).toEqual([]);
  });

  it("lists every kind of effect", () => {
    const told = rowsBelow(guide("packs.md"), "六、").flatMap(([first]) => inCode(first));
    const issue = checkPack({ ...pack, rules: [{ ...pack.rules[0], then: { kind: "noSuchKind" } }] })[0];
    expect(issue?.code).toBe("PACK_SHAPE");
    const schema = JSON.parse(readFileSync(new URL("../packages/rules/schema/pack.schema.json", import.meta.url), "utf8"));
    const kinds: string[] = schema.$defs.effect.oneOf.map((effect: { properties: { kind: { const: string } } }) => effect.properties.kind.const);
    expect(told.filter((word) => word !== "kind").toSorted()).toEqual(kinds.toSorted());
  });
});

it("a value for a parameter that a document settles is refused, as the guide says", () => {
  const settled = { id: "v", for: pack.id, illustrative: false, parameters: { "visit.fromAge": [{ from: "2026-01-01", value: 70 }] } };
  const build = () => createEngine({ packs: [national, pack], overlays: [parseOverlay(settled)] });
  expect(build).toThrow(EldercareError);
  expect(build).toThrow(/OVERLAY_OF_SETTLED_PARAMETER/);
});

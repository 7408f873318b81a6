import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readAreaTables, synthesise } from "@eldercare/cli";
import { createEngine } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { pack as chengkou, illustrative } from "@eldercare/rules/packs/cn-500229-chengkou";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const within = (folder: string): string[] => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

const decisions = within("docs/decisions").filter((file) => /\/\d{4}-.*\.md$/.test(file));
const packages = ["core", "rules", "scheduler", "cli"].map((name) => `packages/${name}/README.md`);
/** Pages of packages that show examples whole; the scheduler's shows programs of its own. */
const withExamples = ["core", "rules", "cli"].map((name) => `packages/${name}/README.md`);
const pages = [
  ...["README.md", "README.zh.md", "CONTRIBUTING.md", "examples/README.md", "examples/data/chengkou/CREDITS.md"],
  ...packages,
  ...within("docs").filter((file) => file.endsWith(".md")),
  ...within("docs/decisions"),
  ...within("docs/guides/scheduler").filter((file) => file.endsWith(".md")),
];
const programs = within("examples").filter((file) => /\/\d+-[^/]+(?<!\.test)\.ts$/.test(file));

/** The programs that a page shows. */
const shown = (page: string): string[] => [...read(page).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

describe("the programs that a page shows", () => {
  it.each(["README.md", "README.zh.md"])("in %s are examples, and every other example is linked", (page) => {
    const code = new Map(programs.map((program) => [read(program), program]));
    expect(shown(page).filter((program) => !code.has(program))).toEqual([]);
    const seen = new Set(shown(page).map((program) => code.get(program)));
    expect(programs.filter((program) => !seen.has(program) && !read(page).includes(`(${program})`))).toEqual([]);
  });

  it.each(withExamples)("in %s are examples", (page) => {
    expect(shown(page)).not.toEqual([]);
    for (const program of shown(page)) expect(programs.map(read)).toContain(program);
  });

  it("are listed in the README of the examples, and no others", () => {
    const listed = [...read("examples/README.md").matchAll(/^\| \[(\S+)\]/gm)].map(([, name]) => `examples/${name}`);
    expect(listed).toEqual(programs.toSorted());
  });
});

describe.each(pages)("the page %s", (page) => {
  it("leads nowhere that does not exist", () => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link.split("#")[0] ?? "");
    const broken = links.filter((link) => link !== "" && !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it("names only commands that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm (?:run (?:-s )?([\w:]+)|test\b)/g)].map(([, name = "test"]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("cites only files that exist", () => {
    const cited = [...read(page).matchAll(/`((?:packages|scripts|examples|docs|\.ci)\/[\w./-]+)`/g)].map(([, file = ""]) => file);
    // the API reference is made by `npm run docs` and not kept
    expect(cited.filter((file) => file !== "docs/api" && !existsSync(join(root, file)))).toEqual([]);
  });
});

it("the entitlements that both READMEs quote are those of the demo", async () => {
  const on = "2026-11-21";
  const areas = await readAreaTables(join(root, "examples/data/chengkou"));
  const register = synthesise({ areas, people: 5000, seed: 1, on });
  const engine = createEngine({ packs: [national, chengkou], overlays: [illustrative] });
  const { rules, status } = engine.assessMany(
    register.people.map((person) => ({ person })),
    { on, register },
  );
  const count = (byte: number): number => status.filter((each) => each === byte).length;
  const line = `人 people 5000 · 事项 rules ${rules.length} · 符合 granted ${count(1)} · 不符合 denied ${count(0)} · 待补充信息 undetermined ${count(2)}`;
  for (const page of ["README.md", "README.zh.md"]) expect(read(page)).toContain(line);
});

describe("the table of options", () => {
  const options = [...read("packages/cli/src/commands/run.ts").matchAll(/"(--[\w-]+)/g)].map(([, option]) => option);

  it.each(["README.md", "README.zh.md"])("in %s is that of the command", (page) => {
    const rows = [...read(page).matchAll(/^\| (`--.*?) \|/gm)].map(([, cell = ""]) => cell);
    const told = rows.flatMap((cell) => [...cell.matchAll(/--[\w-]+/g)].map(([option]) => option));
    expect(told.toSorted()).toEqual(options.toSorted());
  });
});

describe.each(decisions)("the decision %s", (page) => {
  it("says why, what, what follows and how it is enforced, under its number", () => {
    const [, number = ""] = /(\d{4})/.exec(page) ?? [];
    expect(read(page).split("\n")[0]).toMatch(new RegExp(`^# ${number}\\. \\S`));
    const headings = [...read(page).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["Context", "Decision", "Consequences", "How it is enforced"]);
  });

  it("is in the index under its title", () => {
    const [title = ""] = read(page).split("\n");
    const [, number, name] = /^# (\d{4})\. (.+)$/.exec(title) ?? [];
    expect(read("docs/decisions/README.md")).toContain(`| [${number}](${page.split("/").at(-1)}) | ${name} |`);
  });

  it("cites tests by names that they have", () => {
    const points = (read(page).split("## How it is enforced")[1] ?? "").split(/^- /m);
    const missing = points.flatMap((point) => {
      const sources = [...point.matchAll(/`([\w./-]+\.(?:ts|mjs))`/g)].map(([, file = ""]) => read(file).replaceAll('\\"', '"'));
      const names = [...point.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name);
      return names.filter((name) => !sources.some((source) => source.includes(`"${name}"`)));
    });
    expect(missing).toEqual([]);
  });
});

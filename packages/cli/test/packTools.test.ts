import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chengkou, nationalFile, Program, packFile } from "./program.js";

let program: Program;

const inFolder = (...path: string[]): string => join(program.folder, ...path);

const bannerFolder = join(import.meta.dirname, "../../rules/packs/cn-15-example-banner");

const identity = [
  ["--id", "cn-990001-example"],
  ["--area", "990001"],
  ["--title-zh", "示例县养老服务"],
  ["--title-en", "Elder care in Example County"],
  ["--document-number", "示例发〔2026〕1号"],
  ["--issuer", "示例县人民政府"],
  ["--issued", "2025年12月20日"],
  ["--from", "2026-01-01"],
];

/** The example pack with one text in place of another. */
async function changedPack(name: string, from: string, to: string): Promise<string> {
  const before = await readFile(inFolder("example", "pack.json"), "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`the pack does not say ${from}`);
  await writeFile(inFolder(name), after);
  return inFolder(name);
}

beforeAll(async () => {
  program = await Program.build();
  await program.eldercare("pack", "new", ...identity.flat(), "--out", "example");
}, 60_000);

afterAll(() => program.remove());

describe("a new pack", { timeout: 60_000 }, () => {
  it("is written with everything given, and is sound as it stands", async () => {
    const linted = await program.eldercare("pack", "lint", "example", "--json");
    expect(linted.status).toBe(0);
    expect(JSON.parse(linted.stdout)).toMatchObject({ errors: 0, warnings: 0, notes: 1 });
    const tested = await program.eldercare("pack", "test", "example", "--mutation");
    expect(tested.stdout).toContain("6 / 6（100%）");
    expect(tested.stdout).toMatch(/^5 passed, 0 failed$/m);
  });

  it("never writes over what is there", async () => {
    const before = await readFile(inFolder("example", "pack.json"), "utf8");
    const outcome = await program.eldercare("pack", "new", ...identity.flat(), "--out", "example");
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    expect(outcome.stderr).toContain("FILE_EXISTS");
    expect(await readFile(inFolder("example", "pack.json"), "utf8")).toBe(before);
  });

  it("is not begun where something is missing or wrong, and nobody is there to be asked: all of it is said at once", async () => {
    const outcome = await program.eldercare("pack", "new", "--id", "Not An Id", "--from", "2026-02-30", "--out", "wrong");
    expect(outcome.status).toBe(2);
    for (const part of ["/id", "/area", "/title-zh", "/title-en", "/document-number", "/issuer", "/issued", "/from"])
      expect(outcome.stderr).toContain(`  ${part}\n`);
  });
});

describe("checking a pack", { timeout: 60_000 }, () => {
  it("says file, line and column of what is wrong", async () => {
    const file = await changedPack("misspelt.json", '">=": [', '"=>": [');
    const line = (await readFile(file, "utf8")).split("\n").findIndex((text) => text.includes('"=>"')) + 1;
    const outcome = await program.eldercare("pack", "lint", file);
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toContain(`✗ OPERATOR_NOT_FOUND  ${file}:${line}:`);
  });

  it("says where a text stops being JSON", async () => {
    await writeFile(inFolder("comma.json"), '{\n  "id": "a",\n  "rules": [1, ]\n}');
    const outcome = await program.eldercare("pack", "lint", "comma.json");
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    expect(outcome.stderr).toContain("FILE_NOT_JSON  comma.json:3:16");
  });

  it("reads a pack that was saved in GB18030", async () => {
    const text = await readFile(inFolder("example", "pack.json"), "utf8");
    await writeFile(inFolder("gb18030.json"), iconv.encode(text, "gb18030"));
    expect(await program.eldercare("pack", "lint", "gb18030.json")).toMatchObject({ status: 0 });
  });

  it("says which file is not there, or is a folder without a pack", async () => {
    await mkdir(inFolder("empty"));
    for (const path of ["nowhere.json", "empty"]) {
      const outcome = await program.eldercare("pack", "lint", path);
      expect(outcome.status).toBe(2);
      expect(outcome.stderr).toContain(`PACK_FILE_MISSING  ${path}`);
    }
  });

  it("knows the packs that come with the program by their ids, and which was meant", async () => {
    expect((await program.eldercare("pack", "explain", "cn", "--on", "2026年11月21日", "--rule", "category.olderPerson")).stdout).toContain(
      "2026-11-21",
    );
    expect((await program.eldercare("pack", "lint", "cn-500229-chengku")).stderr).toContain("是否应为“cn-500229-chengkou”");
    const untested = await program.eldercare("pack", "test", "cn");
    expect(untested).toMatchObject({ status: 2, stdout: "" });
    expect(untested.stderr).toContain("CASES_NOT_GIVEN");
  });

  it("says which file of a pack was given in place of another", async () => {
    const cases = join("example", "cases.json");
    const linted = await program.eldercare("pack", "lint", cases);
    expect(linted).toMatchObject({ status: 2, stdout: "" });
    expect(linted.stderr).toContain(`FILE_OF_OTHER_KIND  ${cases}`);
    expect(linted.stderr).toContain("这是情形文件（cases.json），不是政策包（pack.json）");
    expect((await program.eldercare("pack", "test", "example", "--cases", join("example", "pack.json"))).stderr).toContain("FILE_OF_OTHER_KIND");
    expect((await program.eldercare("pack", "explain", "example", "--overlay", cases)).stderr).toContain("FILE_OF_OTHER_KIND");
  });

  it("says in Chinese too what is wrong with the command line", async () => {
    expect((await program.eldercare("pack", "lint")).stderr).toContain("缺少参数 <file> / missing required argument 'file'");
    expect((await program.eldercare("pack", "page", "example")).stderr).toContain("缺少选项 --out <dir> / ");
    expect((await program.eldercare("pack", "lnt")).stderr).toContain("没有命令 lnt / ");
  });

  it("takes parents from files, the national one among them", async () => {
    const child = await changedPack("child.json", '"extends": [\n    "cn"\n  ]', '"extends": ["cn-990001-example"]');
    await writeFile(
      child,
      (await readFile(child, "utf8")).replace('"id": "cn-990001-example"', '"id": "cn-990001001-child"').replace('"990001"', '"990001001"'),
    );
    const alone = await program.eldercare("pack", "lint", child);
    expect(alone.stdout).toContain("PACK_NOT_FOUND");
    const withParents = await program.eldercare("pack", "lint", child, "--parent", nationalFile, "--parent", "example");
    expect(withParents.stdout).not.toContain("PACK_NOT_FOUND");
    expect(withParents.stdout).toContain("NAME_TAKEN");
  });

  it("finds what no case would notice, with its place and in words", async () => {
    const cases = JSON.parse(await readFile(inFolder("example", "cases.json"), "utf8")) as { name: string }[];
    await writeFile(inFolder("few.json"), JSON.stringify(cases.filter(({ name }) => !/^差一天|^死亡/.test(name))));
    const outcome = await program.eldercare("pack", "test", "example", "--cases", "few.json", "--mutation");
    expect(outcome.stdout).toContain("MUTANT_UNNOTICED  example/pack.json:");
    expect(outcome.stdout).toContain("把 80 改为 79，没有情形能发现");
    expect(outcome.stdout).toContain("! service.visit: 没有情形得出不符合／未达标／不适用 / no case shows denied/notMet/notApplicable");
  });

  it("shows what analysis finds in the shipped packs, and that examples are synthetic", async () => {
    const outcome = await program.eldercare("pack", "analyse", nationalFile, "--json");
    expect(outcome.status).toBe(0);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ on: "2026-11-21", exact: true });
  });
});

describe("the schemas for editors", { timeout: 60_000 }, () => {
  it.each(["pack", "cases", "overlay"])("of %s is printed as JSON", async (of) => {
    expect(JSON.parse((await program.eldercare("pack", "schema", of)).stdout)).toMatchObject({ $id: expect.stringContaining(of) });
  });
});

describe("explaining a pack", { timeout: 60_000 }, () => {
  it("says each rule in a sentence of the language asked for, with its clause", async () => {
    const chinese = await program.eldercare("pack", "explain", "example");
    expect(chinese.stdout).toContain("“为八十周岁以上老年人上门巡访”");
    const english = await program.eldercare("pack", "explain", "example", "--locale", "en", "--rule", "service.visit");
    expect(english.stdout).toContain("at least 80 years old");
    expect(await program.eldercare("pack", "explain", "example", "--rule", "service.vist")).toMatchObject({ status: 2, stdout: "" });
  });

  it("says the rules above that the pack changes as it has them, and lists each change with the clauses of both sides", async () => {
    const { stdout } = await program.eldercare("pack", "explain", bannerFolder);
    expect(stdout).toMatch(/^cn-15-pastoral\/service\.monthlyVisit\n.*每月2次。/m);
    expect(stdout).toMatch(/^提高 每月探访次数下限：2次 .*\n {2}上级规定：《加快发展.*\n {2}本地规定：.*第三条“对特殊困难老年人每月探访不少于2次”$/m);
    expect(stdout).toMatch(/^不再适用 旅居康养服务 /m);
    expect(stdout).not.toMatch(/^cn-15-pastoral\/model\.sojournWellness$/m);
    const one = await program.eldercare(
      "pack",
      "explain",
      bannerFolder,
      "--rule",
      "cn-15-pastoral/model.sojournWellness",
      "--locale",
      "en",
      "--json",
    );
    const told = JSON.parse(one.stdout);
    expect(told.rules).toHaveLength(1);
    expect(told.overrides).toMatchObject([
      { rule: "cn-15-pastoral/model.sojournWellness", does: ["withdraw"], holds: true, here: [{ clause: "EB-9" }] },
    ]);
  });
});

describe("two versions of a pack", { timeout: 60_000 }, () => {
  it("are compared in their text, and for synthetic people where that is asked for", async () => {
    const after = inFolder("later.json");
    const before = await readFile(packFile, "utf8");
    await writeFile(after, before.replace('"15%"', '"20%"'));
    const texts = await program.eldercare("pack", "diff", packFile, after);
    expect(texts.stdout).toContain("15% → 20%");
    expect(texts.stdout).toContain("texts only");
    const people = await program.eldercare("pack", "diff", packFile, after, "--data", chengkou, "--people", "50", "--json");
    const found = JSON.parse(people.stdout);
    expect(found.synthetic).toBe(true);
    expect(found.text.parameters.map(({ id }: { id: string }) => id)).toEqual(["runningCost.share"]);
  });

  it("are not a pack and one that stands on it", async () => {
    for (const [one, other] of [
      ["cn", "cn-15-pastoral"],
      ["cn-15-pastoral", "cn"],
    ] as const)
      expect((await program.eldercare("pack", "diff", one, other)).stderr).toContain("PACK_OF_OTHER_TIER  cn");
  });

  it("are refused for people of another place", async () => {
    const outcome = await program.eldercare("pack", "diff", "example", "example", "--data", chengkou, "--people", "5");
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain("PACK_FOR_OTHER_AREA");
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packsFolder } from "../packFolders.mjs";
import { existingCalculators } from "./calculators.mjs";
import type { PackFolder } from "./collectClauses.js";
import { collectClauses } from "./collectClauses.js";
import { clausesOf, readPackFolders, recordedCounts } from "./listClauses.mjs";
import { namesTwice } from "./namesTwice.js";
import { clausesJson, printClauses } from "./printClauses.js";

const title = { zh: "示例县养老服务", en: "Elder care in Example County" };
const clause = (quote: string) => ({ source: "notice", section: "一", modality: "required", quote });

/** A made-up pack with one rule, and records of two clauses that no rule cites. */
const pack = {
  ...{ id: "a", version: "1.0.0", title, area: "99", extends: [], inForce: { from: "2026-01-01" } },
  sources: { notice: { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "verified" } },
  clauses: { "A-1": clause("为老年人提供助餐服务。") },
  parameters: {},
  facts: {},
  rules: [{ id: "meals", subject: "person", title, then: { kind: "service", service: "meals" }, clauses: ["A-1"] }],
};
const records = {
  clauses: {
    "A-2": { ...clause("按1：3配备人员。"), home: { calculators: ["@eldercare/core/staffing#planStaffing"] } },
    "A-3": { ...clause("要高度重视。"), home: { recorded: { zh: "口号", en: "a slogan" } } },
  },
};
const folder: PackFolder = {
  id: "a",
  path: "packs/a",
  pack: JSON.stringify(pack),
  records: JSON.stringify(records),
  document: "为老年人提供助餐服务。按1：3配备人员。要高度重视。",
};
const counts = { a: 3 };

const found = async (folders: readonly PackFolder[], expected: Readonly<Record<string, number>> = counts) =>
  (await clausesOf(folders, expected)).issues.map(({ code, pointer, at }) => `${code} ${at?.file} ${pointer}`);
const changed = (from: string, to: string): PackFolder => ({
  ...folder,
  pack: folder.pack.replace(from, to),
  records: folder.records?.replace(from, to) ?? "",
});

const withIdleClause = { ...folder, pack: JSON.stringify({ ...pack, clauses: { ...pack.clauses, "A-0": clause("要高度重视。") } }) };

describe("the clauses of the documents", async () => {
  const collected = await clausesOf(readPackFolders(packsFolder), recordedCounts());

  it("all have a home, verbatim, each once, and none is missing", () => {
    expect(collected.issues.map(({ code, pointer, at, message }) => `${code} ${at?.file} ${pointer} ${message.en}`)).toEqual([]);
    expect(clausesJson(collected)).toMatchObject({ total: 468 });
  });

  it("are executable in at least 85 of 100, document by document", () => {
    for (const { pack: id, clauses } of collected.documents) {
      const done = clauses.filter(({ status }) => status === "executable").length;
      expect(done / clauses.length, id).toBeGreaterThanOrEqual(0.85);
    }
  });
});

describe("clauses of a made-up pack", () => {
  it("are listed with their homes for people and for programs", async () => {
    const collected = await clausesOf([folder], counts);
    expect(collected.issues).toEqual([]);
    expect(clausesJson(collected)).toEqual({
      total: 3,
      executable: 2,
      recorded: 1,
      clauses: [
        { id: "A-1", status: "executable", where: ["service a/meals"], reason: null },
        { id: "A-2", status: "executable", where: ["calculator @eldercare/core/staffing#planStaffing"], reason: null },
        { id: "A-3", status: "recorded", where: [], reason: { zh: "口号", en: "a slogan" } },
      ],
    });
    const text = printClauses(collected);
    expect(text).toContain("  A-1  可执行  服务 a/meals\n");
    expect(text).toContain("  A-3  仅记录  口号\n");
    expect(text).toMatch(/ 2 +1 +3\/3 +66\.7% {2}示例县养老服务 a\n/);
  });

  it.each<[string, PackFolder, string[]]>([
    [
      "a calculator that no entry point exports",
      changed("#planStaffing", "#planStafing"),
      ["CALCULATOR_NOT_FOUND packs/a/clauses.json /clauses/A-2/home/calculators/0"],
    ],
    [
      "an entry point that no package has",
      changed("/staffing#", "/stafing#"),
      ["CALCULATOR_NOT_FOUND packs/a/clauses.json /clauses/A-2/home/calculators/0"],
    ],
    ["a quote that the document does not have", changed("要高度重视", "应高度重视"), ["CLAUSE_QUOTE packs/a/clauses.json /clauses/A-3/quote"]],
    [
      "a clause that the pack does not have",
      changed('"clauses":["A-1"]', '"clauses":["A-2"]'),
      ["CLAUSE_NOT_FOUND packs/a/pack.json /rules/0/clauses/0"],
    ],
    [
      "a clause that nothing cites",
      withIdleClause,
      ["CLAUSE_WITHOUT_HOME packs/a/pack.json /clauses/A-0", "CLAUSES_MISCOUNTED packs/a/pack.json /clauses"],
    ],
    [
      "an id in both files",
      changed('"A-3":', '"A-1":'),
      ["CLAUSE_TWICE packs/a/clauses.json /clauses/A-1", "CLAUSES_MISCOUNTED packs/a/pack.json /clauses"],
    ],
    [
      "an id twice in one file",
      changed('"A-3":', '"A-2":'),
      ["CLAUSE_TWICE packs/a/clauses.json /clauses/A-2", "CLAUSES_MISCOUNTED packs/a/pack.json /clauses"],
    ],
    ["a pack that is none", changed('"version"', '"versoin"'), ["PACK_SHAPE packs/a/pack.json ", "PACK_UNKNOWN_KEY packs/a/pack.json /versoin"]],
    ["a file that is no JSON", { ...folder, records: "{" }, ["FILE_NOT_JSON packs/a/clauses.json ", "CLAUSES_MISCOUNTED packs/a/pack.json /clauses"]],
    [
      "no text of the document",
      { ...folder, document: "" },
      [
        "CLAUSE_QUOTE packs/a/pack.json /clauses/A-1/quote",
        "CLAUSE_QUOTE packs/a/clauses.json /clauses/A-2/quote",
        "CLAUSE_QUOTE packs/a/clauses.json /clauses/A-3/quote",
      ],
    ],
  ])("are refused for %s", async (_what, broken, expected) => {
    expect((await found([broken])).sort()).toEqual([...expected].sort());
  });

  it("are refused where two packs have one, and where one is missing or too many", async () => {
    expect(await found([folder, { ...folder, id: "b", path: "packs/b" }], { a: 3, b: 3 })).toEqual([
      "CLAUSE_TWICE packs/b/pack.json /clauses/A-1",
      "CLAUSE_TWICE packs/b/pack.json /clauses/A-2",
      "CLAUSE_TWICE packs/b/pack.json /clauses/A-3",
    ]);
    expect(await found([folder], { a: 4 })).toEqual(["CLAUSES_MISCOUNTED packs/a/pack.json /clauses"]);
    expect(await found([], { a: 3 })).toEqual(["CLAUSES_MISCOUNTED a /clauses"]);
  });
});

describe("what the clauses are looked up in", () => {
  const folderOfPacks = mkdtempSync(join(tmpdir(), "eldercare-clauses-"));
  afterAll(() => rmSync(folderOfPacks, { recursive: true }));

  it("are functions that published entry points export, not types, constants or files within", async () => {
    const calculators = [
      "@eldercare/core#ageOn",
      "@eldercare/core/staffing#planStaffing",
      "@eldercare/core/staffing#StaffingQuestion",
      "@eldercare/core#coreCodes",
      "@eldercare/core/src/staffing#planStaffing",
      "@eldercare/scheduler#solve",
      "node:fs#readFileSync",
      "ageOn",
    ];
    expect([...(await existingCalculators(calculators))]).toEqual([
      "@eldercare/core#ageOn",
      "@eldercare/core/staffing#planStaffing",
      "@eldercare/scheduler#solve",
    ]);
  });

  it("are the folders that hold a pack, in the order of their names", () => {
    for (const id of ["b", "a", "c"]) mkdirSync(join(folderOfPacks, id));
    for (const id of ["b", "a"]) writeFileSync(join(folderOfPacks, id, "pack.json"), folder.pack);
    writeFileSync(join(folderOfPacks, "b", "source.txt"), "text");
    const read = readPackFolders(folderOfPacks);
    expect(read.map(({ id, records: own, document }) => [id, own, document])).toEqual([
      ["a", undefined, undefined],
      ["b", undefined, "text"],
    ]);
    // a pack whose document has no count is not listed
    expect(collectClauses(read, {}, () => true)).toEqual({ documents: [], issues: [] });
  });

  it("are names of one object of a text, however they are written", () => {
    const text = '{ "x": { "a": 1, "a": 2 }, "clauses": { "a": { "b": 1, "b": [ { "a": "}\\"" } ] }, "\\u0061": {}, "c": "a" } }';
    expect(namesTwice(text, "clauses")).toEqual(["a"]);
    expect(namesTwice('{ "clauses": { "a": [{ "a": 1 }], "b": { "a": 1 } }, "a": {} }', "clauses")).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { Pack } from "../pack/pack.js";
import { checkPack } from "../pack/parsePack.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { calculatorsNamed, clauseHomes } from "./clauseHomes.js";
import type { ClauseRecord, ClauseRecords } from "./clauseRecord.js";

const clause = (quote: string) => ({ source: "notice", section: "一", modality: "required", quote }) as const;
const title = { zh: "示例", en: "example" };

/** A made-up pack in which each part cites a clause of its own, and nothing cites C-0. */
const pack: Pack = {
  ...{ id: "example", version: "1.0.0", title, area: "99", extends: [], inForce: { from: "2026-01-01" } },
  sources: { notice: { title: "示例通知", issuer: "示例县", issued: "2026-01-01", checkedOn: "2026-11-21", verification: "verified" } },
  clauses: {
    "C-rule": clause("为老年人提供助餐服务。"),
    "C-target": clause("到2026年建成三所。"),
    "C-parameter": clause("八十周岁以上。"),
    "C-value": clause("补贴三百元。"),
    "C-fact": clause("独居老年人。"),
    "C-row": clause("失能的二百元。"),
    "C-linkage": clause("两项补贴就高发放。"),
  },
  parameters: {
    fromAge: { type: "integer", title, clause: "C-parameter", values: [{ from: "2026-01-01", value: 80, clause: "C-parameter" }] },
    amount: { type: "fen", title, clause: "C-parameter", values: [{ from: "2026-01-01", value: 30_000, clause: "C-value" }] },
  },
  facts: { livesAlone: { subject: "person", type: "boolean", title, is: { "==": [{ var: "livingArrangement" }, "alone"] }, clauses: ["C-fact"] } },
  rules: [
    { id: "meals", subject: "person", title, then: { kind: "service", service: "meals" }, clauses: ["C-rule", "C-parameter"] },
    {
      id: "homes",
      subject: "area",
      title,
      then: { kind: "target", metric: "homes", op: ">=", value: { param: "fromAge" } },
      clauses: ["C-target"],
    },
  ],
  tables: { purchase: { inputs: ["livesAlone"], hit: "unique", rows: [{ if: [true], then: 20_000, from: "2026-01-01", clause: "C-row" }] } },
  linkages: [{ benefits: ["a", "b"], rule: "higher", clauses: ["C-linkage"] }],
};
const document = Object.values(pack.clauses)
  .map(({ quote }) => `  ${quote.slice(0, 3)}\n${quote.slice(3)}`)
  .concat("各单位要高度重视。自发布之日起施行。")
  .join("\n");

const recorded: ClauseRecord = { ...clause("各单位要高度重视。"), home: { recorded: { zh: "口号", en: "a slogan" } } };
const inForce: ClauseRecord = { ...clause("自发布之日起施行。"), home: { pack: "/inForce" } };
const records: ClauseRecords = {
  clauses: { "C-slogan": recorded, "C-force": inForce, "C-value": { home: { calculators: ["@eldercare/core/subsidy#accrueBenefit"] } } },
};
const exists = (calculator: string): boolean => calculator === "@eldercare/core/subsidy#accrueBenefit";

/** Codes and places of what is wrong. */
const found = (json: unknown, own: Pack = pack) =>
  clauseHomes(own, { records: json, document, exists }).issues.map(({ code, pointer, at }) => `${code} ${at?.file} ${pointer}`);
const withRecord = (id: string, record: unknown) => found({ clauses: { ...records.clauses, [id]: record } });

describe("the home of a clause", () => {
  const { clauses, issues } = clauseHomes(pack, { records, document, exists });
  const home = (id: string) => clauses.find((each) => each.id === id);

  it("is every part of the pack that cites it, a calculator, a part of the pack, or a reason", () => {
    expect(issues).toEqual([]);
    const where = Object.fromEntries(clauses.map(({ id, where: places }) => [id, places.map(({ kind, key }) => `${kind} ${key}`)]));
    expect(where).toEqual({
      "C-rule": ["service example/meals"],
      "C-target": ["target example/homes"],
      "C-parameter": ["service example/meals", "parameter fromAge", "parameter amount"],
      "C-value": ["parameter amount", "calculator @eldercare/core/subsidy#accrueBenefit"],
      "C-fact": ["fact livesAlone"],
      "C-row": ["table purchase"],
      "C-linkage": ["linkage /linkages/0"],
      "C-slogan": [],
      "C-force": ["pack /inForce"],
    });
  });

  it("makes a clause executable where there is one, and recorded with its reason where there is none", () => {
    expect(home("C-slogan")).toEqual({
      id: "C-slogan",
      ...clause("各单位要高度重视。"),
      status: "recorded",
      where: [],
      reason: { zh: "口号", en: "a slogan" },
    });
    expect(clauses.filter(({ status }) => status === "recorded").map(({ id }) => id)).toEqual(["C-slogan"]);
    expect(home("C-force")).not.toHaveProperty("reason");
  });

  it("is listed in the order in which a reader counts the ids", () => {
    const many = Object.fromEntries(["C-1.10-a", "C-1.2-b", "C-2-a", "C-1.2-a", "C-1.2"].map((id) => [id, recorded]));
    expect(clauseHomes({ ...pack, clauses: {} }, { records: { clauses: many } }).clauses.map(({ id }) => id)).toEqual([
      "C-1.2",
      "C-1.2-a",
      "C-1.2-b",
      "C-1.10-a",
      "C-2-a",
    ]);
  });

  it("is found for contradictions and overrides too", () => {
    const contradictions = [{ clauses: ["C-rule", "C-target"], title }];
    const overrides = [{ rule: "cn/x", does: "withdraw" as const, clauses: ["C-fact"] }];
    const all = clauseHomes({ ...pack, contradictions, overrides } as Pack).clauses.flatMap(({ id, where }) =>
      where.map(({ kind, key }) => `${id} ${kind} ${key}`),
    );
    expect(all).toEqual(expect.arrayContaining(["C-target contradiction /contradictions/0", "C-fact override /overrides/0"]));
  });

  it("is missing where nothing of the pack cites the clause", () => {
    expect(found(records, { ...pack, linkages: [] })).toEqual(["CLAUSE_WITHOUT_HOME pack.json /clauses/C-linkage"]);
    const { home: _, ...homeless } = recorded;
    expect(withRecord("C-slogan", homeless)).toEqual(["CLAUSE_WITHOUT_HOME clauses.json /clauses/C-slogan"]);
  });
});

describe("a record of a clause", () => {
  it("must quote the document word for word, white space apart", () => {
    expect(withRecord("C-slogan", { ...recorded, quote: "各单位应高度重视。" })).toEqual(["CLAUSE_QUOTE clauses.json /clauses/C-slogan/quote"]);
    expect(withRecord("C-slogan", { ...recorded, quote: "各单位要 高度\n重视。" })).toEqual([]);
    const misquoted = { ...pack, clauses: { ...pack.clauses, "C-fact": clause("独居的老年人。") } };
    expect(found(records, misquoted)).toEqual(["CLAUSE_QUOTE pack.json /clauses/C-fact/quote"]);
  });

  it("may restate a source that was not compared with a public copy", () => {
    const recalled = { ...pack, sources: { notice: { ...pack.sources.notice, verification: "recalled" } } } as Pack;
    expect(found({ clauses: { "C-slogan": { ...recorded, quote: "大意如此。" } } }, recalled)).toEqual([]);
  });

  it("must lead to a calculator that exists", () => {
    expect(withRecord("C-value", { home: { calculators: ["@eldercare/core/subsidy#acrueBenefit"] } })).toEqual([
      "CALCULATOR_NOT_FOUND clauses.json /clauses/C-value/home/calculators/0",
    ]);
  });

  it("must lead to a part of the pack that exists and is computed with", () => {
    const to = (pointer: string) => withRecord("C-force", { ...inForce, home: { pack: pointer } });
    expect(to("/inForce/from")).toEqual([]);
    expect(to("/rules/0/then")).toEqual([]);
    for (const nowhere of ["/inforce", "/rules/9", "inForce", "", "/constructor", "/inForce/from/0"])
      expect(to(nowhere), nowhere).toEqual(["CLAUSE_HOME_LEADS_NOWHERE clauses.json /clauses/C-force/home/pack"]);
    for (const idle of ["/title", "/clauses/C-rule", "/rules/0/title/zh", "/rules/0/clauses", "/version"])
      expect(to(idle), idle).toEqual(["CLAUSE_HOME_IDLE clauses.json /clauses/C-force/home/pack"]);
  });

  it("may not stand beside a clause of the pack, save for the calculators that it names", () => {
    expect(withRecord("C-rule", { ...clause("为老年人提供助餐服务。"), home: { calculators: ["@eldercare/core/subsidy#accrueBenefit"] } })).toEqual([
      "CLAUSE_TWICE clauses.json /clauses/C-rule",
    ]);
    expect(withRecord("C-rule", { home: { recorded: { zh: "无", en: "none" } } })).toEqual(["CLAUSE_TWICE clauses.json /clauses/C-rule"]);
  });

  it("is refused with every fault of its shape at once", () => {
    expect(withRecord("C-new", { source: "notce", section: "", modality: "must", quote: 5, hom: {}, home: { calculators: [] }, note: 1 })).toEqual([
      "CLAUSES_UNKNOWN_KEY clauses.json /clauses/C-new/hom",
      "WRONG_TYPE clauses.json /clauses/C-new/note",
      "EMPTY_LIST clauses.json /clauses/C-new/home/calculators",
      "WRONG_TYPE clauses.json /clauses/C-new/section",
      "WRONG_TYPE clauses.json /clauses/C-new/quote",
      "SOURCE_NOT_FOUND clauses.json /clauses/C-new/source",
      "NOT_IN_LIST clauses.json /clauses/C-new/modality",
    ]);
    expect(withRecord("C-new", null)).toEqual(["WRONG_TYPE clauses.json /clauses/C-new"]);
    expect(withRecord("C-slogan", { ...recorded, home: { recorded: { zh: "口号" } } })).toEqual([
      "WRONG_TYPE clauses.json /clauses/C-slogan/home/recorded",
    ]);
    expect(withRecord("C-slogan", { ...recorded, home: { pack: "/area", recorded: { zh: "无", en: "none" } } })).toEqual([
      "WRONG_TYPE clauses.json /clauses/C-slogan/home",
    ]);
    for (const [json, expected] of [
      [[], "WRONG_TYPE clauses.json "],
      [{}, "MISSING_FIELD clauses.json /clauses"],
      [{ clauses: [] }, "WRONG_TYPE clauses.json /clauses"],
    ] as const)
      expect(found(json)).toEqual([expected]);
  });
});

describe("calculators that records name", () => {
  it("are each named once, whatever shape the records have", () => {
    expect(calculatorsNamed(records)).toEqual(["@eldercare/core/subsidy#accrueBenefit"]);
    for (const json of [undefined, null, [], { clauses: null }, { clauses: { a: null, b: { home: 5 }, c: { home: { calculators: [1, null] } } } }])
      expect(calculatorsNamed(json)).toEqual([]);
  });
});

describe("the published schema of the records", () => {
  const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL("../../schema/clauses.schema.json", import.meta.url), "utf8")),
  );

  it("takes what is taken here, and refuses what is refused for its shape", () => {
    expect(fits(records)).toBe(true);
    for (const bad of [
      {},
      { clauses: { a: {} } },
      { clauses: { a: { ...recorded, hom: 1 } } },
      { clauses: { a: { ...recorded, home: {} } } },
      { clauses: { a: { ...recorded, home: { pack: "/area", recorded: { zh: "无", en: "none" } } } } },
      { clauses: { a: { home: { calculators: ["planStaffing"] } } } },
    ])
      expect(fits(bad), JSON.stringify(bad)).toBe(false);
  });
});

it("the clauses of a shipped pack are carried out by what cites them", () => {
  expect(checkPack(county)).toEqual([]);
  const { clauses } = clauseHomes(county);
  expect(clauses.length).toBe(Object.keys(county.clauses).length);
  expect(clauses.every(({ status }) => status === "executable")).toBe(true);
});

import { existsSync, readFileSync } from "node:fs";
import {
  areaSchema,
  caregiverSchema,
  facilitySchema,
  householdSchema,
  olderPersonSchema,
  parseShape,
  providerSchema,
  registerTables,
  type SubjectKind,
} from "@eldercare/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import { lintPack } from "../pack/lintPack.js";
import type { Clause, Overlay, Pack } from "../pack/pack.js";
import { mutatePack } from "../testing/mutatePack.js";
import { type PolicyCase, testPack } from "../testing/testPack.js";
import * as nation from "./cn.js";
import * as banner from "./cn-15-example-banner.js";
import * as pastoral from "./cn-15-pastoral.js";
import * as nanyang from "./cn-4113-nanyang.js";
import * as changli from "./cn-130322-changli.js";
import * as nancheng from "./cn-361021-nancheng.js";
import * as chengkou from "./cn-500229-chengkou.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const squeeze = (text: string): string => text.replace(/\s+/g, "");

interface Region {
  readonly id: string;
  readonly pack: Pack;
  readonly cases: readonly PolicyCase[];
  readonly illustrative?: Overlay;
  readonly parents: readonly Pack[];
}

const [country, region] = [[nation.pack], [nation.pack, pastoral.pack]];
const regions: readonly Region[] = [
  { id: "cn", ...nation, parents: [] },
  { id: "cn-500229-chengkou", ...chengkou, parents: country },
  { id: "cn-130322-changli", ...changli, parents: country },
  { id: "cn-361021-nancheng", ...nancheng, parents: country },
  { id: "cn-4113-nanyang", ...nanyang, parents: country },
  { id: "cn-15-pastoral", ...pastoral, parents: country },
  { id: "cn-15-example-banner", ...banner, parents: region },
];

const ajv = new Ajv({ discriminator: true, allErrors: true, allowUnionTypes: true });
const shapeOf = (name: string) => ajv.compile(JSON.parse(read(`../../schema/${name}.schema.json`)));
const [packShape, casesShape, overlayShape] = [shapeOf("pack"), shapeOf("cases"), shapeOf("overlay")];

const isVerbatim = (pack: Pack, clause: Clause): boolean => pack.sources[clause.source]?.verification === "verified";

/** Every clause that something in the pack rests on. */
const clausesUsed = (pack: Pack): Set<string> =>
  new Set([
    ...[...pack.rules, ...(pack.overrides ?? []), ...(pack.linkages ?? []), ...(pack.contradictions ?? [])].flatMap(({ clauses }) => clauses),
    ...Object.values(pack.facts).flatMap((fact) => fact.clauses ?? []),
    ...Object.values(pack.parameters).flatMap((parameter) => [parameter.clause, ...(parameter.values ?? []).flatMap((value) => value.clause ?? [])]),
    ...Object.values(pack.tables ?? {}).flatMap(({ rows }) => rows.map(({ clause }) => clause)),
  ]);

const openIn = (packs: readonly Pack[]): string[] =>
  packs.flatMap(({ parameters }) => Object.entries(parameters).flatMap(([id, { open }]) => (open === true ? [id] : [])));

describe.each(regions)("the pack $id", ({ id, pack, cases, illustrative, parents }) => {
  const source = squeeze(read(`../../packs/${id}/source.txt`));

  it("fits the published schemas, with its cases and example values", () => {
    packShape(pack);
    casesShape(cases);
    expect([packShape.errors ?? [], casesShape.errors ?? []]).toEqual([[], []]);
    expect(pack.id).toBe(id);
    if (illustrative === undefined) return;
    overlayShape(illustrative);
    expect(overlayShape.errors ?? []).toEqual([]);
  });

  it("has no error in any name, type or condition, and nothing that is never used", () => {
    const found = lintPack(pack, parents).filter(({ severity }) => severity !== "note");
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([]);
  });

  it("quotes every source that it has the text of word for word", () => {
    // a restated sentence says so; all others stand in the text
    const quotes = Object.entries(pack.clauses).filter(([, clause]) => isVerbatim(pack, clause) || clause.note === undefined);
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter(([, { quote }]) => !source.includes(squeeze(quote))).map(([clause]) => clause)).toEqual([]);
  });

  it("lists the clauses that it rests on, and no others", () => {
    expect([...clausesUsed(pack)].sort()).toEqual(Object.keys(pack.clauses).sort());
  });

  it("takes each number from its clause: the figure stands in the sentence, or a note says how it was read", () => {
    const unexplained = Object.entries(pack.parameters).filter(
      ([, { clause, note, values = [] }]) =>
        note === undefined && values.some((value) => !pack.clauses[value.clause ?? clause]?.quote.includes(String(value.value))),
    );
    expect(unexplained.map(([parameter]) => parameter)).toEqual([]);
  });

  it("answers its own cases as written, each rule with a condition granted, denied and undetermined in some case", () => {
    const report = testPack(pack, cases, parents);
    expect(report.failures.map((issue) => issue.message.en)).toEqual([]);
    expect(report.uncovered).toEqual([]);
    expect(report.expectations).toBeGreaterThan(pack.rules.length);
  });

  it("has cases that notice nine of ten small changes of its numbers and conditions", { timeout: 60_000 }, () => {
    const { noticed, tried, unnoticed } = mutatePack(pack, cases, parents);
    expect(tried).toBeGreaterThan(20);
    expect(noticed / tried, unnoticed.map(({ pointer, message }) => `${pointer}: ${message.en}`).join("\n")).toBeGreaterThanOrEqual(0.9);
  });

  it("has cases whose records hold known fields and declared facts only", () => {
    const declared = new Set([...parents, pack].flatMap((each) => Object.keys(each.facts)));
    expect(cases.flatMap((situation) => strayFields(situation, declared))).toEqual([]);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it("has example values, where it has any, for every parameter that the documents leave open, and for no other", () => {
    expect(existsSync(new URL(`../../packs/${id}/illustrative.json`, import.meta.url))).toBe(illustrative !== undefined);
    if (illustrative === undefined) return;
    expect(illustrative.illustrative).toBe(true);
    expect(Object.keys(illustrative.parameters).sort()).toEqual(openIn([...parents, pack]).sort());
    const engine = createEngine({ packs: [...parents, pack], overlays: [illustrative] });
    expect(engine.openParameters("2026-11-21").filter(({ supplied }) => supplied.value === undefined)).toEqual([]);
  });
});

const shapes = {
  person: olderPersonSchema,
  household: householdSchema,
  village: areaSchema,
  township: areaSchema,
  facility: facilitySchema,
  workforce: caregiverSchema,
  provider: providerSchema,
  area: areaSchema,
} as const satisfies Record<SubjectKind, unknown>;

/** What a case need not say: it states only what it is about, and rules never ask when staff work. */
const unsaid = new Set(["MISSING_FIELD", "CAREGIVER_WITHOUT_SHIFTS"]);

const isFlat = (value: unknown): boolean => typeof value !== "object" || value === null || (Array.isArray(value) && value.every(isText));
const isText = (value: unknown): boolean => typeof value === "string";

/** Fields of a case that no shape knows and facts that no pack declares: a misspelt one would silently be unknown. */
function strayFields({ name, subject, register = {} }: PolicyCase, declared: ReadonlySet<string>): string[] {
  const [kind, record] = Object.entries(subject)[0] as [SubjectKind, Readonly<Record<string, unknown>>];
  const rows = Object.entries(register).flatMap(([table, list]) =>
    list.map((row) => [registerTables[table as keyof typeof registerTables], row] as const),
  );
  return [[shapes[kind], record] as const, ...rows].flatMap(([shape, row]) => {
    const facts = Object.entries((row as { facts?: object }).facts ?? {});
    // facts that are records, or lists of records, are held against their declaration when the cases are run
    const plain = { ...row, facts: Object.fromEntries(facts.filter(([, value]) => isFlat(value))) };
    const { issues } = parseShape(shape, facts.length === 0 ? row : plain);
    return [
      ...issues.flatMap(({ code, pointer }) => (unsaid.has(code) ? [] : [`${name}: ${code} ${pointer}`])),
      ...facts.flatMap(([fact]) => (declared.has(fact) ? [] : [`${name}: facts/${fact}`])),
    ];
  });
}

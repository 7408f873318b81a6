import { readFileSync } from "node:fs";
import { areaSchema, caregiverSchema, facilitySchema, householdSchema, olderPersonSchema, parseShape } from "@eldercare/core";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { createEngine } from "../assess/engine.js";
import { lintPack } from "../pack/lintPack.js";
import type { Clause, Pack } from "../pack/pack.js";
import { type PolicyCase, testPack } from "../testing/testPack.js";
import * as nation from "./cn.js";
import * as chengkou from "./cn-500229-chengkou.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const squeeze = (text: string): string => text.replace(/\s+/g, "");

const regions = [
  { id: "cn", ...nation, parents: [] as readonly Pack[], source: squeeze(read("../../packs/cn/source.txt")) },
  { id: "cn-500229-chengkou", ...chengkou, parents: [nation.pack], source: squeeze(read("../../packs/cn-500229-chengkou/source.txt")) },
] as const;

const ajv = new Ajv({ discriminator: true, allErrors: true, allowUnionTypes: true });
const packShape = ajv.compile(JSON.parse(read("../../schema/pack.schema.json")));
const overlayShape = ajv.compile(JSON.parse(read("../../schema/overlay.schema.json")));

const isVerbatim = (pack: Pack, clause: Clause): boolean => pack.sources[clause.source]?.verification === "verified";

/** Every clause that something in the pack rests on. */
const clausesUsed = (pack: Pack): Set<string> =>
  new Set([
    ...pack.rules.flatMap((rule) => rule.clauses),
    ...Object.values(pack.facts).flatMap((fact) => fact.clauses ?? []),
    ...Object.values(pack.parameters).flatMap((parameter) => [parameter.clause, ...(parameter.values ?? []).flatMap((value) => value.clause ?? [])]),
  ]);

describe.each(regions)("the pack $id", ({ id, pack, cases, parents, source }) => {
  it("fits the published schema", () => {
    packShape(pack);
    expect(packShape.errors ?? []).toEqual([]);
    expect(pack.id).toBe(id);
  });

  it("has no error in any name, type or condition", () => {
    expect(lintPack(pack, parents).filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("quotes every verified source word for word", () => {
    const quotes = Object.entries(pack.clauses).filter(([, clause]) => isVerbatim(pack, clause));
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter(([, { quote }]) => !source.includes(squeeze(quote))).map(([clause]) => clause)).toEqual([]);
  });

  it("says of a restated sentence that it is not verbatim", () => {
    const restated = Object.values(pack.clauses).filter((clause) => !isVerbatim(pack, clause));
    expect(restated.filter(({ note }) => !note?.includes("非标准原文逐字引用"))).toEqual([]);
  });

  it("lists the clauses that it rests on, and no others", () => {
    expect([...clausesUsed(pack)].sort()).toEqual(Object.keys(pack.clauses).sort());
  });

  it("takes each number from its clause: the figure stands in the sentence, or a note says how it was read", () => {
    const unexplained = Object.entries(pack.parameters).filter(
      ([, { clause, note, values = [] }]) => note === undefined && values.some(({ value }) => !pack.clauses[clause]?.quote.includes(String(value))),
    );
    expect(unexplained.map(([parameter]) => parameter)).toEqual([]);
  });

  it("answers its own cases as written, each rule with a condition granted, denied and undetermined in some case", () => {
    const report = testPack(pack, cases, parents);
    expect(report.failures.map((issue) => issue.message.en)).toEqual([]);
    expect(report.uncovered).toEqual([]);
    expect(report.expectations).toBeGreaterThan(pack.rules.length);
  });

  it("has cases whose records hold known fields and declared facts only", () => {
    const declared = new Set([...parents, pack].flatMap((each) => Object.keys(each.facts)));
    expect(cases.flatMap((situation) => strayFields(situation, declared))).toEqual([]);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

const shapes = { person: olderPersonSchema, household: householdSchema, facility: facilitySchema, village: areaSchema, area: areaSchema } as const;
const tables = { areas: areaSchema, facilities: facilitySchema, caregivers: caregiverSchema } as const;

/** Fields of a case that no shape knows and facts that no pack declares: a misspelt one would silently be unknown. */
function strayFields({ name, subject, register = {} }: PolicyCase, declared: ReadonlySet<string>): string[] {
  const [kind, record] = Object.entries(subject)[0] as [keyof typeof shapes, Readonly<Record<string, unknown>>];
  const rows = Object.entries(register).flatMap(([table, list]) => list.map((row) => [tables[table as keyof typeof tables], row] as const));
  return [[shapes[kind], record] as const, ...rows].flatMap(([shape, row]) => [
    // a case states only what it is about
    ...parseShape(shape, row).issues.flatMap((issue) => (issue.code === "MISSING_FIELD" ? [] : [`${name}: ${issue.code} ${issue.pointer}`])),
    ...Object.keys((row as { facts?: object }).facts ?? {}).flatMap((fact) => (declared.has(fact) ? [] : [`${name}: facts/${fact}`])),
  ]);
}

const on = "2026-11-21";
const packs = [nation.pack, chengkou.pack];
const county = { code: "500229", name: "城口县", tier: "county" } as const;
const bare = createEngine({ packs });
const withExamples = createEngine({ packs, overlays: [chengkou.illustrative] });
const decide = (engine: typeof bare, subject: Parameters<typeof bare.assess>[0], rule: string, register = {}) =>
  engine.assess(subject, { on, register, rules: [`cn-500229-chengkou/${rule}`] })[0];

const ruralPerson = { id: "p-1", birthDate: "1944-05-01", registeredResidence: { kind: "rural" as const }, assistance: [], died: null };

describe("example values for Chengkou", () => {
  it("supply every parameter that the documents leave open, and no other", () => {
    overlayShape(chengkou.illustrative);
    expect(overlayShape.errors ?? []).toEqual([]);
    expect(chengkou.illustrative.illustrative).toBe(true);
    const open = packs.flatMap((pack) => Object.entries(pack.parameters).flatMap(([id, { open: isOpen }]) => (isOpen === true ? [id] : [])));
    expect(Object.keys(chengkou.illustrative.parameters).sort()).toEqual(open.sort());
    expect(withExamples.openParameters(on).filter(({ supplied }) => supplied.value === undefined)).toEqual([]);
  });

  it("mark every answer that rests on one", () => {
    const person = { ...ruralPerson, livingArrangement: "alone" as const };
    expect(decide(withExamples, { person }, "benefit.oldAgeAllowance")).toMatchObject({ status: "granted", illustrative: true });
    expect(decide(withExamples, { person }, "ledger.livesAlone")).toMatchObject({ status: "granted", illustrative: false });
  });

  it("are needed: without them a visit is owed, but how often is open", () => {
    const { effect } = decide(bare, { person: ruralPerson }, "service.regularVisit") ?? {};
    expect(effect).toEqual({ kind: "service", service: "regularVisit", per: "year", open: ["regularVisit.timesPerYear"] });
    expect(decide(withExamples, { person: ruralPerson }, "service.regularVisit")?.effect).toMatchObject({ times: 4, per: "year", open: [] });
  });
});

const target = (id: string) => chengkou.pack.rules.find((rule) => rule.id === id);
const townships = new Map(
  read("../../../../examples/data/chengkou/chengkou-towns.csv")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(0, 2) as [string, string]),
);

describe("the targets of the Chengkou notice", () => {
  it("keep the contradictions of the text: 18 homes but 6 + 6 named, 23 centres but 7 + 11 named, 113 points and 51 + 62", () => {
    const warned = bare
      .assess({ area: county }, { on })
      .flatMap(({ rule, warnings }) => warnings.map((warning) => [rule.split("/")[1], warning.code]));
    expect(warned).toEqual([
      ["target.homesUpgraded", "PARTS_DO_NOT_ADD_UP"],
      ["target.townshipCentres", "PARTS_DO_NOT_ADD_UP"],
    ]);
  });

  it.each([
    ["target.homesUpgraded2021", "upgradeTask2021"],
    ["target.homesUpgraded2022", "upgradeTask2022"],
    ["target.townshipCentres2021", "centreTask2021"],
    ["target.townshipCentres2022", "centreTask2022"],
  ])("%s names its members as the sentence does, and counts in just those townships", (id, fact) => {
    const rule = target(id);
    const members = rule?.then.kind === "target" ? (rule.then.members ?? []) : [];
    const quote = chengkou.pack.clauses[rule?.clauses[0] ?? ""]?.quote ?? "";
    expect(quote).toContain(members.join("、"));
    const codes = [...JSON.stringify(chengkou.pack.facts[fact]?.is).matchAll(/"(500229\d{3})"/g)].map(([, code]) => code ?? "");
    // the full name of a township is the name in the sentence with 镇 or 乡 after it
    expect(codes.map((code) => townships.get(code)?.slice(0, -1))).toEqual(members);
  });

  it("are overdue once their year has passed, and due on its last day", () => {
    const area = { ...county, facts: { homesUpgraded: 17 } };
    const states = ["2022-12-31", "2023-01-01"].map(
      (day) => bare.assess({ area }, { on: day, rules: ["cn-500229-chengkou/target.homesUpgraded"] })[0]?.effect,
    );
    expect(states).toMatchObject([{ state: "due" }, { state: "overdue" }]);
  });
});

describe("what Chengkou's facilities owe", () => {
  const staff = (roles: readonly string[]) => ({
    caregivers: roles.map((role, index) => ({ id: `c-${index}`, roles: [role], facility: "f-1", area: "500229", shifts: [] })),
  });
  const home = { id: "f-1", kind: "townshipHome" as const, area: "500229102", residents: { disabled: 10, semiDisabled: 10, selfCaring: 21 } };

  it("41 residents of a township home ask for 5 management and service staff", () => {
    expect(decide(bare, { facility: home }, "staffing.townshipHome", staff(["careWorker", "nurse", "director", "driver"]))?.effect).toMatchObject({
      required: 5,
      present: 3,
      short: 2,
    });
  });

  it("10 disabled residents of the county centre ask for 4 service staff, managers not counted", () => {
    const centre = { ...home, kind: "concentratedDisabledCareCentre" as const };
    const register = staff(["careWorker", "careWorker", "careWorker", "careWorker", "director"]);
    expect(decide(bare, { facility: centre }, "staffing.disabledCare", register)).toMatchObject({
      status: "met",
      effect: { required: 4, present: 4 },
    });
  });

  it("20 residents in concentrated support at 11,000 yuan a year ask for 33,000 yuan of running cost", () => {
    const facility = { ...home, facts: { concentratedSupportResidents: 20 } };
    expect(decide(withExamples, { facility }, "funding.runningCost")?.effect).toMatchObject({ amountFen: 3_300_000, per: "year" });
    expect(decide(bare, { facility }, "funding.runningCost")?.effect).toMatchObject({ open: ["basicLivingAllowance.fenPerYear"] });
  });
});

describe("admission in Chengkou", () => {
  it("ranks destitute persons first in every queue", () => {
    const queues = new Map<string, string[]>();
    for (const { id, then } of chengkou.pack.rules) {
      if (then.kind === "priority") queues.set(then.queue, [...(queues.get(then.queue) ?? []), id.split(".").at(-1) ?? ""]);
    }
    expect(Object.fromEntries(queues)).toEqual({
      townshipCareCentre: ["destitute", "social"],
      concentratedDisabledCareCentre: ["destitute", "social"],
      townshipHome: ["destitute", "hardUp"],
    });
    const person = { ...ruralPerson, wishes: { institution: true } };
    expect(decide(bare, { person }, "admission.townshipCentre.social")?.effect).toMatchObject({ rank: 2 });
    expect(decide(bare, { person: { ...person, assistance: ["destitute"] } }, "admission.townshipCentre.destitute")?.effect).toMatchObject({
      rank: 1,
    });
  });
});

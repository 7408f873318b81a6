import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { overWholePacks } from "../../test/overWholePacks.js";
import { contextsOf } from "../assess/contextsOf.js";
import { createEngine } from "../assess/engine.js";
import { booleanType } from "../logic/node.js";
import { parseLogic } from "../logic/parseLogic.js";
import type { Logic, Pack, Rule } from "../pack/pack.js";
import { pack as national } from "../packs/cn.js";
import { pack as county, illustrative } from "../packs/cn-500229-chengkou.js";
import { analysePack } from "./analysePack.js";
import { worldOf } from "./domain/world.js";
import type { Finding } from "./finding.js";
import { findPerson, impliesOn } from "./findPerson.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const number = (value: number, more: object = {}) =>
  ({ type: "integer", title, clause: "C", values: [{ from: "2020-01-01", value }], ...more }) as const;

function packOf(rules: readonly (Pick<Rule, "then"> & Partial<Rule>)[], more: Partial<Pack> = {}): Pack {
  return {
    id: "p",
    version: "1.0.0",
    title,
    area: "500229",
    extends: [],
    inForce: { from: "2020-01-01" },
    sources: { s: { title: "s", issuer: "s", issued: "2020-01-01", checkedOn: "2026-01-01", verification: "verified" } },
    clauses: { C: { source: "s", section: "1", modality: "required", quote: "q" } },
    parameters: Object.fromEntries([0, 1, 2, 3, 4, 6, 60, 70, 80, 200].map((value) => [`n${value}`, number(value)])),
    rules: rules.map((rule, index) => ({ id: `r${index}`, subject: "person", title, clauses: ["C"], ...rule })),
    ...more,
    facts: { age: { subject: "person", type: "integer", title, is: { ageOn: [{ var: "birthDate" }] } }, ...more.facts },
  };
}

const codes = (pack: Pack): string[] => analysePack(pack, { on }).findings.map(({ code, pointer }) => `${code} ${pointer}`);
const category = (when: Logic) => ({ when, then: { kind: "category", category: "c" } }) as const;
const atLeast = (name: string, id: string): Logic => ({ ">=": [{ var: name }, { param: id }] });
const below = (name: string, id: string): Logic => ({ "<": [{ var: name }, { param: id }] });

/** What the engine says of the witness of the only finding with a code. */
function statuses(pack: Pack, code: string): string[] {
  const { witness, rules = [] } = analysePack(pack, { on }).findings.find((found) => found.code === code) ?? {};
  if (witness === undefined) return [];
  const { subject, register } = witness;
  return createEngine({ packs: [pack] })
    .assess(subject, { on, register, rules })
    .map(({ status }) => status);
}

const overlapsOf = (findings: readonly Finding[]) => findings.filter(({ code }) => code === "RULES_OVERLAP");

describe("analysePack of the packs that come along", () => {
  overWholePacks("finds that national rules on ability hold before their standard was issued", () => {
    const { findings, exact } = analysePack(national, { on });
    expect(exact).toBe(true);
    expect(findings.map(({ code, rules }) => `${code} ${rules[0]}`)).toEqual([
      "RULE_BEFORE_SOURCE cn/category.selfCaring",
      "RULE_BEFORE_SOURCE cn/category.semiDisabled",
      "RULE_BEFORE_SOURCE cn/category.disabled",
    ]);
  });

  overWholePacks("finds two services of Chengkou that one person can get twice, with and without example values", () => {
    for (const overlays of [[], [illustrative]]) {
      const { findings, undecided } = analysePack(county, { parents: [national], overlays, on });
      expect(undecided).toEqual([]);
      expect(overlapsOf(findings).map(({ code, rules }) => [code, ...rules])).toEqual([
        ["RULES_OVERLAP", "cn-500229-chengkou/service.regularVisit", "cn-500229-chengkou/service.grid.visit"],
        ["RULES_OVERLAP", "cn-500229-chengkou/service.grid.housekeeping", "cn-500229-chengkou/service.mobile.housekeeping"],
      ]);
    }
  });

  overWholePacks("shows people to whom the engine grants both services, in a county that has adopted the clause", () => {
    const engine = createEngine({ packs: [national, county], overlays: [illustrative] });
    const { findings } = analysePack(county, { parents: [national], overlays: [illustrative], on });
    for (const { witness, rules } of overlapsOf(findings)) {
      const decisions = witness === undefined ? [] : engine.assess(witness.subject, { on, register: witness.register, rules });
      expect(decisions.map(({ status }) => status)).toEqual(["granted", "granted"]);
    }
  });

  it("refuses a date that does not exist", () => {
    expect(() => analysePack(national, { on: "2026-02-30" })).toThrow(EldercareError);
  });
});

describe("thresholds", () => {
  it("at odds with what is declared are reported where they stand", () => {
    const facts = { served: { subject: "person", type: "rational", title } } as const;
    const cases: readonly [Logic, string][] = [
      [atLeast("age", "n200"), "/rules/0/when"],
      [atLeast("ability.level", "n6"), "/rules/0/when"],
      [{ and: [{ var: "leftBehind" }, { ">": [{ var: "served" }, { param: "n1" }] }] }, "/rules/0/when/and/1"],
      [{ ">": [{ var: "birthDate" }, { dateAsked: [] }] }, "/rules/0/when"],
    ];
    for (const [when, pointer] of cases) expect(codes(packOf([category(when)], { facts }))).toContain(`THRESHOLD_OUTSIDE_DOMAIN ${pointer}`);
    expect(codes(packOf([category(atLeast("age", "n80"))]))).toEqual([]);
  });

  it("of a standard that no share can reach are reported", () => {
    const facts = { served: { subject: "area", type: "rational", title } } as const;
    const rule = { subject: "area", then: { kind: "standard", metric: "served", op: ">=", value: { param: "n2" } } } as const;
    expect(codes(packOf([rule], { facts }))).toEqual(["THRESHOLD_OUTSIDE_DOMAIN /rules/0/then/value"]);
  });
});

describe("a gap between bands", () => {
  it("is shown by somebody in it, with one below and one above", () => {
    const young: Logic = { and: [atLeast("age", "n60"), below("age", "n70")] };
    const [found] = analysePack(packOf([category(young), category(atLeast("age", "n80"))]), { on }).findings;
    expect(found?.code).toBe("GAP_BETWEEN_BANDS");
    const births = [found?.neighbours?.lower, found?.witness, found?.neighbours?.higher].map(
      (who) => JSON.stringify(who?.subject).match(/\d{4}-\d\d-\d\d/)?.[0],
    );
    // born on the eve of the day from which people are 80, between, and just 69
    expect(births).toEqual(["1946-11-21", "1956-11-21", "1956-11-22"]);
  });

  it("is not seen where the bands meet", () => {
    const young: Logic = { and: [atLeast("age", "n60"), below("age", "n80")] };
    expect(codes(packOf([category(young), category(atLeast("age", "n80"))]))).toEqual([]);
  });
});

describe("requirements of one metric", () => {
  const standard = (op: ">=" | "<=" | "==", id: string) =>
    ({ subject: "facility", then: { kind: "standard", metric: "beds", op, value: { param: id } } }) as const;

  it("contradict one another where no number satisfies both", () => {
    expect(codes(packOf([standard(">=", "n80"), standard("<=", "n60")]))).toEqual(["STANDARDS_CONTRADICT /rules/1"]);
    expect(codes(packOf([standard("==", "n60"), standard("==", "n80")]))).toEqual(["STANDARDS_CONTRADICT /rules/1"]);
    expect(codes(packOf([standard("<=", "n80"), standard(">=", "n60")]))).toEqual([]);
  });

  it("do not where no facility has to meet both", () => {
    const of = (kind: string, rule: ReturnType<typeof standard>) => ({ ...rule, when: { "==": [{ var: "kind" }, kind] } }) as const;
    expect(codes(packOf([of("townshipHome", standard(">=", "n80")), of("dayCareCentre", standard("<=", "n60"))]))).toEqual([]);
  });
});

describe("a decision table", () => {
  const row = (cell: NonNullable<Pack["tables"]>[string]["rows"][number]["if"][number], value: number) => ({
    if: [cell],
    then: value,
    from: "2020-01-01",
    clause: "C",
  });
  const table = (hit: "unique" | "first", rows: readonly (ReturnType<typeof row> & { readonly to?: string })[]): Pack =>
    packOf([{ when: { var: "leftBehind" }, then: { kind: "benefit", benefit: "b", amountFen: { table: "t" }, per: "month" } }], {
      tables: { t: { inputs: ["ability.level"], hit, rows } },
    });

  it("that hits once is reported where two rows apply to somebody", () => {
    const pack = table("unique", [row({ "<=": { param: "n2" } }, 1), row({ ">=": { param: "n2" } }, 2)]);
    const [found] = analysePack(pack, { on }).findings;
    expect([found?.code, found?.pointer]).toEqual(["TABLE_ROWS_MEET", "/tables/t/rows/1"]);
    expect(JSON.stringify(found?.witness?.subject)).toContain('"level":2');
  });

  it("is reported where it has no row for somebody to whom the rule grants", () => {
    const pack = table("unique", [row({ "<": 2 }, 1), row({ ">": 2 }, 2)]);
    const [found] = analysePack(pack, { on }).findings;
    expect([found?.code, found?.pointer, found?.rules]).toEqual(["TABLE_LEAVES_GAP", "/tables/t", ["p/r0"]]);
    expect(found?.witness?.subject).toMatchObject({ person: { leftBehind: true, ability: { level: 2 } } });
  });

  it("is reported where rows before it leave nothing to a row", () => {
    expect(codes(table("first", [row({ ">=": 1 }, 1), row({ ">": 2 }, 2), row("-", 3)]))).toEqual(["TABLE_ROW_NEVER_HIT /tables/t/rows/1"]);
  });

  it("names the row of a later date that says the same and stands before, and how to keep both", () => {
    const later = { ...row("-", 2), from: "2026-01-01" };
    const [found] = analysePack(table("first", [row({ ">": 9 }, 1), later, row("-", 3)]), { on }).findings.filter(
      ({ code, pointer }) => code === "TABLE_ROW_NEVER_HIT" && pointer === "/tables/t/rows/2",
    );
    expect(found?.message.zh).toBe("表 t 的第 3 行不会命中：第 2 行条件相同，排在它前面，自 2026-01-01 起施行");
    expect(found?.advice.en).toContain('add "to": "2025-12-31"');
  });

  it("does not judge rows of another time by the date asked", () => {
    const past = { ...row("-", 1), to: "2025-12-31" };
    const future = { ...row("-", 2), from: "2027-01-01" };
    expect(codes(table("first", [row("-", 3), past, future]))).toEqual([]);
    expect(codes(table("unique", [past, { ...row("-", 3), from: "2026-01-01", to: "2026-12-31" }, future]))).toEqual([]);
  });

  it("whose rows exclude one another and leave nothing out has no findings", () => {
    expect(codes(table("unique", [row({ "<": 2 }, 1), row({ ">=": 2 }, 2)]))).toEqual([]);
  });
});

describe("sources and clauses", () => {
  it("are reported where nothing cites them, or what cites them holds earlier", () => {
    const parameters = { early: { type: "integer", title, clause: "C", values: [{ from: "2019-12-31", value: 80 }] } } as const;
    const clauses = {
      C: { source: "s", section: "1", modality: "required", quote: "q" },
      D: { source: "s", section: "2", modality: "required", quote: "r" },
      E: { source: "s", section: "3", modality: "required", quote: "t" },
    } as const;
    const contradictions = [{ clauses: ["C", "E"], title }];
    expect(codes(packOf([category(atLeast("age", "early"))], { parameters, clauses, contradictions }))).toEqual([
      "CLAUSE_UNUSED /clauses/D",
      "VALUE_BEFORE_SOURCE /parameters/early/values/0/from",
    ]);
  });
});

describe("what is beyond reckoning", () => {
  it("is said to be undecided, with the operators that stand in the way", () => {
    const product: Logic = { ">=": [{ "*": [{ var: "beds" }, { var: "nursingBeds" }] }, { param: "n3" }] };
    const rule = { subject: "facility", when: product, then: { kind: "category", category: "c" } } as const;
    const { findings, undecided, exact } = analysePack(packOf([rule, { ...rule, when: { "!": [product] } }]), { on });
    expect(exact).toBe(false);
    expect(findings.map(({ code }) => code)).not.toContain("RULES_OVERLAP");
    expect(undecided.every(({ message }) => message.en.includes("*"))).toBe(true);
  });

  it("does not hide what can be shown all the same", () => {
    const product: Logic = { ">=": [{ "*": [{ var: "beds" }, { var: "nursingBeds" }] }, { param: "n0" }] };
    const rule = { subject: "facility", when: product, then: { kind: "category", category: "c" } } as const;
    expect(statuses(packOf([rule, rule]), "RULES_OVERLAP")).toEqual(["granted", "granted"]);
  });
});

describe("findPerson", () => {
  const pack = packOf([], {
    facts: {
      wellOff: { subject: "household", type: "boolean", title, is: atLeast("monthlyIncomeFen", "n3") },
      sharesHome: { subject: "household", type: "boolean", title, is: { some: [{ var: "members" }, { "==": [{ var: "relation" }, "child"] }] } },
      childCares: {
        subject: "household",
        type: "boolean",
        title,
        is: { some: [{ var: "members" }, { and: [{ "==": [{ var: "relation" }, "child"] }, { var: "cares" }] }] },
      },
    },
  });
  const [context] = contextsOf([pack], []);
  if (context === undefined) throw new Error("the pack was refused");
  const parameters = context.on(on).parameters.all;
  const read = (subject: "person" | "household" | "facility", logic: Logic) => {
    const node = parseLogic(logic, booleanType, "", context.meaning.of(subject), []);
    if (node === undefined) throw new Error("the condition was refused");
    return node;
  };

  it("gives the record a household and areas of which the conditions hold", () => {
    const node = read("person", { and: [{ var: "household.wellOff" }, { var: "village.dispersed" }, { "!": [{ var: "township.dispersed" }] }] });
    const found = findPerson([{ node, wanted: true }], worldOf(context, "person", on, parameters));
    expect(found).toMatchObject({
      kind: "found",
      witness: {
        register: {
          households: [{ monthlyIncomeFen: 3 }],
          areas: [
            { tier: "village", dispersed: true },
            { tier: "township", dispersed: false },
          ],
        },
      },
    });
  });

  it("proves that a list cannot have a member of a kind and none", () => {
    const world = worldOf(context, "household", on, parameters);
    expect(impliesOn(read("household", { var: "childCares" }), read("household", { var: "sharesHome" }), world)).toEqual({ kind: "none" });
    const found = impliesOn(read("household", { var: "sharesHome" }), read("household", { var: "childCares" }), world);
    expect(found).toMatchObject({ kind: "found", witness: { subject: { household: { members: [{ relation: "child", cares: false }] } } } });
  });

  it("tells the state of a facility by its latest event", () => {
    const world = worldOf(context, "facility", on, parameters);
    const built = read("facility", { some: [{ var: "events" }, { "==": [{ var: "state" }, "built"] }] });
    const closed = read("facility", { "==": [{ var: "state" }, "closed"] });
    const found = findPerson(
      [built, closed].map((node) => ({ node, wanted: true })),
      world,
    );
    expect(found).toMatchObject({ kind: "found", witness: { subject: { facility: { events: [{ state: "built" }, { state: "closed" }] } } } });
    const never = read("facility", { none: [{ var: "events" }, { "==": [{ var: "state" }, "closed"] }] });
    expect(
      findPerson(
        [never, closed].map((node) => ({ node, wanted: true })),
        world,
      ),
    ).toEqual({ kind: "none" });
  });

  it("knows that an area lies in those around it", () => {
    const world = worldOf(context, "person", on, parameters);
    const inTown = read("person", { inside: [{ var: "residence.area" }, "500229103"] });
    const inCounty = read("person", { inside: [{ var: "residence.area" }, "500229"] });
    expect(impliesOn(inTown, inCounty, world)).toEqual({ kind: "none" });
    expect(impliesOn(inCounty, inTown, world)).toMatchObject({ kind: "found" });
  });

  it("counts months and days as the engine does", () => {
    const world = worldOf(context, "person", on, parameters);
    const recent = read("person", { "<": [{ monthsBetween: [{ var: "ability.assessedOn" }, { dateAsked: [] }] }, { param: "n3" }] });
    const late = read("person", { "<=": [{ var: "ability.assessedOn" }, "2026-08-21"] });
    expect(
      findPerson(
        [recent, late].map((node) => ({ node, wanted: true })),
        world,
      ),
    ).toEqual({ kind: "none" });
    const eve = read("person", { "<=": [{ var: "ability.assessedOn" }, "2026-08-22"] });
    expect(
      findPerson(
        [recent, eve].map((node) => ({ node, wanted: true })),
        world,
      ),
    ).toMatchObject({
      witness: { subject: { person: { ability: { assessedOn: "2026-08-22" } } } },
    });
  });
});

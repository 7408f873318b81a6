import { deadlineDay } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import { pack as national } from "../packs/cn.js";
import { pack as county } from "../packs/cn-500229-chengkou.js";
import { checkConsistency } from "./checkConsistency.js";
import type { EffectDeclaration, Fact, Pack, Parameter, ParameterValue, Rule } from "./pack.js";
import { checkPack } from "./parsePack.js";

const sound = packOf({ ">=": [{ var: "age" }, { param: "sixty" }] });
const title = { zh: "题", en: "title" };

/** What is found in a pack whose every part is well formed, with code and pointer; `checkPack` must say the same, once. */
function found(pack: Pack): string[] {
  const issues = checkConsistency(pack);
  expect(checkPack(pack)).toEqual(issues);
  return issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

const withParameter = (parameter: Partial<Parameter>): Pack => ({
  ...sound,
  parameters: { ...sound.parameters, tried: { type: "integer", title, clause: "C", ...parameter } },
});
const withValues = (parameter: Partial<Parameter>, ...values: ParameterValue[]): Pack => withParameter({ ...parameter, values });
const withFact = (fact: Partial<Fact>, name = "tried"): Pack => ({
  ...sound,
  facts: { ...sound.facts, [name]: { subject: "village", type: "boolean", title, ...fact } },
});
const withRule = (rule: Partial<Rule>): Pack => ({
  ...sound,
  rules: [{ id: "tried", subject: "area", title, then: { kind: "category", category: "c" }, clauses: ["C"], ...rule }],
});
const withEffect = (then: EffectDeclaration): Pack => withRule({ then });
const withSource = (source: Partial<Pack["sources"][string]>): Pack => ({
  ...sound,
  sources: { s: { title: "s", issuer: "s", issued: "2000-01-01", checkedOn: "2000-01-01", verification: "verified", ...source } },
});
const target = (by: string): Pack => withEffect({ kind: "target", metric: "population", op: ">=", value: { param: "two" }, by });

const count = { of: "facilities", where: { var: "completed" } } as const;
const share = { of: "facilities", among: { var: "completed" }, where: { var: "upgraded" } } as const;
const benefit = { kind: "benefit", benefit: "b", amountFen: { param: "two" }, per: "month" } as const;
const oneReading = { narrow: title };
const twoReadings = { narrow: title, wide: title };

describe("a pack that contradicts itself", () => {
  it("is told from the packs that are shipped, which do not", () => {
    expect(checkConsistency(national)).toEqual([]);
    expect(checkConsistency(county)).toEqual([]);
    expect(found(sound)).toEqual([]);
  });

  it.each([
    ["a target due in a month that no year has", target("2022-13"), "NOT_A_DEADLINE /rules/0/then/by"],
    ["a target due on a day that its month lacks", target("2023-02-29"), "NOT_A_DEADLINE /rules/0/then/by"],
    ["a pack in force from a day that does not exist", { ...sound, inForce: { from: "2026-02-30" } }, "NOT_A_DATE /inForce/from"],
    ["a pack in force to a day that does not exist", { ...sound, inForce: { from: "2026-01-01", to: "2026-13-01" } }, "NOT_A_DATE /inForce/to"],
    [
      "a pack no longer in force when it comes into force",
      { ...sound, inForce: { from: "2026-01-02", to: "2026-01-01" } },
      "PERIOD_ENDS_BEFORE_IT_BEGINS /inForce/to",
    ],
    ["a document issued on no day", withSource({ issued: "2021-09-31" }), "NOT_A_DATE /sources/s/issued"],
    ["a document checked on no day", withSource({ checkedOn: "2021-00-01" }), "NOT_A_DATE /sources/s/checkedOn"],
    [
      "a value that ceases before it holds",
      withValues({}, { from: "2026-01-02", to: "2026-01-01", value: 1 }),
      "PERIOD_ENDS_BEFORE_IT_BEGINS /parameters/tried/values/0/to",
    ],
    [
      "two values from the same day",
      withValues({}, { from: "2026-01-01", value: 1 }, { from: "2026-01-01", to: "2026-06-30", value: 2 }),
      "PARAMETER_VALUES_CLASH /parameters/tried/values/1/from",
    ],
    ["bounds that leave no value", withParameter({ least: 2, most: 1, open: true }), "PARAMETER_BOUNDS /parameters/tried/least"],
    [
      "a share above the whole",
      withValues({ type: "rational", least: 0, most: 1 }, { from: "2026-01-01", value: "101%" }),
      "PARAMETER_VALUE /parameters/tried/values/0/value",
    ],
    ["a choice without readings", withParameter({ type: "choice", open: true }), "CHOICE_WITHOUT_READINGS /parameters/tried/of"],
    ["a choice of one", withParameter({ type: "choice", of: oneReading, open: true }), "CHOICE_WITHOUT_READINGS /parameters/tried/of"],
    ["readings of a number", withParameter({ of: twoReadings, open: true }), "READINGS_WITHOUT_CHOICE /parameters/tried/of"],
    ["a fact that is said and counted", withFact({ type: "integer", is: { param: "two" }, count }), "FACT_DEFINED_TWICE /facts/tried"],
    ["a fact that is a count and a share", withFact({ type: "integer", count, share }), "FACT_DEFINED_TWICE /facts/tried"],
    ["a count that is a date", withFact({ type: "date", count }), "FACT_TYPE /facts/tried/type"],
    ["a share that is a whole number", withFact({ type: "integer", share }), "FACT_TYPE /facts/tried/type"],
    ["a count of facilities in a person", withFact({ subject: "person", type: "integer", count }), "COUNT_OUTSIDE_AREA /facts/tried/subject"],
    ["a share of facilities in a facility", withFact({ subject: "facility", type: "rational", share }), "COUNT_OUTSIDE_AREA /facts/tried/subject"],
    ["an enumeration of nothing", withFact({ type: "enum" }), "ENUM_WITHOUT_VALUES /facts/tried/values"],
    ["an enumeration with an empty list", withFact({ type: "enum", values: [] }), "ENUM_WITHOUT_VALUES /facts/tried/values"],
    ["a yes or no with a list of values", withFact({ values: ["a", "b"] }), "VALUES_WITHOUT_ENUM /facts/tried/values"],
    ["a fact named like a field", withFact({}, "population"), "NAME_OF_FIELD /facts/population"],
    ["a fact named like a group of fields", withFact({ subject: "person" }, "ability"), "NAME_OF_FIELD /facts/ability"],
    ["a fact named like the state that the register derives", withFact({ subject: "facility" }, "state"), "NAME_OF_FIELD /facts/state"],
    ["a fact named like a join", withFact({}, "township"), "NAME_OF_FIELD /facts/township"],
    [
      "a fact named like the facility of a member of staff",
      withFact({ subject: "workforce", is: true }, "facility"),
      "NAME_OF_FIELD /facts/facility",
    ],
    [
      "part of a month of what is paid once",
      withEffect({ ...benefit, per: "once", proration: "calendarDay" }),
      "TERM_UNUSED /rules/0/then/proration",
    ],
    ["rounding of whole months", withEffect({ ...benefit, proration: "fullMonth", rounding: "up" }), "TERM_UNUSED /rules/0/then/rounding"],
    ["rounding of whole days", withEffect({ ...benefit, per: "day", rounding: "up" }), "TERM_UNUSED /rules/0/then/rounding"],
    [
      "so many times, of no period",
      withEffect({ kind: "service", service: "s", times: { param: "two" } }),
      "FREQUENCY_INCOMPLETE /rules/0/then/times",
    ],
    ["a period without a number of times", withEffect({ kind: "service", service: "s", per: "week" }), "FREQUENCY_INCOMPLETE /rules/0/then/per"],
    [
      "staff without a number",
      withRule({ subject: "facility", then: { kind: "staffing", roles: ["nurse"], rounding: "upInTotal" } }),
      "STAFFING_WITHOUT_NUMBER /rules/0/then",
    ],
  ])("%s is refused", (_, pack, expected) => {
    expect(found(pack)).toEqual([expected]);
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty"])("%s, a name that every object has, can name nothing", (name) => {
    const own = <Thing>(thing: Thing): Record<string, Thing> => Object.fromEntries([[name, thing]]);
    const [source, clause, parameter, rule] = [sound.sources.s, sound.clauses.C, sound.parameters.two, sound.rules[0]];
    if (source === undefined || clause === undefined || parameter === undefined || rule === undefined) throw new Error("the sound pack lacks a part");
    const pack: Pack = {
      ...sound,
      sources: { ...sound.sources, ...own(source) },
      clauses: { ...sound.clauses, ...own(clause) },
      parameters: {
        ...sound.parameters,
        ...own(parameter),
        choice: { type: "choice", title, clause: "C", open: true, of: { ...twoReadings, ...own(title) } },
      },
      facts: { ...sound.facts, ...own<Fact>({ subject: "person", type: "boolean", title }) },
      rules: [{ ...rule, id: name }],
    };
    const places = [`/sources/${name}`, `/clauses/${name}`, `/parameters/${name}`, `/parameters/choice/of/${name}`, `/facts/${name}`, "/rules/0/id"];
    expect(found(pack)).toEqual(places.map((place) => `NAME_RESERVED ${place}`));
  });

  it("is refused with the name __proto__ of a clause, as a file can hold it", () => {
    const text = JSON.stringify(sound).replace('"clauses":{', `"clauses":{"__proto__":${JSON.stringify(sound.clauses.C)},`);
    expect(found(JSON.parse(text))).toEqual(["NAME_RESERVED /clauses/__proto__"]);
  });

  it("is told of everything at once, in both languages, with what to do", () => {
    const pack: Pack = { ...target("2022-13"), inForce: { from: "2026-02-30" }, facts: { ability: { subject: "person", type: "enum", title } } };
    const issues = checkConsistency(pack);
    expect(issues.map(({ code }) => code)).toEqual(["NOT_A_DATE", "NAME_OF_FIELD", "ENUM_WITHOUT_VALUES", "NOT_A_DEADLINE"]);
    for (const { message, advice } of issues) for (const text of [message.zh, message.en, advice.zh, advice.en]) expect(text).toMatch(/^[^{}]+$/);
  });

  it("is told of a value's day that does not exist once, by the check of the value", () => {
    const pack = withValues({}, { from: "2026-02-30", value: 1 }, { from: "2026-02-30", to: "2026-01-01", value: 2 });
    expect(checkConsistency(pack)).toEqual([]);
    expect(checkPack(pack).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "PARAMETER_VALUE /parameters/tried/values/0",
      "PARAMETER_VALUE /parameters/tried/values/1",
    ]);
  });
});

describe("a pack that does not contradict itself", () => {
  it.each([
    ["a value that takes over from an earlier one", withValues({}, { from: "2021-01-01", value: 1 }, { from: "2026-01-01", value: 2 })],
    ["a value that holds for one day", withValues({}, { from: "2026-01-01", to: "2026-01-01", value: 1 })],
    ["bounds that leave one value", withValues({ least: 1, most: 1 }, { from: "2026-01-01", value: 1 })],
    ["a share of the whole", withValues({ type: "rational", least: 0, most: 1 }, { from: "2026-01-01", value: "100%" })],
    ["a choice of two", withParameter({ type: "choice", of: twoReadings, open: true })],
    ["a count in a village", withFact({ type: "integer", count })],
    ["a share in a township", withFact({ subject: "township", type: "rational", share })],
    ["a fact that is asked of the register", withFact({ type: "enum", values: ["a"] })],
    ["a fact named like a field of another subject", withFact({ subject: "village" }, "ability")],
    ["a rule on a member of staff", withRule({ subject: "workforce" })],
    ["a rule on a provider", withRule({ subject: "provider" })],
    ["a fact of staff that follows from their record", withFact({ subject: "workforce", is: { "!=": [{ var: "trainedOn" }, null] } })],
    ["a fact that is asked of a provider", withFact({ subject: "provider" })],
    ["months in part, rounded", withEffect({ ...benefit, form: "service", payee: "provider", proration: "thirty360", rounding: "halfUp" })],
    ["money by the day", withEffect({ ...benefit, per: "day", form: "cash" })],
    ["a service so many times a week", withEffect({ kind: "service", service: "s", times: { param: "two" }, per: "week" })],
    ["a service whose frequency the document leaves out", withEffect({ kind: "service", service: "s" })],
    [
      "staff by a minimum alone",
      withRule({ subject: "facility", then: { kind: "staffing", minimum: { param: "two" }, roles: ["nurse"], rounding: "upInTotal" } }),
    ],
  ])("%s is accepted", (_, pack) => {
    expect(found(pack)).toEqual([]);
  });

  it("has deadlines exactly where a last day can be told", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
    const year = fc.integer({ min: 1900, max: 2100 }).map(String);
    const by = fc.oneof(
      year,
      fc.tuple(year, two).map((parts) => parts.join("-")),
      fc.tuple(year, fc.constantFrom("02", "06", "12", "13"), two).map((parts) => parts.join("-")),
    );
    const hasLastDay = (text: string): boolean => {
      try {
        return deadlineDay(text).length > 0;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(by, (text) => {
        expect(found(target(text)).length === 0).toBe(hasLastDay(text));
      }),
    );
  });

  it("has fractions within their bounds exactly, however near they are", () => {
    const near = 10n ** 20n;
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), fc.nat({ max: 5 }), fc.constantFrom(-1n, 0n, 1n), fc.boolean(), (least, width, off, atMost) => {
        const most = least + width;
        const value = `${BigInt(atMost ? most : least) * near + off}/${near}`;
        const inside = width > 0 ? off === 0n || off > 0n !== atMost : off === 0n;
        expect(found(withValues({ type: "rational", least, most }, { from: "2026-01-01", value })).length === 0).toBe(inside);
      }),
    );
  });

  it("stays so in whatever order its values are written", () => {
    const values = fc.array(fc.record({ from: fc.constantFrom("2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"), value: fc.nat() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(values, (list) => {
        const sameDay = new Set(list.map(({ from }) => from)).size < list.length;
        expect(found(withValues({}, ...list)).length > 0).toBe(sameDay);
        expect(found(withValues({}, ...list.toReversed())).length).toBe(found(withValues({}, ...list)).length);
      }),
    );
  });
});

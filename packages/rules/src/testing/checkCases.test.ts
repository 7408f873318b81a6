import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packOf } from "../../test/policies.js";
import type { Pack } from "../pack/pack.js";
import { pack as national, cases as nationalCases } from "../packs/cn.js";
import { pack as county, cases as countyCases } from "../packs/cn-500229-chengkou.js";
import { checkCases } from "./checkCases.js";
import { type PolicyCase, testPack } from "./testPack.js";

const title = { zh: "题", en: "title" };
const pack: Pack = {
  ...packOf({ and: [{ ">=": [{ var: "age" }, { param: "sixty" }] }, { ">=": [{ var: "ability.level" }, { param: "level" }] }, { var: "asks" }] }),
  parameters: {
    ...packOf(true).parameters,
    level: { type: "integer", title, clause: "C", open: true, least: 0, most: 4 },
    part: { type: "rational", title, clause: "C", open: true, least: 0, most: 1 },
  },
  facts: { ...packOf(true).facts, asks: { subject: "person", type: "boolean", title } },
};
const sound = {
  name: "八十岁、四级，未登记申请",
  on: "2026-11-21",
  parameters: { level: 3 },
  subject: { person: { birthDate: "1946-11-21", ability: { level: 4 } } },
  expect: { r: { undetermined: ["/facts/asks"] } },
  note: "synthetic",
} as const satisfies PolicyCase;

const found = (json: unknown): string[] => checkCases(json, pack).map(({ code, pointer }) => `${code} ${pointer}`);
const changed = (change: Readonly<Record<string, unknown>>): string[] => found([{ ...sound, ...change }]);

const thrown = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
};

describe("the cases of a pack", () => {
  it("are accepted as shipped, and where they are sound", () => {
    expect(checkCases(nationalCases, national)).toEqual([]);
    expect(checkCases(countyCases, county, [national])).toEqual([]);
    expect(found([sound])).toEqual([]);
    expect(testPack(pack, [sound]).failures).toEqual([]);
  });

  it.each([
    ["no list", {}, "WRONG_TYPE "],
    ["a list with nothing in a place", [sound, null], "WRONG_TYPE /1"],
    ["a list of lists", [[]], "WRONG_TYPE /0"],
    ["a list of words", ["case"], "WRONG_TYPE /0"],
  ])("are refused where they are %s", (_, json, expected) => {
    expect(found(json)[0]).toBe(expected);
  });

  it.each([
    ["a name that is a number", { name: 7 }, "WRONG_TYPE /0/name"],
    ["a day that does not exist", { on: "2026-02-30" }, "NOT_A_DATE /0/on"],
    ["a remark that is a list", { note: ["a"] }, "WRONG_TYPE /0/note"],
    ["a key that nobody knows", { expcet: {} }, "CASE_UNKNOWN_KEY /0/expcet"],
    ["a subject that is a word", { subject: "person" }, "WRONG_TYPE /0/subject"],
    ["a subject of no kind", { subject: {} }, "SUBJECT_SHAPE /0/subject"],
    ["a subject of two kinds", { subject: { person: {}, household: {} } }, "SUBJECT_SHAPE /0/subject"],
    ["a subject of a kind that there is not", { subject: { vehicle: {} } }, "SUBJECT_SHAPE /0/subject"],
    ["a field that a member of staff does not have", { subject: { workforce: { beds: 1 } } }, "UNKNOWN_KEY /0/subject/workforce/beds"],
    [
      "a tie-breaker that holds by half",
      { expect: { r: { granted: { tieBreakers: [true, "maybe"] } } } },
      "WRONG_TYPE /0/expect/r/granted/tieBreakers/1",
    ],
    ["a subject named like what every object has", { subject: { constructor: {} } }, "SUBJECT_SHAPE /0/subject"],
    ["a person that is nothing", { subject: { person: null } }, "WRONG_TYPE /0/subject/person"],
    ["a person that is a list", { subject: { person: [] } }, "WRONG_TYPE /0/subject/person"],
    ["a person with a field that nobody knows", { subject: { person: { birthDay: "1946-11-21" } } }, "UNKNOWN_KEY /0/subject/person/birthDay"],
    ["a person born on no day", { subject: { person: { birthDate: 1946 } } }, "WRONG_TYPE /0/subject/person/birthDate"],
    ["a register that is a list", { register: [] }, "WRONG_TYPE /0/register"],
    ["a register with a table that nobody knows", { register: { household: [] } }, "CASE_UNKNOWN_KEY /0/register/household"],
    ["a table that is no list", { register: { areas: {} } }, "WRONG_TYPE /0/register/areas"],
    ["a table with nothing in a place", { register: { areas: [null] } }, "WRONG_TYPE /0/register/areas/0"],
    ["a facility that is nowhere", { register: { facilities: [{ id: "f", kind: "townshipHome" }] } }, "MISSING_FIELD /0/register/facilities/0/area"],
    ["parameters that are a list", { parameters: [] }, "WRONG_TYPE /0/parameters"],
    ["a parameter that the pack does not have", { parameters: { levle: 3 } }, "PARAMETER_NOT_FOUND /0/parameters/levle"],
    ["a parameter named like what every object has", { parameters: { toString: 3 } }, "PARAMETER_NOT_FOUND /0/parameters/toString"],
    ["a parameter that the document settles", { parameters: { sixty: 65 } }, "OVERLAY_OF_SETTLED_PARAMETER /0/parameters/sixty"],
    ["a parameter that is a list", { parameters: { level: [3] } }, "WRONG_TYPE /0/parameters/level"],
    ["a parameter above its bound", { parameters: { level: 5 } }, "PARAMETER_VALUE /0/parameters/level"],
    ["a share above the whole", { parameters: { part: "3/2" } }, "PARAMETER_VALUE /0/parameters/part"],
    ["expectations that are a word", { expect: "granted" }, "WRONG_TYPE /0/expect"],
    ["nothing to expect, so that it could not fail", { expect: {} }, "EMPTY_LIST /0/expect"],
    ["a rule that neither the pack nor a parent has", { expect: { q: "granted" } }, "RULE_NOT_FOUND /0/expect/q"],
    ["a rule under its full key", { expect: { "random/r": "granted" } }, "RULE_NOT_FOUND /0/expect/random~1r"],
    ["a status that no decision has", { expect: { r: "grantd" } }, "NOT_IN_LIST /0/expect/r"],
    ["undetermined without what is missing", { expect: { r: "undetermined" } }, "NOT_IN_LIST /0/expect/r"],
    ["undetermined and something else", { expect: { r: { undetermined: [], granted: [] } } }, "NOT_IN_LIST /0/expect/r"],
    ["what is missing as a word", { expect: { r: { undetermined: "/birthDate" } } }, "WRONG_TYPE /0/expect/r/undetermined"],
    ["what is missing as a number", { expect: { r: { undetermined: [1] } } }, "WRONG_TYPE /0/expect/r/undetermined/0"],
  ])("are refused with %s", (_, change, expected) => {
    expect(changed(change)).toEqual([expected]);
  });

  it("are refused where something is left out, all of it at once", () => {
    expect(found([{}, sound, { note: "" }])).toEqual(
      [0, 2].flatMap((index) => ["name", "on", "subject", "expect"].map((field) => `MISSING_FIELD /${index}/${field}`)),
    );
  });

  it("say what was meant", () => {
    const near = (change: object): string | undefined => checkCases([{ ...sound, ...change }], pack)[0]?.message.en;
    expect(near({ expcet: {} })).toBe('unknown key "expcet" in the case; did you mean "expect"?');
    expect(near({ parameters: { levle: 3 } })).toBe('parameter "levle" does not exist; did you mean "level"?');
    expect(near({ expect: { r: "grantd" } })).toBe('value "grantd" is not one of the allowed values; did you mean "granted"?');
    expect(near({ register: { area: [] } })).toBe('unknown key "area" in the case; did you mean "areas"?');
  });

  it("may expect something of a parent's rules and supply a parent's open parameters", () => {
    const child: Pack = { ...packOf(true), id: "child", extends: ["random"], clauses: {}, parameters: {}, facts: {}, rules: [] };
    expect(checkCases([sound], child, [pack])).toEqual([]);
    expect(checkCases([sound], child).map(({ code }) => code)).toEqual(["PARAMETER_NOT_FOUND", "RULE_NOT_FOUND"]);
  });

  it("are refused before the first of them is run", () => {
    expect(thrown(() => testPack(pack, JSON.parse('[null, { "name": "a" }]')))).toEqual(found([null, { name: "a" }]));
  });

  it("are refused, with pointers into them, where a fact is not of the type that the pack declares", () => {
    const asking = { ...sound, subject: { person: { ...sound.subject.person, facts: { asks: "yes" } } } };
    expect(thrown(() => testPack(pack, [sound, asking, asking]))).toEqual([1, 2].map((index) => `FACT_VALUE /${index}/subject/person/facts/asks`));
  });

  it("are looked at only after the packs: what is wrong with those is said first", () => {
    const broken: Pack = { ...pack, inForce: { from: "2026-02-30" } };
    expect(thrown(() => testPack(broken, JSON.parse("[null]")))).toEqual(["NOT_A_DATE /inForce/from"]);
  });

  it("never crash what reads them, whatever JSON they are", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (json) => {
        expect(thrown(() => testPack(pack, json as unknown as PolicyCase[]))).not.toEqual([]);
      }),
    );
  });

  it("never crash what runs them, whatever stands in one place of a sound one", () => {
    const places = [
      "name",
      "on",
      "parameters",
      "subject",
      "register",
      "expect",
      "person",
      "birthDate",
      "ability",
      "facts",
      "areas",
      "facilities",
      "r",
    ];
    const register = { areas: [{ code: "500229", name: "a", tier: "county" }], facilities: [{ id: "f", kind: "townshipHome", area: "500229103" }] };
    const text = JSON.stringify({ ...sound, register, subject: { person: { ...sound.subject.person, facts: { asks: true } } } });
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const json: unknown = JSON.parse(text, (key, old) => (key === place ? value : old));
        thrown(() => testPack(pack, [json as PolicyCase]));
      }),
    );
  });
});

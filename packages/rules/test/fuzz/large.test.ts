import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/assess/engine.js";
import type { Fact, Logic, Pack, Parameter, Table } from "../../src/pack/pack.js";
import { checkOverlay } from "../../src/pack/parsePack.js";
import { packOf } from "../policies.js";

const title = { zh: "题", en: "title" };
const base = packOf(true);
const [baseRule] = base.rules as [Pack["rules"][number]];

const many = <Thing>(count: number, make: (index: number) => Thing): Thing[] => Array.from({ length: count }, (_, index) => make(index));
const named = <Thing>(count: number, name: string, make: (index: number) => Thing): Record<string, Thing> =>
  Object.fromEntries(many(count, (index) => [`${name}${index}`, make(index)]));
const withRules = (count: number, when: (index: number) => Logic, more: Partial<Pack> = {}): Pack => ({
  ...base,
  rules: many(count, (index) => ({ ...baseRule, id: `r${index}`, when: when(index) })),
  ...more,
});
const atLeastSixty: Logic = { ">=": [{ var: "age" }, { param: "sixty" }] };
const fraction = (value: string): Parameter => ({ type: "rational", title, clause: "C", values: [{ from: "2000-01-01", value }] });
const flag = (is?: Logic): Fact => ({ subject: "person", type: "boolean", title, ...(is === undefined ? {} : { is }) });
const table = (rows: number): Record<string, Table> => ({
  t: {
    inputs: ["age"],
    hit: "unique",
    rows: many(rows, (age) => ({ if: [{ ">=": age, "<": age + 1 }], then: age, from: "2000-01-01", clause: "C" })),
  },
});
const inChain = (count: number): Pack[] =>
  many(count, (index) => ({
    ...base,
    id: `p${index}`,
    extends: index === 0 ? [] : [`p${index - 1}`],
    clauses: {},
    rules: [],
    parameters: {},
    facts: {},
  }));

const large: readonly (readonly [what: string, code: string, packs: () => readonly Pack[]])[] = [
  ["twenty thousand rules", "PACK_TOO_LARGE", () => [withRules(20_000, () => atLeastSixty)]],
  [
    "rules that take too long together",
    "PACK_TOO_LARGE",
    () => [withRules(500, () => ({ var: "deep" }), { facts: { ...base.facts, ...doubling(8), deep: flag({ var: "g8" }) } })],
  ],
  [
    "ten thousand misspelt names among as many facts",
    "PACK_TOO_LARGE",
    () => [withRules(10_000, (index) => ({ var: `wrong${index}` }), { facts: named(10_000, "fact", () => flag()) })],
  ],
  [
    "two thousand misspelt names among as many facts",
    "FIELD_NOT_FOUND",
    () => [withRules(2000, (index) => ({ var: `wrong${index}` }), { facts: named(2000, "fact", () => flag()) })],
  ],
  ["facts that double forty times", "LOGIC_TOO_LARGE", () => [withRules(1, () => ({ var: "g40" }), { facts: { ...base.facts, ...doubling(40) } })]],
  [
    "a fraction of a hundred thousand digits",
    "PARAMETER_VALUE",
    () => [{ ...base, parameters: { ...base.parameters, f: fraction(`0.${"3".repeat(100_000)}`) } }],
  ],
  [
    "a product of four hundred long fractions",
    "LOGIC_TOO_LARGE",
    () => [
      withRules(1, () => ({ ">=": [{ "*": many(400, () => ({ param: "f" })) }, { param: "f" }] }), {
        parameters: { ...base.parameters, f: fraction(`${"9".repeat(25)}/${"7".repeat(25)}`) },
      }),
    ],
  ],
  [
    "a sum of a hundred fractions that share no denominator",
    "LOGIC_TOO_LARGE",
    () => [
      withRules(1, () => ({ ">=": [{ "+": many(100, (index) => ({ param: `f${index}` })) }, { param: "two" }] }), {
        parameters: { ...base.parameters, ...named(100, "f", (index) => fraction(`1/${"9".repeat(20)}${10_001 + 2 * index}`)) },
      }),
    ],
  ],
  [
    "a table of five thousand rows",
    "PACK_SHAPE",
    () => [withRules(1, () => ({ ">=": [{ table: "t" }, { param: "two" }] }), { tables: table(5000) })],
  ],
  ["packs that stand on one another a thousandfold", "PACK_TOO_LARGE", () => inChain(1000)],
];

/** Facts of which each is made of the one before, twice. */
function doubling(count: number): Record<string, Fact> {
  const first = { g0: flag() };
  return { ...first, ...Object.fromEntries(many(count, (index) => [`g${index + 1}`, flag({ and: [{ var: `g${index}` }, { var: `g${index}` }] })])) };
}

const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof EldercareError) return [...new Set(error.issues.map(({ code }) => code))];
    throw error;
  }
  return [];
};

describe("a pack beyond all bounds", () => {
  it.each(large)("%s: refused with %s before it takes time", (_what, code, packs) => {
    expect(codesOf(() => createEngine({ packs: packs() }))).toContain(code);
  });

  it("is refused for its depth alone, and so is an overlay", () => {
    let deep: Logic = true;
    for (let level = 0; level < 20_000; level += 1) deep = { "!": [deep] };
    expect(codesOf(() => createEngine({ packs: [packOf(deep)] }))).toEqual(["PACK_TOO_LARGE"]);
    expect(checkOverlay({ id: "o", for: "random", illustrative: false, parameters: { p: deep } }).map(({ code }) => code)).toEqual([
      "PACK_TOO_LARGE",
    ]);
  });

  it("leaves room for several times the largest that a county has", () => {
    const engine = createEngine({ packs: [withRules(1000, () => ({ and: [atLeastSixty, { or: [{ var: "leftBehind" }, { var: "emptyNest" }] }] }))] });
    expect(new Set(engine.assess({ person: { birthDate: "1940-01-01" } }, { on: "2026-11-21" }).map(({ status }) => status))).toEqual(
      new Set(["undetermined"]),
    );
  });
});

describe("a number that cannot be counted with exactly", () => {
  const when: Logic = { ">=": [{ var: "share" }, { param: "low" }] };

  it.each([1e21, 1e300, 1e-30, 5e-324])("is refused as a fact: %d", (share) => {
    expect(codesOf(() => createEngine({ packs: [packOf(when)] }).assess({ person: { facts: { share } } }, { on: "2026-11-21" }))).toEqual([
      "FACT_VALUE",
    ]);
  });

  it("is exact down to many decimals, and up to as many digits", () => {
    const status = (share: number) =>
      createEngine({ packs: [packOf(when)] }).assess({ person: { facts: { share } } }, { on: "2026-11-21" })[0]?.status;
    expect([1e-7, 1.5e-9, 0.2, 1e20].map(status)).toEqual(["denied", "denied", "granted", "granted"]);
  });

  it("says nothing where a field of the register allows it", () => {
    const pack: Pack = { ...packOf(true), rules: [{ ...baseRule, subject: "facility", when: { ">=": [{ var: "siteMu" }, { param: "low" }] } }] };
    const status = (siteMu: number) => createEngine({ packs: [pack] }).assess({ facility: { siteMu } }, { on: "2026-11-21" })[0]?.status;
    expect([1e300, 12.5].map(status)).toEqual(["undetermined", "granted"]);
  });
});

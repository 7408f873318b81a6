import { describe, expect, it } from "vitest";
import { packOf } from "../../../test/policies.js";
import { contextsOf } from "../../assess/contextsOf.js";
import type { Logic, Pack, Parameter } from "../../pack/pack.js";
import { indexOf, Scope } from "../scope.js";
import { emptyTable, encodeRow, loadRow } from "./row.js";
import { planRows, type RowPlan } from "./rowPlan.js";
import { RowPrograms } from "./rowPrograms.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const settled = (type: Parameter["type"], value: number | string): Parameter => ({
  type,
  title,
  clause: "C",
  values: [{ from: "2000-01-01", value }],
});

/** Plans one rule with a condition, and with an amount of money where one is given. */
function planOf(when: Logic, amountFen?: Logic): RowPlan {
  const pack = packOf(when);
  const [rule] = pack.rules;
  const made: Pack = {
    ...pack,
    parameters: {
      ...pack.parameters,
      turn: settled("date", "2021-06-01"),
      half: settled("rational", "5/2"),
      fee: settled("fen", 10_000),
      open: { type: "integer", title, clause: "C", open: true },
      choice: { type: "choice", title, clause: "C", open: true, of: { a: title, b: title } },
    },
    facts: {
      ...pack.facts,
      visits: { subject: "person", type: "integer", title },
      meals: { subject: "person", type: "integer", title },
      toldOn: { subject: "person", type: "date", title },
      heardOn: { subject: "person", type: "date", title },
      zone: { subject: "person", type: "enum", values: ["hill", "plain"], title },
      tags: { subject: "person", type: "list", values: ["a", "b"], title },
      incomeFen: { subject: "person", type: "fen", title },
      older: { subject: "person", type: "boolean", title, is: { ">=": [{ var: "age" }, { param: "sixty" }] } },
      poor: { subject: "household", type: "boolean", title, is: { "<=": [{ var: "monthlyIncomeFen" }, { param: "fee" }] } },
    },
    tables: {
      byLevel: { type: "fen", inputs: ["ability.level"], hit: "first", rows: [{ if: [{ ">=": 3 }], then: 300, from: "2000-01-01", clause: "C" }] },
      byTwo: {
        type: "fen",
        inputs: ["ability.level"],
        hit: "sum",
        rows: [
          { if: [{ ">=": 3 }], then: 300, from: "2000-01-01", clause: "C" },
          { if: [{ ">=": 1 }], then: 100, from: "2000-01-01", clause: "C" },
        ],
      },
    },
    rules:
      amountFen === undefined || rule === undefined ? pack.rules : [{ ...rule, then: { kind: "benefit", benefit: "b", amountFen, per: "month" } }],
  };
  const rules = contextsOf([made], [])[0]?.on(on).rules ?? [];
  return planRows(
    rules.map(({ parsed, parameters }) => ({ condition: parsed.condition, amount: parsed.values.amountFen, parameters })),
    "person",
    on,
  );
}

const v = (name: string): Logic => ({ var: name });
const p = (id: string): Logic => ({ param: id });

describe("a condition that rows of numbers can answer", () => {
  // which way a condition is answered does not change the answer, but is what makes it fast, and what smallest sets are proven by
  it.each<[Logic]>([
    [true],
    [v("leftBehind")],
    [{ and: [v("leftBehind"), { or: [v("emptyNest"), { "!": [v("childless")] }] }] }],
    [{ if: [v("leftBehind"), v("emptyNest"), v("childless")] }],
    [{ "==": [v("leftBehind"), v("emptyNest")] }],
    [{ "!=": [v("leftBehind"), true] }],
    [{ ">=": [v("ability.level"), p("two")] }],
    [{ "<": [p("half"), v("visits")] }],
    [{ "==": [v("disability.grade"), null] }],
    [{ "!=": [v("died"), null] }],
    [{ "<": [v("visits"), v("meals")] }],
    [{ "<": [v("toldOn"), v("heardOn")] }],
    [{ ">": [v("toldOn"), p("turn")] }],
    [{ "<=": [v("toldOn"), { dateAsked: [] }] }],
    [{ "==": [v("zone"), "hill"] }],
    [{ in: [v("zone"), ["hill"]] }],
    [{ in: [v("monitoring"), ["nearPoverty"]] }],
    [{ in: ["a", v("tags")] }],
    [{ ">=": [v("age"), p("sixty")] }],
    [v("older")],
    [{ ">": [{ monthsBetween: [v("toldOn"), { dateAsked: [] }] }, p("three")] }],
    [{ ">": [p("three"), { yearsBetween: [p("turn"), v("toldOn")] }] }],
    [{ "==": [{ daysBetween: [{ dateAsked: [] }, v("toldOn")] }, p("three")] }],
    [{ ">=": [v("ability.level"), { if: [v("leftBehind"), p("two"), p("three")] }] }],
    [{ ">=": [{ table: "byLevel" }, p("fee")] }],
    [{ ">": [{ "+": [p("two"), p("three")] }, v("visits")] }],
    [{ ">": [v("visits"), p("open")] }],
    [v("household.homeAdapted")],
    [{ ">": [v("household.monthlyIncomeFen"), p("fee")] }],
  ])("%j", (when) => {
    expect(planOf(when).rules[0]?.opaque).toBe(false);
  });

  it.each<[Logic]>([
    [{ ">": [v("share"), p("low")] }],
    [{ inside: [v("residence.area"), "500229"] }],
    [{ "==": [v("residence.area"), "500229"] }],
    [{ ">": [{ "+": [v("visits"), v("meals")] }, p("three")] }],
    [{ ">": [v("disability.grade"), v("visits")] }],
    [{ some: [v("household.members"), v("cares")] }],
    [v("household.poor")],
    [{ ">": [{ daysBetween: [v("toldOn"), v("heardOn")] }, p("three")] }],
    [{ ">": [v("died"), v("toldOn")] }],
    [{ ">": [{ addDays: [v("toldOn"), p("three")] }, p("turn")] }],
  ])("is not %j: the record itself is asked", (when) => {
    const plan = planOf({ and: [v("leftBehind"), when] });
    expect([plan.rules[0]?.opaque, plan.rules[0]?.needs, plan.opaque.length]).toEqual([true, undefined, 1]);
  });

  it("needs two values where nothing is missing that it reads, and three where a parameter is open", () => {
    expect(planOf({ and: [v("leftBehind"), { ">": [v("visits"), p("two")] }] }).rules[0]?.needs).toEqual([{ word: 0, mask: 3 }]);
    expect(planOf({ ">": [v("visits"), p("open")] }).rules[0]?.needs).toBeUndefined();
    expect(planOf(true).rules[0]?.needs).toEqual([]);
  });

  it("shares the place of a fact among its parts", () => {
    const plan = planOf({ or: [{ ">": [v("visits"), p("two")] }, { "==": [v("visits"), p("two")] }, v("leftBehind")] });
    expect([plan.slots.map(({ leaf, store, at, index }) => [leaf.key, store, at, index]), plan.bits, plan.numbers, plan.words]).toEqual([
      [
        ["/facts/visits", "numbers", 0, 0],
        ["/leftBehind", "bits", 0, 1],
      ],
      1,
      1,
      1,
    ]);
  });
});

describe("an amount that rows of numbers can tell", () => {
  const amount = (fen: Logic, person: Record<string, unknown>): number | undefined => {
    const plan = planOf(true, fen);
    const programs = new RowPrograms(plan);
    const table = emptyTable(plan, 1);
    const scope = new Scope("person", person, on, indexOf(undefined));
    expect(encodeRow(plan, scope, table, 0)).toBe(true);
    loadRow(plan, table, 0, scope, programs.row);
    return programs.amounts[0]?.();
  };
  const person = { leftBehind: true, ability: { level: 3 }, disability: null, facts: { visits: 4, incomeFen: 250 } };

  it.each<[Logic, number]>([
    [p("fee"), 10_000],
    [v("incomeFen"), 250],
    [{ "+": [v("incomeFen"), p("fee")] }, 10_250],
    [{ "-": [p("fee"), v("incomeFen")] }, 9750],
    [{ "*": [v("visits"), v("incomeFen")] }, 1000],
    [{ min: [v("incomeFen"), p("fee")] }, 250],
    [{ max: [v("incomeFen"), p("fee")] }, 10_000],
    [{ if: [v("leftBehind"), p("fee"), v("incomeFen")] }, 10_000],
    [{ if: [{ "!": [v("leftBehind")] }, p("fee"), v("incomeFen")] }, 250],
    [{ if: [v("emptyNest"), p("fee"), v("incomeFen")] }, Number.NaN],
    [v("meals"), Number.NaN],
    [v("disability.grade"), Number.NaN],
    [{ "+": [v("meals"), p("fee")] }, Number.NaN],
    [{ table: "byTwo" }, 400],
  ])("%j", (fen, told) => {
    expect(amount(fen, person)).toBe(told);
  });

  it.each<[Logic]>([
    [p("open")],
    [v("age")],
    [{ "+": [v("age"), p("fee")] }],
    [{ if: [v("leftBehind"), v("age"), p("fee")] }],
    [{ table: "byLevel" }],
  ])("is not %j: the record itself is asked", (fen) => {
    expect(amount(fen, { ...person, birthDate: "1940-01-01" })).toBeUndefined();
  });

  it("is none where the rule grants no money", () => {
    expect(planOf(true).rules[0]?.amount).toBeUndefined();
  });
});

import { rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { compileTruth, compileValue } from "./closures.js";
import { booleanType, integerType, type Leaf, type Node } from "./node.js";
import { indexRegister, type Row, Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "./value.js";

const on = "2026-11-21";
const title = { zh: "题", en: "title" };
const leaf = (key: string): Leaf => ({ key, type: integerType, nullable: true });
const value = (known: Value): Node => ({ op: "literal", value: known, type: integerType });
const truth = (known: Value): Node => ({ op: "literal", value: known, type: booleanType });
const param = (id: string, type = integerType as Node["type"]): Node => ({
  op: "param",
  id,
  type,
  leaf: { key: `param:${id}`, parameter: id, type, nullable: false },
});
const field = (name: string, type: Node["type"] = integerType): Node => ({
  op: "fact",
  leaf: leaf(name),
  read: ({ record, supposed }) => (record[name] === undefined ? supposed?.get(name) : (record[name] as Value)),
  type,
  nullable: true,
});
const scopeOf = (record: Row = {}, supposed?: ReadonlyMap<string, Value>): Scope => {
  const households = [
    { id: "h-1", area: "500229", rooms: 3, warm: true },
    { id: "h-2", area: "500229" },
  ] as never;
  const scope = new Scope("person", record, on, indexRegister({ households }));
  scope.supposed = supposed;
  return scope;
};
const none = new Map<string, Value>();
const computed = (node: Node, scope = scopeOf(), parameters: ReadonlyMap<string, Value> = none) => compileValue(node, parameters)(scope);
const truthOf = (node: Node, scope = scopeOf(), parameters: ReadonlyMap<string, Value> = none) => compileTruth(node, parameters)(scope);

describe("a value", () => {
  const half = rational(1n, 2n);
  const of = (op: "+" | "-" | "*" | "/" | "min" | "max", ...args: Value[]): Node => ({ op, args: args.map(value), type: integerType });
  const date = (op: "daysBetween" | "monthsBetween" | "yearsBetween", from: Value, to: Value): Node => ({
    op,
    from: value(from),
    to: value(to),
    type: integerType,
  });
  const moved = (op: "addDays" | "addMonths" | "addYears", day: Value, amount: Value): Node => ({
    op,
    date: value(day),
    amount: value(amount),
    type: { kind: "date" },
  });
  const tier = (area: Value): Node => ({ op: "tierOf", area: value(area), type: { kind: "enum", values: [] } });
  const age = (day: Value): Node => ({ op: "ageOn", date: value(day), type: integerType });
  const choice = (condition: Value, whenTrue: Value, whenFalse: Value): Node => ({
    op: "if",
    condition: truth(condition),
    whenTrue: value(whenTrue),
    whenFalse: value(whenFalse),
    type: integerType,
  });

  it.each<[string, Node, Value]>([
    ["a sum of three", of("+", 1, 2, 3), 6],
    ["a product of three", of("*", 2, 3, 4), 24],
    ["a difference", of("-", 2, 3), -1],
    ["a quotient", of("/", 1, 2), half],
    ["a quotient by nought is none", of("/", 1, 0), null],
    ["the least of three", of("min", 3, 1, 2), 1],
    ["the greatest of three", of("max", 1, 3, 2), 3],
    ["the least with a fraction", of("min", 1, half), half],
    ["the greatest with a fraction", of("max", half, 1), 1],
    ["a sum with what is not known", of("+", 1, undefined), undefined],
    ["a sum with none", of("+", 1, null, 2), null],
    ["none and what is not known, as the first of them says", of("+", null, undefined), null],
    ["the least, with what is not known", of("min", undefined, 1), undefined],
    ["the days between", date("daysBetween", "2026-11-20", on), 1],
    ["the days from what is none", date("daysBetween", null, on), null],
    ["the days to what is none", date("daysBetween", on, null), null],
    ["the days from what is not known", date("daysBetween", undefined, null), undefined],
    ["the days to what is not known", date("daysBetween", null, undefined), undefined],
    ["the months between", date("monthsBetween", "2026-01-21", on), 10],
    ["the years between", date("yearsBetween", "2024-11-21", on), 2],
    ["a day moved", moved("addDays", on, 10), "2026-12-01"],
    ["a day moved by months", moved("addMonths", on, -1), "2026-10-21"],
    ["a day moved by years", moved("addYears", on, 1), "2027-11-21"],
    ["a day moved by none", moved("addDays", on, null), null],
    ["none moved", moved("addDays", null, 3), null],
    ["a day moved by what is not known", moved("addDays", on, undefined), undefined],
    ["a day moved beyond the calendar", moved("addYears", on, 9000), null],
    // whole numbers beyond what a number holds are exact fractions, and no such date can be written
    ["a day moved by too much", moved("addDays", on, rational(10n ** 20n, 1n)), null],
    ["the age on a birthday", age("1946-11-21"), 80],
    ["the age of what is not known", age(undefined), undefined],
    ["the age of none", age(null), null],
    ["the date asked", { op: "dateAsked", type: { kind: "date" } }, on],
    ["the tier of a village", tier("500229103205"), "village"],
    ["the tier of a township", tier("500229103"), "township"],
    ["the tier of a county", tier("500229"), "county"],
    ["the tier of a prefecture", tier("5002"), "prefecture"],
    ["the tier of a province", tier("50"), "province"],
    ["the tier of the whole country is none", tier(""), null],
    ["the tier of what is not known", tier(undefined), undefined],
    ["the tier of none", tier(null), null],
    ["the branch that is taken", choice(true, 1, 2), 1],
    ["the branch that is not", choice(false, 1, 2), 2],
    ["both branches, where they are alike", choice(undefined, 2, 2), 2],
    ["both branches, alike as fractions", choice(undefined, half, 0.5), half],
    ["both branches, where they differ", choice(undefined, 1, 2), undefined],
    ["both branches, of which one is not known", choice(undefined, 1, undefined), undefined],
    ["both branches, none both", choice(undefined, null, null), null],
    ["both branches, of which one is none", choice(undefined, null, 2), undefined],
    ["both branches, of which the other is none", choice(undefined, 2, null), undefined],
    ["both branches, none and not known", choice(undefined, null, undefined), undefined],
    ["a choice on none, which is not true", choice(null, 1, 2), 2],
    ["a condition that holds", truth(true), true],
    ["a condition that fails", { op: "!", arg: truth(true), type: booleanType }, false],
    ["a condition that nobody knows", { op: "!", arg: truth(undefined), type: booleanType }, undefined],
    ["a table", { op: "table", name: "t", hit: "first", rows: [], body: value(7), type: integerType }, 7],
  ])("%s", (_, node, expected) => {
    expect(computed(node)).toEqual(expected);
  });

  it("of a condition that chooses between conditions is that condition's", () => {
    const node = (condition: Value): Node => ({
      op: "if",
      condition: truth(condition),
      whenTrue: truth(true),
      whenFalse: truth(false),
      type: booleanType,
    });
    expect([true, false, undefined].map((condition) => computed(node(condition)))).toEqual([true, false, undefined]);
  });

  it("of an operator of a plug-in is what it makes of its arguments, unknown ones included", () => {
    const seen: unknown[] = [];
    const call: Node = {
      op: "call",
      operator: "acme.twice",
      title,
      args: [value(4), value(undefined)],
      type: integerType,
      pointer: "/when",
      evaluate: (args) => {
        seen.push(args);
        return 8;
      },
      failureOn: () => undefined,
    };
    expect([computed(call), seen]).toEqual([8, [[4, undefined]]]);
  });
});

describe("a parameter", () => {
  it("is what was supplied, whatever is supposed; else what is supposed", () => {
    const supposed = scopeOf({}, new Map([["param:p", 5]]));
    expect(computed(param("p"), supposed, new Map([["p", 3]]))).toBe(3);
    expect(computed(param("p"), supposed, new Map([["p", undefined]]))).toBe(5);
    expect(computed(param("p"), scopeOf())).toBeUndefined();
    expect(truthOf(param("b", booleanType), scopeOf({}, new Map([["param:b", true]])))).toBe(TRUE);
  });
});

describe("a condition", () => {
  const quantified = (op: "some" | "all" | "none"): Node => ({ op, list: field("claims"), body: field("urgent", booleanType), type: booleanType });
  const inside = (area: Value, container: Value): Node => ({ op: "inside", area: value(area), container: value(container), type: booleanType });

  it.each<[Value, Value, Truth]>([
    ["500229103", "500229", TRUE],
    ["500229", "500229", TRUE],
    ["500230", "500229", FALSE],
    ["50", "500229", UNKNOWN],
    ["51", "500229", FALSE],
    [undefined, "500229", UNKNOWN],
    ["500229", undefined, UNKNOWN],
    [null, "500229", FALSE],
    ["500229", null, FALSE],
    [undefined, null, UNKNOWN],
  ])("that %s lies in %s", (area, container, expected) => {
    expect(truthOf(inside(area, container))).toBe(expected);
  });

  it("about the members of a list that is none holds of all of them", () => {
    expect((["some", "all", "none"] as const).map((op) => truthOf(quantified(op), scopeOf({ claims: null })))).toEqual([FALSE, TRUE, TRUE]);
    expect((["some", "all", "none"] as const).map((op) => truthOf(quantified(op), scopeOf()))).toEqual([UNKNOWN, UNKNOWN, UNKNOWN]);
  });

  it("about the members of a list is about each of them, and supposes nothing of them", () => {
    const supposed = scopeOf({ claims: [{ urgent: false }, {}] }, new Map([["urgent", true]]));
    expect((["some", "all", "none"] as const).map((op) => truthOf(quantified(op), supposed))).toEqual([UNKNOWN, FALSE, UNKNOWN]);
    const later = scopeOf({ claims: [{}, { urgent: true }, {}] });
    expect((["some", "all", "none"] as const).map((op) => truthOf(quantified(op), later))).toEqual([TRUE, UNKNOWN, FALSE]);
  });

  it("that is a value holds where the value is true", () => {
    expect([true, false, null, undefined].map((known) => truthOf(truth(known)))).toEqual([TRUE, FALSE, FALSE, UNKNOWN]);
  });

  it("is made executable once for each set of parameters", () => {
    const node = truth(true);
    const [one, other] = [new Map<string, Value>(), new Map<string, Value>()];
    expect(compileTruth(node, one)).toBe(compileTruth(node, one));
    expect(compileValue(node, one)).toBe(compileValue(node, one));
    expect(compileTruth(node, one)).not.toBe(compileTruth(node, other));
  });
});

describe("a definition", () => {
  const defined = (name: string, body: Node, join?: "household"): Node => ({
    op: "defined",
    name,
    subject: "household",
    title,
    body,
    type: body.type,
    ...(join === undefined ? {} : { join }),
  });

  it("of the subject itself is what it says", () => {
    expect(computed(defined("d", field("rooms")), scopeOf({ rooms: 4 }))).toBe(4);
    expect(truthOf(defined("d", field("warm", booleanType)), scopeOf({ warm: true }))).toBe(TRUE);
  });

  it("of another record is about that record, and may be supposed where it is not known", () => {
    const rooms = defined("rooms", field("rooms"), "household");
    const warm = defined("warm", field("warm", booleanType), "household");
    const supposed = new Map<string, Value>([
      ["/household/rooms", 9],
      ["/household/warm", false],
      ["rooms", 7],
      ["warm", true],
    ]);
    const asked = (household: string | undefined, assumed?: ReadonlyMap<string, Value>) => {
      const scope = scopeOf(household === undefined ? {} : { household }, assumed);
      return [computed(rooms, scope), truthOf(warm, scope)];
    };
    expect(asked("h-1")).toEqual([3, TRUE]);
    expect(asked("h-1", supposed)).toEqual([3, TRUE]);
    expect(asked("h-2")).toEqual([undefined, UNKNOWN]);
    expect(asked("h-2", supposed)).toEqual([9, FALSE]);
    expect(asked(undefined)).toEqual([undefined, UNKNOWN]);
    expect(asked(undefined, supposed)).toEqual([9, FALSE]);
  });
});

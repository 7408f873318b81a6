import type { SubjectKind } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { booleanType, type CompareOperator, integerType, type Leaf, type Node, neverKnown, numberType } from "./node.js";
import { indexRegister, type Row, Scope } from "./scope.js";
import { UnknownSearch } from "./unknowns.js";
import type { Value } from "./value.js";
import { readingNode } from "./vocabulary.js";

const title = { zh: "题", en: "title" };
const area: Node["type"] = { kind: "area" };
const letters: Node["type"] = { kind: "list", of: { kind: "enum", values: ["a", "b"] } };

type Fact = Extract<Node, { op: "fact" }>;
const read = (name: string, type: Node["type"] = integerType, more: { readonly nullable?: boolean; readonly open?: boolean } = {}): Fact =>
  readingNode({
    key: `/${name.replaceAll(".", "/")}`,
    type,
    nullable: more.nullable === true,
    title,
    join: undefined,
    valueIn: (record) =>
      name.split(".").reduce<Value>((at, key) => (at === null || at === undefined ? at : (at as unknown as Row)[key]) as Value, record as never),
    open: more.open === true,
  }) as Fact;
const flag = (name: string): Fact => read(name, booleanType);
const perhaps = (name: string): Fact => read(name, integerType, { nullable: true });
const value = (of: Value, type: Node["type"] = integerType): Node => ({ op: "literal", value: of, type });
const number = (of: number): Node => value(of);
const param = (id: string, type: Node["type"] = integerType): Node => ({
  op: "param",
  id,
  type,
  leaf: { key: id, parameter: id, type, nullable: false },
});
const either = (condition: Node, whenTrue: Node, whenFalse: Node): Node => ({ op: "if", condition, whenTrue, whenFalse, type: whenTrue.type });
const compare = (op: CompareOperator, left: Node, right: Node): Node => ({ op, left, right, type: booleanType });
const and = (...args: readonly Node[]): Node => ({ op: "and", args, type: booleanType });
const or = (...args: readonly Node[]): Node => ({ op: "or", args, type: booleanType });
const not = (arg: Node): Node => ({ op: "!", arg, type: booleanType });
const within = (inner: Node, container: Node | string): Node => ({
  op: "inside",
  area: inner,
  container: typeof container === "string" ? value(container, area) : container,
  type: booleanType,
});
const sum = (op: "+" | "-" | "*" | "/" | "min" | "max", ...args: readonly Node[]): Node => ({ op, args, type: integerType });
const has = (list: Node, item: Node | string): Node => ({
  op: "in",
  item: typeof item === "string" ? value(item, { kind: "enum", values: ["a", "b"] }) : item,
  list,
  type: booleanType,
});
const called = (body: Node, join?: "household"): Extract<Node, { op: "defined" }> => ({
  op: "defined",
  name: "named",
  subject: "person" as SubjectKind,
  title,
  body,
  type: body.type,
  ...(join === undefined ? {} : { join }),
});
const table = (body: Node): Node => ({ op: "table", name: "t", hit: "first", rows: [], body, type: body.type });

const [a, b, c] = [flag("a"), flag("b"), flag("c")];
const [x, y, z] = [read("x"), read("y"), read("z")];

/** What could make a condition true and false, each set by the names in it, and what is asked for at all. */
function asked(node: Node, record: Row = {}, parameters: ReadonlyMap<string, Value> = new Map()) {
  const search = new UnknownSearch(new Scope("person", record, "2026-11-21", indexRegister(undefined)), parameters, new WeakMap());
  const { toTrue, toFalse } = search.question(node);
  const named = (leaf: Leaf): string => leaf.key.replace(/^\//, "");
  const names = (mask: number): string => search.sets.factsIn(mask).map(named).join(" ");
  const { facts, complete } = search.sets;
  return { toTrue: toTrue.map(names), toFalse: toFalse.map(names), facts: facts.map(named).join(" "), complete };
}
const sets = (node: Node, record?: Row) => {
  const { toTrue, toFalse } = asked(node, record);
  return [toTrue, toFalse];
};

describe("the sets of facts that could force a condition", () => {
  it.each<[string, Node, Row, readonly string[], readonly string[]]>([
    ["a fact that is not known: itself", a, {}, ["a"], ["a"]],
    ["a conjunction: all for true, each for false", and(a, b), {}, ["a b"], ["a", "b"]],
    ["a disjunction: each for true, all for false", or(a, b), {}, ["a", "b"], ["a b"]],
    ["a negation: the other way round", not(and(a, b)), {}, ["a", "b"], ["a b"]],
    ["a part that is settled: none", and(a, b), { a: true }, ["b"], ["b"]],
    ["a choice: the condition and its branch, or both branches", either(a, b, c), {}, ["a b", "a c", "b c"], ["a b", "a c", "b c"]],
    ["a choice whose condition is true: the first branch", either(a, b, c), { a: true }, ["b"], ["b"]],
    ["a choice whose condition is false: the second", either(a, b, c), { a: false }, ["c"], ["c"]],
    ["conditions held equal: both, as they agree or not", compare("==", and(a, b), c), {}, ["a c", "b c", "a b c"], ["a c", "b c", "a b c"]],
    ["conditions held unequal: the same exchanged", compare("!=", c, and(a, b)), { c: true }, ["a", "b"], ["a b"]],
    ["conditions held equal, one being settled: the other", compare("==", and(a, b), c), { c: true }, ["a b"], ["a", "b"]],
    ["a definition: what it stands for", called(and(a, b)), {}, ["a b"], ["a", "b"]],
    ["a table: what its rows come to", table(or(a, b)), {}, ["a", "b"], ["a b"]],
    ["a comparison: both sides", compare("<", x, y), {}, ["x y"], ["x y"]],
    ["an equality of numbers: both sides", compare("==", x, y), {}, ["x y"], ["x y"]],
    ["a comparison, one side being known: the other", compare("<", x, y), { x: 1 }, ["y"], ["y"]],
    ["an order beside what may be none: it alone may undo it", compare("<", perhaps("x"), y), {}, ["x y"], ["x", "x y"]],
    ["an order beside what may be none, on the other side", compare(">=", y, perhaps("x")), {}, ["y x"], ["x", "y x"]],
    ["an equality beside what may be none: both", compare("==", perhaps("x"), y), {}, ["x y"], ["x y"]],
    ["a truth that may be none: it is then false", read("n", booleanType, { nullable: true }), {}, ["n"], ["n"]],
    ["a sum: all of it", compare("<", sum("+", x, y, number(1)), z), { z: 3 }, ["x y"], ["x y"]],
    ["a sum that ends with none", compare("<", sum("+", perhaps("x"), y), z), {}, ["x y z"], ["x", "x y z"]],
    ["a sum that ends with none later", compare("<", sum("-", y, perhaps("x")), z), {}, ["y x z"], ["y x", "y x z"]],
    ["a product, the least and the most: all of it", compare("<", sum("*", sum("min", x, y), sum("max", y, z)), number(1)), {}, ["x y z"], ["x y z"]],
    ["a division: what it is divided by may be zero", compare("<", sum("/", number(1), x), y), {}, ["x y"], ["x", "x y"]],
    ["a difference: nothing more", compare("<", sum("-", number(1), x), y), {}, ["x y"], ["x y"]],
    ["a choice between numbers", compare("<", sum("+", either(a, x, y), number(1)), number(3)), {}, ["a x", "a y", "x y"], ["a x", "a y", "x y"]],
    ["a choice between numbers that is taken", compare("<", sum("+", either(a, x, y), number(1)), number(3)), { a: true }, ["x"], ["x"]],
    [
      "a choice between a number and what may be none",
      compare("<", sum("+", either(a, perhaps("x"), number(1)), number(1)), y),
      {},
      ["a y", "x y", "a x y"],
      ["a x", "a y", "x y", "a x y"],
    ],
    [
      "an age: the date of birth",
      compare("<", { op: "ageOn", date: read("born", { kind: "date" }), type: integerType }, x),
      {},
      ["born x"],
      ["born x"],
    ],
    [
      "a tier: the area",
      compare(
        "==",
        { op: "tierOf", area: read("home", area), type: { kind: "enum", values: ["county"] } },
        value("county", { kind: "enum", values: [] }),
      ),
      {},
      ["home"],
      ["home"],
    ],
    [
      "a distance in time: both dates, either of which may be none",
      compare(
        "<",
        { op: "daysBetween", from: read("from", { kind: "date" }, { nullable: true }), to: read("to", { kind: "date" }), type: integerType },
        x,
      ),
      {},
      ["from to x"],
      ["from to", "from to x"],
    ],
    [
      "a date shifted: the date and by how much",
      compare("<", { op: "addDays", date: read("from", { kind: "date" }), amount: x, type: { kind: "date" } }, read("to", { kind: "date" })),
      {},
      ["from x to"],
      ["from x to"],
    ],
    [
      "a membership: what is looked for and the list, or an empty list",
      has(read("list", letters), read("item", { kind: "text" })),
      {},
      ["item list"],
      ["list", "item list"],
    ],
    [
      "a membership in a list that is known: what is looked for",
      has(read("list", letters), read("item", { kind: "text" })),
      { list: ["a"] },
      ["item"],
      ["item"],
    ],
    ["a membership of what is known: the list", has(read("list", letters), "a"), {}, ["list"], ["list"]],
    ["an area: itself, and what it may lie in", within(read("home", area), param("here", area)), {}, ["home here"], ["home here"]],
  ])("%s", (_, node, record, toTrue, toFalse) => {
    const found = asked(node, record);
    expect({ ...found, toTrue: [...found.toTrue].sort(), toFalse: [...found.toFalse].sort() }).toEqual({
      toTrue: [...toTrue].sort(),
      toFalse: [...toFalse].sort(),
      facts: expect.any(String),
      complete: true,
    });
  });

  it("name what the branch not taken reads neither for a condition nor for a value", () => {
    expect(asked(either(a, b, c), { a: true }).facts).toBe("b");
    expect(asked(compare("<", sum("+", either(a, x, y), z), number(3)), { a: false }).facts).toBe("y z");
  });

  it("name what nothing is needed of in no set", () => {
    expect(asked(compare("<", sum("+", either(a, number(2), number(2)), x), number(3))).facts).toBe("x");
  });

  it("of what a plug-in computes are all its arguments, of which one that is none leaves none", () => {
    const call = (args: readonly Node[]): Node => ({
      op: "call",
      operator: "acme.of",
      title,
      args,
      type: integerType,
      pointer: "/when",
      evaluate: (given) => (given.includes(undefined) ? undefined : null),
      failureOn: () => undefined,
    });
    expect(sets(compare("<", call([x, perhaps("n")]), y))).toEqual([["x n y"], ["x n", "x n y"]]);
    expect(sets(compare("<", call([and(a, b)]), number(1)))).toEqual([
      ["a", "b", "a b"],
      ["a", "b", "a b"],
    ]);
  });
});

describe("what is known, but not closely enough", () => {
  const home = read("home", area);

  it("is an area of which a closer one may be known", () => {
    expect(asked(within(home, "500229"), { home: "50" })).toEqual({ toTrue: ["", "home"], toFalse: ["", "home"], facts: "home", complete: true });
    expect(asked(within(called(home), "500229"), { home: "50" }).toTrue).toEqual(["", "home"]);
    expect(asked(within(home, param("here", area)), { home: "500229" })).toMatchObject({ toTrue: ["here", "home here"], facts: "home here" });
    // of a village there is no closer one
    expect(asked(within(home, param("here", area)), { home: "500229103205" })).toMatchObject({ toTrue: ["here"], facts: "here" });
  });

  it("proves nothing where more is asked of the area than in what it lies", () => {
    const known = { home: "50" };
    const asks = (also: Node): boolean => asked(or(within(home, "500229"), and(also, a)), known).complete;
    expect(asks(within(home, "500230"))).toBe(true);
    expect(asks(within(called(home), "500230"))).toBe(true);
    expect(asks(within(read("born", area), "500230"))).toBe(true);
    expect(asks(compare("==", read("born", area), value("50", area)))).toBe(true);
    expect(asks(compare("==", home, value("50", area)))).toBe(false);
    expect(asks(compare("==", called(home), value("50", area)))).toBe(false);
    expect(asks(within(param("here", area), home))).toBe(false);
    // a choice between areas is gone through when it is read, unless it is too long
    expect(asks(within(either(b, read("born", area), read("met", area)), "500230"))).toBe(false);
    // what is exactly known of an area is nobody's business where no closer one is asked for
    expect(asked(or(compare("!=", home, value("50", area)), a), known).complete).toBe(true);
  });

  it("is an open list, which may hold more", () => {
    const heard = read("heard", letters, { open: true });
    const item = read("item", { kind: "text" });
    const more = neverKnown("heard#more", booleanType, heard.leaf);
    const held = (list: Node, wanted: Node | string): Node => or(has(list, wanted), more);
    expect(asked(held(heard, "a"))).toEqual({ toTrue: ["heard"], toFalse: ["heard"], facts: "heard", complete: true });
    expect(asked(held(heard, "a"), { heard: ["b"] })).toMatchObject({ toTrue: ["", "heard"], facts: "heard" });
    expect(asked(held(heard, item), { heard: ["b"] })).toMatchObject({ toTrue: ["item", "heard", "item heard"], facts: "item heard" });
    expect(asked(held(called(heard), item), { heard: [] })).toMatchObject({ toTrue: ["item", "heard", "item heard"], facts: "item heard" });
    // a closed list that is known holds what it holds
    expect(asked(or(has(read("list", letters), "a"), a), { list: ["b"] })).toMatchObject({ toTrue: ["a"], facts: "a" });
  });
});

describe("what cannot be supposed by itself", () => {
  const claims = read("claims", { kind: "list", of: { kind: "record", fields: [] } });

  it("is a member of a list: the list is asked for, and nothing is proven", () => {
    for (const op of ["some", "all", "none"] as const)
      expect(asked({ op, list: claims, body: a, type: booleanType })).toEqual({
        toTrue: ["claims"],
        toFalse: ["claims"],
        facts: "claims",
        complete: false,
      });
    const count: Node = { op: "count", list: claims, body: a, open: false, type: integerType };
    // members that are known count already
    expect(asked(compare("<", sum("+", count, x), number(3)), { claims: [{}] })).toMatchObject({
      toTrue: ["x", "claims x"],
      complete: false,
    });
  });

  it("is a fact of another record: it is asked for as a whole, and nothing is proven", () => {
    expect(asked(called(and(a, b), "household"))).toEqual({
      toTrue: ["household/named"],
      toFalse: ["household/named"],
      facts: "household/named",
      complete: false,
    });
    expect(asked(compare("<", called(x, "household"), number(3)))).toMatchObject({ toTrue: ["household/named"], complete: false });
    expect(asked(within(called(read("home", area), "household"), "50"))).toMatchObject({ toTrue: ["household/named"], complete: false });
  });

  it("is what nobody can supply: it is not asked for, and nothing is proven", () => {
    const conflict = neverKnown("table:t", integerType);
    expect(asked(compare("<", either(a, conflict, number(2)), number(3)))).toEqual({ toTrue: ["a"], toFalse: ["a"], facts: "a", complete: false });
  });

  it("is a number counted over the register: bounds of it may be enough", () => {
    const counted: Node = {
      op: "aggregate",
      name: "n",
      where: a,
      type: integerType,
      leaf: { key: "/n", pointer: "/n", type: integerType, nullable: false },
    };
    expect(sets(compare("<", sum("+", counted, x), number(3)))).toEqual([
      ["x", "n x"],
      ["x", "n x"],
    ]);
    // what is counted is none as soon as any part of it is
    expect(sets(compare("<", sum("+", x, counted, perhaps("y")), z))[1]).toContain("y");
    expect(sets(compare("<", sum("+", x, perhaps("y")), z))[1]).not.toContain("y");
  });
});

describe("a record that may be none as a whole", () => {
  const part = (name: string): Node => read(`facts.claim.${name}`, numberType, { nullable: true });
  const none = (name: string): Node => compare("<", part(name), x);

  it("is so as soon as one of its fields is", () => {
    expect(asked(and(none("paid"), none("owed")), { x: 1 })).toMatchObject({
      toFalse: ["facts/claim/paid", "facts/claim/owed"],
      facts: "facts/claim/paid facts/claim/owed",
      complete: true,
    });
    expect(sets(or(none("paid"), none("owed")), { x: 1 })[1]).toEqual(["facts/claim/paid", "facts/claim/paid facts/claim/owed"]);
  });

  it("is not, where something is known of it", () => {
    expect(sets(none("paid"))[1]).toEqual(["facts/claim/paid", "facts/claim/paid x"]);
    expect(sets(none("paid"), { facts: { claim: { owed: 1 } } })[1]).toEqual(["facts/claim/paid x"]);
    expect(sets(none("paid"), { facts: { claim: {} } })[1]).toEqual(["facts/claim/paid x"]);
  });
});

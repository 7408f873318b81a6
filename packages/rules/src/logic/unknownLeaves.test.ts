import { describe, expect, it } from "vitest";
import { booleanType, integerType, type Leaf, type Node, neverKnown } from "./node.js";
import { indexRegister, type Row, Scope } from "./scope.js";
import { toMissing, unknownLeaves } from "./unknownLeaves.js";
import type { Value } from "./value.js";

const title = { zh: "题", en: "title" };
const leaf = (key: string, more: Partial<Leaf> = {}): Leaf => ({ key, pointer: key, type: integerType, nullable: false, ...more });
const field = (name: string, type: Node["type"] = integerType): Node => ({
  op: "fact",
  leaf: leaf(`/${name}`),
  read: ({ record }) => record[name] as Value,
  type,
  nullable: false,
});
const param = (id: string): Node => ({ op: "param", id, type: integerType, leaf: leaf(`param:${id}`, { parameter: id }) });
const flag = (name: string): Node => field(name, booleanType);
const [a, b, c] = [flag("a"), flag("b"), flag("c")];
const members = (op: "some" | "count"): Node =>
  ({ op, list: field("claims"), body: flag("urgent"), open: false, type: op === "count" ? integerType : booleanType }) as Node;
const aggregate: Node = { op: "aggregate", name: "n", where: flag("built"), type: integerType, leaf: leaf("/facts/n") };

const asked = (node: Node | undefined, record: Row = {}, parameters: ReadonlyMap<string, Value> = new Map(), facilities?: readonly Row[]) =>
  unknownLeaves(
    [node],
    new Scope("area", record, "2026-11-21", indexRegister(facilities === undefined ? {} : { facilities: facilities as never })),
    parameters,
  ).map((missing) => ("fact" in missing ? missing.fact : `parameter ${missing.parameter}`));

describe("what is unknown of a value", () => {
  it.each<[string, Node, Row, readonly string[]]>([
    ["a field that is not known", field("x"), {}, ["/x"]],
    ["a field that is known", field("x"), { x: 0 }, []],
    ["a field that is none", field("x"), { x: null }, []],
    ["each field of a sum, once", { op: "+", args: [field("x"), field("y"), field("x")], type: integerType }, {}, ["/x", "/y"]],
    ["one part of a sum", { op: "+", args: [field("x"), field("y")], type: integerType }, { x: 1 }, ["/y"]],
    [
      "of a choice, the condition and both branches",
      { op: "if", condition: a, whenTrue: field("x"), whenFalse: field("y"), type: integerType },
      {},
      ["/a", "/x", "/y"],
    ],
    [
      "of a choice that is taken, its branch",
      { op: "if", condition: a, whenTrue: field("x"), whenFalse: field("y"), type: integerType },
      { a: true },
      ["/x"],
    ],
    [
      "of a choice that is not taken, the other",
      { op: "if", condition: a, whenTrue: field("x"), whenFalse: field("y"), type: integerType },
      { a: false },
      ["/y"],
    ],
    ["of a conjunction, what is open", { op: "and", args: [a, b, c], type: booleanType }, { a: true }, ["/b", "/c"]],
    ["of a conjunction that is decided, nothing", { op: "and", args: [a, b], type: booleanType }, { a: false }, []],
    ["of a disjunction, what is open", { op: "or", args: [a, b, c], type: booleanType }, { c: false }, ["/a", "/b"]],
    ["of a disjunction that is decided, nothing", { op: "or", args: [a, b], type: booleanType }, { b: true }, []],
    [
      "of nested parts that are decided, nothing",
      { op: "or", args: [{ op: "and", args: [a, b], type: booleanType }, c], type: booleanType },
      { b: false },
      ["/c"],
    ],
    ["a list as a whole, of a quantifier", members("some"), {}, ["/claims"]],
    ["a list as a whole, of a count", members("count"), {}, ["/claims"]],
    ["a list of which a member is known in part", members("count"), { claims: [{}] }, ["/claims"]],
    ["nothing of a list that is settled", members("some"), { claims: [{}, { urgent: true }] }, []],
    ["nothing of a list whose members are all known", members("count"), { claims: [{ urgent: true }] }, []],
  ])("%s", (_, node, record, names) => {
    expect(asked(node, record)).toEqual(names);
  });

  it("is a parameter that nobody has supplied, but not what nobody can supply", () => {
    expect(asked(param("p"))).toEqual(["parameter p"]);
    expect(asked(param("p"), {}, new Map([["p", 0]]))).toEqual([]);
    expect(asked(neverKnown("table:t", integerType))).toEqual([]);
    expect(asked(neverKnown("/list#more", booleanType, leaf("/list")))).toEqual(["/list"]);
  });

  it("is a count of facilities that is not settled", () => {
    const built = (...rows: Row[]) => rows.map((row, index) => ({ id: `f-${index}`, area: "500229", ...row }));
    expect(asked(aggregate, { code: "500229" })).toEqual(["/facts/n"]);
    expect(asked(aggregate, { code: "500229" }, new Map(), built({}))).toEqual(["/facts/n"]);
    expect(asked(aggregate, { code: "500229" }, new Map(), built({ built: true }))).toEqual([]);
  });

  it("is nothing where there is no value", () => {
    expect(asked(undefined)).toEqual([]);
  });
});

describe("what is missing, as a caller reads it", () => {
  it("is a fact by its pointer, or a parameter by its id, with its title", () => {
    expect(toMissing(leaf("/x", { title }))).toEqual({ fact: "/x", title });
    expect(toMissing(leaf("/x"))).toEqual({ fact: "/x" });
    expect(toMissing({ key: "k", type: integerType, nullable: false })).toEqual({ fact: "k" });
    expect(toMissing(leaf("param:p", { parameter: "p", title }))).toEqual({ parameter: "p", title });
  });
});

import { describe, expect, it } from "vitest";
import {
  booleanType,
  definedFactsOf,
  integerType,
  joinedKey,
  type Leaf,
  type Node,
  neverKnown,
  nodesOf,
  numberType,
  operands,
  parametersOf,
  stepsOf,
} from "./node.js";

const title = { zh: "题", en: "title" };
const leaf = (key: string, more: Partial<Leaf> = {}): Leaf => ({ key, type: integerType, nullable: false, ...more });
const value = (number: number): Node => ({ op: "literal", value: number, type: integerType });
const [a, b, c] = [value(1), value(2), value(3)];
const param = (id: string): Node => ({ op: "param", id, type: integerType, leaf: leaf(`param:${id}`, { parameter: id }) });
const fact: Node = { op: "fact", leaf: leaf("/x"), read: () => 1, type: integerType, nullable: false };
const defined = (name: string, body: Node): Extract<Node, { op: "defined" }> => ({
  op: "defined",
  name,
  subject: "household",
  title,
  join: "household",
  body,
  type: integerType,
});
const type = integerType;

describe("the operands of a node", () => {
  it.each<[string, Node, readonly Node[]]>([
    ["literal", a, []],
    ["fact", fact, []],
    ["param", param("p"), []],
    ["adopted", { op: "adopted", clauses: ["C"], type }, []],
    ["dateAsked", { op: "dateAsked", type }, []],
    ["defined", defined("d", a), [a]],
    ["table", { op: "table", name: "t", hit: "first", rows: [], body: a, type }, [a]],
    ["aggregate, a count", { op: "aggregate", name: "n", where: a, type, leaf: leaf("/n") }, [a]],
    ["aggregate, a share", { op: "aggregate", name: "n", among: b, where: a, type, leaf: leaf("/n") }, [b, a]],
    ["and", { op: "and", args: [a, b], type }, [a, b]],
    ["+", { op: "+", args: [a, b, c], type }, [a, b, c]],
    ["!", { op: "!", arg: a, type }, [a]],
    ["if", { op: "if", condition: a, whenTrue: b, whenFalse: c, type }, [a, b, c]],
    ["in", { op: "in", item: a, list: b, type }, [a, b]],
    ["inside", { op: "inside", area: a, container: b, type }, [a, b]],
    ["ageOn", { op: "ageOn", date: a, type }, [a]],
    ["daysBetween", { op: "daysBetween", from: a, to: b, type }, [a, b]],
    ["addYears", { op: "addYears", date: a, amount: b, type }, [a, b]],
    ["tierOf", { op: "tierOf", area: a, type }, [a]],
    ["some", { op: "some", list: a, body: b, type }, [a, b]],
    ["count", { op: "count", list: a, body: b, open: false, type }, [a, b]],
    ["<=", { op: "<=", left: a, right: b, type }, [a, b]],
  ])("%s, in order", (_, node, parts) => {
    expect(operands(node)).toEqual(parts);
  });
});

describe("a tree with shared parts", () => {
  const shared: Node = { op: "+", args: [param("p"), param("q")], type };
  const doubled: Node = { op: "*", args: [shared, shared], type };

  it("has each node once, and costs what evaluating it costs", () => {
    expect(nodesOf(doubled).size).toBe(4);
    expect(stepsOf(doubled)).toBe(7);
    expect(stepsOf(a)).toBe(1);
  });

  it("names the parameters that it reads, but not what nobody can supply", () => {
    expect([...parametersOf({ op: "+", args: [doubled, neverKnown("table:t", integerType)], type })]).toEqual(["p", "q"]);
  });

  it("names the definitions and the counts that it reads", () => {
    const counted: Node = { op: "aggregate", name: "centres", where: a, type, leaf: leaf("/centres") };
    expect([...definedFactsOf({ op: "+", args: [defined("d", defined("e", a)), counted, fact], type })]).toEqual(["d", "e", "centres"]);
  });
});

describe("what arithmetic costs", () => {
  const fraction: Node = { op: "fact", leaf: leaf("/y", { type: numberType }), read: () => 1, type: numberType, nullable: false };
  const of = (op: "+" | "-" | "*" | "/" | "min" | "max", args: readonly Node[], whole = false): Node => ({
    op,
    args,
    type: whole ? integerType : numberType,
  });
  const operations = ["+", "-", "*", "/"] as const;
  /** The steps of one operation without those of its operands. */
  const own = (node: Node): number => stepsOf(node) - operands(node).reduce((sum, operand) => sum + stepsOf(operand), 0);

  it("is one step for whole numbers, however many digits a double has", () => {
    for (const op of operations) expect(own(of(op, [fact, fact], true))).toBe(1);
    expect(
      own(
        of(
          "+",
          Array.from({ length: 40 }, () => fact),
          true,
        ),
      ),
    ).toBe(1 + Math.floor((40 * 40 * 53) / 2 ** 16));
  });

  it("grows as the square of the length of fractions: their digits add up in every operation", () => {
    for (const op of operations) {
      expect(own(of(op, [fraction, fraction]))).toBe(1 + Math.floor((2 * 332 ** 2) / 2 ** 16));
      const nested = of(op, [of(op, [fraction, fraction]), of(op, [fraction, fraction])]);
      expect(own(nested)).toBe(1 + Math.floor((2 * 664 ** 2) / 2 ** 16));
      expect(own(of(op, [nested, fraction]))).toBe(1 + Math.floor((2 * 830 ** 2) / 2 ** 16));
    }
  });

  it("is one step for anything else, whose number is as long as the longest of its parts", () => {
    const long = of("+", [fraction, fraction, fraction]);
    expect([own(of("min", [long, fraction])), own(of("max", [long, fraction]))]).toEqual([1, 1]);
    expect(own({ op: "<", left: long, right: fraction, type: booleanType })).toBe(1);
    expect(own({ op: "daysBetween", from: fraction, to: fraction, type: integerType })).toBe(1);
    for (const chosen of [of("min", [fraction, long]), of("max", [long, fraction])])
      expect(own(of("*", [chosen, chosen]))).toBe(1 + Math.floor((2 * (6 * 166) ** 2) / 2 ** 16));
  });

  it("counts digits of numbers only: what a branch depends on has none", () => {
    const compared: Node = { op: "<", left: of("+", [fraction, fraction, fraction]), right: fraction, type: booleanType };
    const chosen: Node = { op: "if", condition: compared, whenTrue: fraction, whenFalse: fraction, type: numberType };
    expect(own(of("*", [chosen, chosen]))).toBe(1 + Math.floor((2 * 332 ** 2) / 2 ** 16));
  });

  it("has the digits of a fraction where whole numbers are divided, and those of a double where it is whole", () => {
    const divided = of("min", [fact, fact]);
    expect(own(of("*", [divided, divided]))).toBe(1 + Math.floor((2 * 332 ** 2) / 2 ** 16));
    const whole = of("min", [fact, fact], true);
    expect(own(of("*", [whole, whole, whole, whole]))).toBe(1 + Math.floor((4 * 212 ** 2) / 2 ** 16));
  });
});

describe("what lies behind a join", () => {
  it("is asked for by the join and the name of the fact", () => {
    expect(joinedKey(defined("poor", a))).toBe("/household/poor");
  });
});

describe("what is never known", () => {
  it("is asked for under a pointer where there is something to ask", () => {
    expect(neverKnown("k", booleanType)).toEqual({ op: "param", id: "k", type: booleanType, leaf: { key: "k", type: booleanType, nullable: false } });
    const list = leaf("/list", { pointer: "/list", title });
    expect(neverKnown("k", booleanType, list)).toEqual({ op: "param", id: "k", type: booleanType, leaf: list });
  });
});

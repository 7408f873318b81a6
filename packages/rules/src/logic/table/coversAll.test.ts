import type { FieldType } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { booleanType, integerType, type Node } from "../node.js";
import type { Value } from "../value.js";
import type { Demand } from "./cell.js";
import { coversAll } from "./coversAll.js";

const input = (type: FieldType, nullable = false): Node => ({
  op: "fact",
  leaf: { key: "/x", type, nullable },
  read: () => undefined,
  type,
  nullable,
});
const level: FieldType = { kind: "number", integer: true, least: 0, most: 4 };
const support: FieldType = { kind: "enum", values: ["concentrated", "dispersed"] };
const any: Demand = { kind: "any" };
const oneOf = (...values: Value[]): Demand => ({ kind: "oneOf", values });
const range = (op: "<" | "<=" | ">" | ">=" | "==", value: Value): Demand => ({ kind: "range", limits: [{ op, value }] });
const rows = (...each: (readonly Demand[])[]) => each.map((demands) => ({ demands }));

describe("a table covers everything", () => {
  it.each<[string, readonly { readonly demands: readonly Demand[] }[], readonly Node[], boolean]>([
    ["where a row asks nothing", rows([any]), [input({ kind: "text" })], true],
    ["where a row asks nothing of what may be none", rows([any]), [input(integerType, true)], true],
    ["where all choices are asked for", rows([oneOf("concentrated")], [oneOf("dispersed")]), [input(support)], true],
    ["not where one choice is left out", rows([oneOf("concentrated")]), [input(support)], false],
    ["where both truths are asked for", rows([oneOf(true)], [oneOf(false)]), [input(booleanType)], true],
    ["not where one truth is left out", rows([oneOf(true)]), [input(booleanType)], false],
    ["not where none is left out", rows([oneOf("concentrated", "dispersed")]), [input(support, true)], false],
    ["where none is asked for too", rows([oneOf("concentrated", "dispersed", null)]), [input(support, true)], true],
    ["where the ranges meet", rows([range(">=", 3)], [range("<", 3)]), [input(level)], true],
    ["not where they leave a number between them", rows([range(">", 3)], [range("<", 3)]), [input(level)], false],
    ["where they reach to the ends that are declared", rows([range("<=", 2)], [oneOf(3, 4)]), [input(level)], true],
    ["not where they do not", rows([range("<=", 2)], [oneOf(3)]), [input(level)], false],
    ["not where they do not reach the least", rows([range(">=", 1)]), [input(level)], false],
    ["not where a number has no end", rows([oneOf(1, 2, 3)]), [input(integerType)], false],
    ["where the ranges of days meet", rows([range(">=", "2026-01-01")], [range("<", "2026-01-01")]), [input({ kind: "date" })], true],
    ["not where they leave a day out", rows([range(">", "2026-01-01")], [range("<", "2026-01-01")]), [input({ kind: "date" })], false],
    ["not where the day before is left out", rows([range(">=", "2026-01-01")]), [input({ kind: "date" })], false],
    ["where values and ranges meet", rows([oneOf(0, 1)], [range(">", 1)]), [input(level)], true],
    ["not where they leave the number before out", rows([oneOf(1)], [range(">", 1)]), [input(level)], false],
    ["where values and none are asked for", rows([oneOf(0, 1, null)], [range(">", 1)]), [input(level, true)], true],
    ["not where none is left out of them", rows([oneOf(0, 1)], [range(">", 1)]), [input(level, true)], false],
    ["of one number that is all it can be", rows([oneOf(3)]), [input({ kind: "number", integer: true, least: 3, most: 3 })], true],
    [
      "of numbers of which nothing is asked but an end is declared",
      rows([range("<=", 9)]),
      [input({ kind: "number", integer: true, most: 9 })],
      true,
    ],
    ["nobody can say of fractions", rows([range(">=", 0)]), [input({ kind: "number", integer: false, least: 0, most: 1 })], false],
    ["nobody can say of texts", rows([oneOf("a")]), [input({ kind: "text" })], false],
    ["not where a cell depends on more", rows([{ kind: "open" }]), [input(booleanType)], false],
    [
      "where every combination has a row",
      rows([oneOf(true), any], [oneOf(false), oneOf("concentrated")], [any, oneOf("dispersed")]),
      [input(booleanType), input(support)],
      true,
    ],
    ["not where a combination has none", rows([oneOf(true), any], [any, oneOf("dispersed")]), [input(booleanType), input(support)], false],
    ["where a row asks one column only", rows([any, oneOf(true)], [any, oneOf(false)]), [input({ kind: "text" }), input(booleanType)], true],
    ["not without rows", [], [input(booleanType)], false],
  ])("%s", (_, declared, inputs, covers) => {
    expect(coversAll(declared, inputs)).toBe(covers);
  });

  const days: FieldType = { kind: "date" };

  it.each<[string, Node, boolean]>([
    ["a quotient, which may be by nought", { op: "/", args: [input(level), input(level)], type: level }, false],
    ["a sum", { op: "+", args: [input(level), input(level)], type: level }, true],
    ["a sum of quotients", { op: "+", args: [input(level), { op: "/", args: [input(level), input(level)], type: level }], type: level }, false],
    [
      "a literal none",
      { op: "if", condition: input(booleanType), whenTrue: { op: "literal", value: null, type: level }, whenFalse: input(level), type: level },
      false,
    ],
    [
      "a literal",
      { op: "if", condition: input(booleanType), whenTrue: { op: "literal", value: 3, type: level }, whenFalse: input(level), type: level },
      true,
    ],
    ["an age of what may be none", { op: "ageOn", date: input(days, true), type: level }, false],
    ["an age", { op: "ageOn", date: input(days), type: level }, true],
    ["another table", { op: "table", name: "t", hit: "first", rows: [], body: input(level), type: level }, false],
  ])("unless an input may be none though everything is known: %s", (_, node, covers) => {
    expect(coversAll(rows([range("<=", 2)], [range(">", 2)]), [node])).toBe(covers);
  });

  it.each(["addDays", "addMonths", "addYears"] as const)("not where a day moved by %s may be none", (op) => {
    const moved: Node = { op, date: input(days), amount: input(level), type: days };
    expect(coversAll(rows([range("<=", "2026-01-01")], [range(">", "2026-01-01")]), [moved])).toBe(false);
  });

  it("as far as 4,096 combinations show it", () => {
    const choices = (count: number): FieldType => ({ kind: "enum", values: Array.from({ length: count }, (_, index) => `c${index}`) });
    const all = (count: number): Demand => oneOf(...Array.from({ length: count }, (_, index) => `c${index}`));
    expect(coversAll(rows([all(64), all(64)]), [input(choices(64)), input(choices(64))])).toBe(true);
    expect(coversAll(rows([all(64), all(65)]), [input(choices(64)), input(choices(65))])).toBe(false);
  });
});

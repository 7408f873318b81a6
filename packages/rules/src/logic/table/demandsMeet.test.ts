import type { FieldType } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import type { CompareOperator } from "../node.js";
import type { Value } from "../value.js";
import type { Demand } from "./cell.js";
import { demandsMeet, fulfils } from "./demandsMeet.js";

const integer: FieldType = { kind: "number", integer: true };
const level: FieldType = { kind: "number", integer: true, least: 0, most: 4 };
const share: FieldType = { kind: "number", integer: false, least: 0, most: 1 };
const date: FieldType = { kind: "date" };
const text: FieldType = { kind: "text" };

const any: Demand = { kind: "any" };
const open: Demand = { kind: "open" };
const member: Demand = { kind: "member" };
const oneOf = (...values: Value[]): Demand => ({ kind: "oneOf", values });
const inside = (area: string): Demand => ({ kind: "inside", area });
const range = (...limits: (readonly [CompareOperator, Value])[]): Demand => ({ kind: "range", limits: limits.map(([op, value]) => ({ op, value })) });

describe("two cells of one column", () => {
  it.each<[Demand, Demand, FieldType, boolean | undefined]>([
    [any, any, level, true],
    [any, oneOf(9), level, true],
    [any, member, text, true],
    [any, inside("50"), text, true],
    [any, range([">", 3]), level, true],
    // no level lies above 4, or below 0
    [any, range([">", 4]), level, false],
    [any, range(["<", 0]), level, false],
    [any, range([">=", 4]), level, true],
    [any, range(["<=", 0]), level, true],
    [any, range([">", 4]), integer, true],
    [any, range([">", 1]), share, false],
    [any, range([">=", 1]), share, true],
    [open, any, level, undefined],
    [open, oneOf(1), level, undefined],
    [open, range([">", 9]), level, undefined],
    [member, oneOf("a"), text, true],
    [member, member, text, true],
    [inside("50"), inside("500229"), text, true],
    [inside("500229"), inside("5002"), text, true],
    [inside("500229"), inside("500230"), text, false],
    [inside("500229"), oneOf("500229103"), text, true],
    [inside("500229"), oneOf("50"), text, false],
    [inside("500229"), oneOf(null, "500229"), text, true],
    [inside("500229"), oneOf(null), text, false],
    [inside("500229"), range([">", 1]), text, false],
    [oneOf(1, 2), oneOf(2, 3), level, true],
    [oneOf(1), oneOf(2, 3), level, false],
    [oneOf(null), oneOf(null, "a"), text, true],
    [oneOf(null), oneOf("a"), text, false],
    [oneOf(2, 3), range([">=", 3]), level, true],
    [oneOf(1, 2), range([">=", 3]), level, false],
    [oneOf(null), range([">=", 3]), level, false],
    [oneOf(3), range(["==", 3]), level, true],
    [oneOf(2), range(["==", 3]), level, false],
    [range([">=", 2]), range(["<=", 2]), level, true],
    [range([">=", 3]), range(["<=", 2]), level, false],
    [range([">", 2]), range(["<=", 2]), level, false],
    // between 2 and 3 lies no whole number, but a share may lie between two others
    [range([">", 2]), range(["<", 3]), level, false],
    [range([">", 1]), range(["<", 3]), level, true],
    [range([">", 0.2]), range(["<", 0.3]), share, true],
    [range([">", 0.2]), range(["<", 0.2]), share, false],
    [range([">=", 0.2]), range(["<", 0.2]), share, false],
    [range([">", 0.2]), range(["<=", 0.2]), share, false],
    [range([">=", 0.2]), range(["<=", 0.2]), share, true],
    [range(["==", 2]), range([">", 1]), level, true],
    [range(["==", 2]), range([">", 2]), level, false],
    [range(["==", 2]), range(["==", 2]), level, true],
    [range(["==", 2]), range(["==", 3]), level, false],
    [range(["==", 5]), any, level, false],
    [range([">", "2026-01-01"]), range(["<", "2026-01-02"]), date, false],
    [range([">", "2026-01-01"]), range(["<", "2026-01-03"]), date, true],
    [range([">=", "2026-01-01"]), range(["<=", "2026-01-01"]), date, true],
    [range([">", 1], ["<", 4]), range([">", 2]), level, true],
    [range([">", 1], ["<", 3]), range([">", 2]), level, false],
  ])("%j and %j of %j meet: %s", (a, b, type, meet) => {
    expect([demandsMeet(a, b, type), demandsMeet(b, a, type)]).toEqual([meet, meet]);
  });
});

describe("a value beside a cell", () => {
  it.each<[Value, Demand, boolean]>([
    [null, any, true],
    [3, any, true],
    [3, oneOf(2, 3), true],
    [4, oneOf(2, 3), false],
    [null, oneOf(null), true],
    [null, oneOf(3), false],
    [3, oneOf(null), false],
    [3, range([">=", 3]), true],
    [2, range([">=", 3]), false],
    [3, range([">", 3]), false],
    [4, range([">", 3]), true],
    [3, range(["<", 3]), false],
    [2, range(["<", 3]), true],
    [3, range(["<=", 3]), true],
    [4, range(["<=", 3]), false],
    [3, range(["==", 3]), true],
    [4, range(["==", 3]), false],
    [3, range([">", 1], ["<", 3]), false],
    [2, range([">", 1], ["<", 3]), true],
    [null, range([">=", 3]), false],
    [null, range(["==", 3]), false],
    // what depends on more than the cell is not sure
    ["a", open, false],
    ["a", member, false],
    ["500229", inside("50"), false],
  ])("%j surely satisfies %j: %s", (value, demand, sure) => {
    expect(fulfils(value, demand)).toBe(sure);
  });
});

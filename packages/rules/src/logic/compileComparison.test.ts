import { rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { compileComparison, compileMembership } from "./compileComparison.js";
import { indexRegister, Scope } from "./scope.js";
import { FALSE, TRUE, type Truth, UNKNOWN, type Value } from "./value.js";

const nobody = new Scope("person", {}, "2026-11-21", indexRegister(undefined));
const compared = (op: string, a: Value, b: Value): Truth =>
  compileComparison(
    op,
    () => a,
    () => b,
  )(nobody);
const inList = (item: Value, list: Value): Truth =>
  compileMembership(
    () => item,
    () => list,
  )(nobody);

const operators = ["<", "<=", ">", ">=", "==", "!="];

describe("a comparison", () => {
  it.each<[Value, Value, readonly Truth[]]>([
    // <      <=     >      >=     ==     !=
    [2, 3, [TRUE, TRUE, FALSE, FALSE, FALSE, TRUE]],
    [3, 3, [FALSE, TRUE, FALSE, TRUE, TRUE, FALSE]],
    [4, 3, [FALSE, FALSE, TRUE, TRUE, FALSE, TRUE]],
    [rational(1n, 3n), 0.5, [TRUE, TRUE, FALSE, FALSE, FALSE, TRUE]],
    ["2026-11-21", "2026-11-21", [FALSE, TRUE, FALSE, TRUE, TRUE, FALSE]],
    // nothing is above or below none, whatever the other side turns out to be; none is equal to none only
    [null, 3, [FALSE, FALSE, FALSE, FALSE, FALSE, TRUE]],
    [3, null, [FALSE, FALSE, FALSE, FALSE, FALSE, TRUE]],
    [null, null, [FALSE, FALSE, FALSE, FALSE, TRUE, FALSE]],
    [null, undefined, [FALSE, FALSE, FALSE, FALSE, UNKNOWN, UNKNOWN]],
    [undefined, null, [FALSE, FALSE, FALSE, FALSE, UNKNOWN, UNKNOWN]],
    [undefined, 3, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]],
    [3, undefined, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]],
    [undefined, undefined, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]],
  ])("of %o with %o", (a, b, truths) => {
    expect(operators.map((op) => compared(op, a, b))).toEqual(truths);
  });
});

describe("a list", () => {
  it.each<[Value, Value, Truth]>([
    ["a", ["a", "b"], TRUE],
    ["c", ["a", "b"], FALSE],
    // an empty list, and one that is none, hold nothing: not even what nobody knows
    [undefined, [], FALSE],
    [undefined, null, FALSE],
    ["a", null, FALSE],
    ["a", undefined, UNKNOWN],
    [undefined, ["a"], UNKNOWN],
    [null, ["a"], FALSE],
  ])("%o in %o", (item, list, truth) => {
    expect(inList(item, list)).toBe(truth);
  });
});

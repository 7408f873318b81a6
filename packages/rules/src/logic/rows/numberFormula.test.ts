import { describe, expect, it } from "vitest";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../value.js";
import { compileNumber, type NumberFormula } from "./numberFormula.js";
import type { Row } from "./row.js";
import type { Slot } from "./slot.js";

const rowOf = (...numbers: number[]): Row => ({
  bits: new Int32Array(0),
  numbers: Float64Array.from(numbers),
  missing: new Int32Array(1),
  answers: new Uint8Array(0),
  scope: undefined,
});
const slot = (at: number) => ({ op: "slot", slot: { at } as Slot }) as const;
const number = (value: number): NumberFormula => ({ op: "number", value });
const of = (op: "+" | "-" | "*" | "/" | "min" | "max", ...args: NumberFormula[]): NumberFormula => ({ op, args });
const computed = (formula: NumberFormula, row = rowOf(), truth: Truth = TRUE): number => compileNumber(formula, row, () => () => truth)();

describe("an amount over a row", () => {
  it.each<[NumberFormula, number]>([
    [of("+", number(2), number(3), number(4)), 9],
    [of("-", number(2), number(3)), -1],
    [of("*", number(2), number(3)), 6],
    [of("/", number(6), number(3)), 2],
    // part of a fen: the record itself is asked
    [of("/", number(7), number(3)), Number.NaN],
    [of("/", number(7), number(0)), Number.NaN],
    [of("min", number(7), number(3)), 3],
    [of("max", number(7), number(3)), 7],
    [of("+", number(Number.MAX_SAFE_INTEGER), number(1)), Number.NaN],
    [of("-", of("+", number(Number.MAX_SAFE_INTEGER), number(1)), number(1)), Number.NaN],
    [of("+"), Number.NaN],
  ])("%j is %d", (formula, result) => {
    expect(computed(formula)).toBe(result);
  });

  it("reads the row as it is when it is asked", () => {
    const row = rowOf(5, Number.NaN);
    const known = compileNumber(of("+", slot(0), number(1)), row, () => () => TRUE);
    expect(known()).toBe(6);
    row.numbers[0] = 8;
    expect(known()).toBe(9);
    for (const op of ["+", "min", "max"] as const) expect(computed(of(op, slot(1), number(1)), row)).toBeNaN();
  });

  it("follows a condition, and is not known where the condition is not", () => {
    const choice: NumberFormula = { op: "if", condition: { op: "known", truth: TRUE }, whenTrue: number(3), whenFalse: number(4) };
    expect(([TRUE, FALSE, UNKNOWN] as const).map((truth) => computed(choice, rowOf(), truth))).toEqual([3, 4, Number.NaN]);
  });
});

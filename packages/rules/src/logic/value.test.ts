import { type Rational, rational } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { calculate, compareValues, simplify, toRational, type Value } from "./value.js";

const [most, least] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const half = rational(1n, 2n);
const third = rational(1n, 3n);

describe("the exact fraction of a value", () => {
  it.each<[Value, Rational]>([
    [3, rational(3n, 1n)],
    [0, rational(0n, 1n)],
    [-7, rational(-7n, 1n)],
    [0.1, rational(1n, 10n)],
    [-2.25, rational(-9n, 4n)],
    [most, rational(BigInt(most), 1n)],
    // written with an exponent, and meant as the decimal number
    [1e-7, rational(1n, 10_000_000n)],
    [2.5e-8, rational(1n, 40_000_000n)],
    [third, third],
  ])("%o is what its author wrote", (value, exact) => {
    expect(toRational(value)).toEqual(exact);
  });

  it.each<[Value]>([[undefined], [null], [true], ["3"], ["1/3"], [[1]], [Number.NaN], [Number.POSITIVE_INFINITY]])("there is none of %s", (value) => {
    expect(toRational(value)).toBeUndefined();
  });
});

describe("a fraction as a plain number", () => {
  it("is one where it is whole and safe, both ends included", () => {
    expect([rational(4n, 1n), rational(-4n, 1n), rational(0n, 1n)].map(simplify)).toEqual([4, -4, 0]);
    expect([BigInt(most), BigInt(least)].map((end) => simplify(rational(end, 1n)))).toEqual([most, least]);
  });

  it("stays a fraction where it is none, or too large to be safe", () => {
    for (const kept of [half, rational(-1n, 3n), rational(BigInt(most) + 1n, 1n), rational(BigInt(least) - 1n, 1n)])
      expect(simplify(kept)).toBe(kept);
  });
});

describe("values compared", () => {
  it.each<[Value, Value, number]>([
    [2, 3, -1],
    [3, 3, 0],
    [4, 3, 1],
    [0.1, 0.2, -1],
    ["2026-11-20", "2026-11-21", -1],
    ["2026-11-21", "2026-11-21", 0],
    ["b", "a", 1],
    // by code unit: upper case stands before lower case
    ["Z", "a", -1],
    [false, true, -1],
    [true, false, 1],
    [true, true, 0],
    [third, half, -1],
    [half, half, 0],
    [0.5, half, 0],
    [half, 0.4, 1],
    [1, third, 1],
    [third, 1, -1],
  ])("%o beside %o", (a, b, order) => {
    expect(compareValues(a, b)).toBe(order);
  });

  it.each<[Value, Value]>([
    [1, "1"],
    ["1", 1],
    [true, 1],
    [1, true],
    ["true", true],
    [true, "true"],
    [null, 0],
    [0, null],
    [undefined, 0],
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.NaN, Number.NaN],
    ["a", half],
    [half, "a"],
  ])("%o beside %o is refused: types were checked before", (a, b) => {
    expect(() => compareValues(a, b)).toThrow(new TypeError("values of different types met after type checking"));
  });
});

type Operator = Parameters<typeof calculate>[0];

describe("arithmetic", () => {
  it.each<[Operator, Value, Value, number | Rational | null]>([
    ["+", 2, 3, 5],
    ["-", 2, 3, -1],
    ["*", 2, 3, 6],
    ["/", 6, 3, 2],
    ["/", 0, 3, 0],
    ["/", 1, 3, third],
    ["/", -1, 3, rational(-1n, 3n)],
    // in binary floating point it would be 0.30000000000000004
    ["+", 0.1, 0.2, rational(3n, 10n)],
    ["-", 0.3, 0.1, rational(1n, 5n)],
    ["*", 0.1, 0.2, rational(1n, 50n)],
    ["/", 0.1, 0.2, half],
    ["+", half, half, 1],
    ["+", third, 1, rational(4n, 3n)],
    ["-", half, third, rational(1n, 6n)],
    ["-", third, half, rational(-1n, 6n)],
    ["*", half, third, rational(1n, 6n)],
    ["*", third, 3, 1],
    ["/", half, third, rational(3n, 2n)],
    ["/", third, half, rational(2n, 3n)],
    ["/", 2, half, 4],
  ])("%s of %o and %o is exact", (op, a, b, result) => {
    expect(calculate(op, a, b)).toEqual(result);
  });

  it("by zero gives none, whatever is divided", () => {
    for (const dividend of [0, 5, -5, 0.5, half]) for (const zero of [0, rational(0n, 1n)]) expect(calculate("/", dividend, zero)).toBeNull();
  });

  it("stays exact beyond the safe whole numbers, and returns to them", () => {
    const beyond = rational(BigInt(most) + 1n, 1n);
    expect(calculate("+", most, 1)).toEqual(beyond);
    expect(calculate("*", most, 2)).toEqual(rational(2n * BigInt(most), 1n));
    expect(calculate("-", least, 1)).toEqual(rational(BigInt(least) - 1n, 1n));
    expect(calculate("-", beyond, 1)).toBe(most);
    // beside so large a number, floating point has no room left for the tenths
    expect(calculate("+", most - 1, 0.4)).toEqual(rational(BigInt(most - 1) * 10n + 4n, 10n));
    expect(calculate("+", 0.4, most - 1)).toEqual(rational(BigInt(most - 1) * 10n + 4n, 10n));
  });

  it.each<[Value, Value]>([
    ["1", 1],
    [1, "1"],
    [true, 1],
    [1, null],
    [undefined, 1],
  ])("on %o and %o is refused: types were checked before", (a, b) => {
    for (const op of ["+", "-", "*", "/"] as const)
      expect(() => calculate(op, a, b)).toThrow(new TypeError("arithmetic on values that are no numbers, after type checking"));
  });
});

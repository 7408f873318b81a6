import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printDecimal } from "./printDecimal.js";
import { printYuan } from "./printYuan.js";
import {
  addRational,
  compareRational,
  divideRational,
  multiplyRational,
  parseRational,
  printRational,
  rational,
  subtractRational,
} from "./rational.js";
import { roundRational } from "./rounding.js";

const fractions = fc.tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 10_000n)).map(([n, d]) => rational(n, d));

describe("an exact fraction", () => {
  it.each([
    ["15%", "3/20"],
    ["0.15", "3/20"],
    ["1/3", "1/3"],
    ["3", "3"],
    ["-0.5", "-1/2"],
    ["12.5%", "1/8"],
  ])("written %s is %s", (text, printed) => {
    const value = parseRational(text);
    expect(value === undefined ? value : printRational(value)).toBe(printed);
  });

  it.each(["", "a third", "1/0", "1e3", "1 / 3", "--1", "1/-3"])("is not read from %j", (text) => {
    expect(parseRational(text)).toBeUndefined();
  });

  it("reads back what it prints", () => {
    fc.assert(
      fc.property(
        fractions,
        (value) => compareRational(parseRational(printRational(value)) ?? rational(0n, 1n), value) === 0 || printRational(value).includes("-"),
      ),
    );
  });
});

describe("reckoning with exact fractions", () => {
  it("undoes what it did", () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(subtractRational(addRational(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divideRational(multiplyRational(a, b), b)).toEqual(a);
      }),
    );
    expect(() => divideRational(rational(1n, 2n), rational(0n, 1n))).toThrow(RangeError);
  });
});

describe("rounding", () => {
  it("follows its name at the half and below zero", () => {
    const half = (n: bigint) => rational(n, 2n);
    expect((["up", "down", "halfUp", "halfEven"] as const).map((rule) => roundRational(half(5n), rule))).toEqual([3, 2, 3, 2]);
    expect((["up", "down", "halfUp", "halfEven"] as const).map((rule) => roundRational(half(-5n), rule))).toEqual([-2, -3, -3, -2]);
  });

  it("moves by less than one, and not at all where the fraction is whole", () => {
    fc.assert(
      fc.property(fractions, fc.constantFrom("up", "down", "halfUp", "halfEven"), (value, rule) => {
        const rounded = rational(BigInt(roundRational(value, rule)), 1n);
        const distance = rational(rounded.numerator * value.denominator - value.numerator, value.denominator);
        expect(compareRational(distance, rational(1n, 1n)) < 0 && compareRational(distance, rational(-1n, 1n)) > 0).toBe(true);
        if (value.denominator === 1n) expect(compareRational(rounded, value)).toBe(0);
      }),
    );
  });
});

describe("yuan in print", () => {
  it("always have two decimals", () => {
    expect([0, 5, 50, 12345, -7].map(printYuan)).toEqual(["0.00", "0.05", "0.50", "123.45", "-0.07"]);
  });
});

describe("a fraction in decimals", () => {
  it("is written out where its decimals end, else as it is", () => {
    const of = (numerator: bigint, denominator: bigint) => printDecimal(rational(numerator, denominator));
    expect([of(5n, 2n), of(-1n, 8n), of(2n, 1n), of(0n, 1n), of(1n, 1000n), of(2n, 3n), of(1n, 16n)]).toEqual([
      "2.5",
      "-0.125",
      "2",
      "0",
      "0.001",
      "2/3",
      "1/16",
    ]);
  });

  it("reads back as what it was", () => {
    fc.assert(
      fc.property(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 2000n), (numerator, denominator) => {
        expect(parseRational(printDecimal(rational(numerator, denominator)))).toEqual(rational(numerator, denominator));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiplyFen } from "./multiplyFen.js";
import { rational } from "./rational.js";

describe("an amount at a rate", () => {
  it("is rounded once, by the rule that is named", () => {
    const half = rational(1n, 2n);
    expect((["up", "down", "halfUp", "halfEven"] as const).map((rounding) => multiplyFen(5, half, rounding))).toEqual([3, 2, 3, 2]);
    expect(multiplyFen(-5, half, "down")).toBe(-3);
  });

  it("is exact where floating point is not", () => {
    expect(multiplyFen(9_007_199_254_740_991, rational(1n, 3n), "halfUp")).toBe(3_002_399_751_580_330);
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1 }), (fen, rate) => multiplyFen(fen, rational(BigInt(rate), BigInt(rate)), "up") === fen));
  });

  it("is refused where it is no whole amount, or grows beyond what a number holds", () => {
    expect(() => multiplyFen(0.5, rational(1n, 1n), "up")).toThrow("NOT_A_WHOLE_NUMBER at /amountFen");
    expect(() => multiplyFen(9_007_199_254_740_991, rational(3n, 1n), "up")).toThrow("OUT_OF_RANGE at /amountFen");
  });
});

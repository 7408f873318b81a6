import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../money/rational.js";
import { fundingNeed } from "./fundingNeed.js";

const share = rational(3n, 20n);

describe("running cost as a share of the living allowance", () => {
  it("is 132,000 yuan for 80 residents at 11,000 yuan and 15 % (demonstration 19)", () => {
    const need = fundingNeed({ persons: 80, allowanceFenPerYear: 1_100_000, share, rounding: "up", clauses: ["CK-3.3-a"] });
    expect(need.value).toBe(13_200_000);
    expect(need.steps.map((step) => step.value)).toEqual(["880000.00 元", "132000.00 元"]);
  });

  it("refuses part of a person, an allowance below nothing and a share of nothing by nothing, all at once", () => {
    const wrong = { persons: 1.5, allowanceFenPerYear: -1, share: { numerator: 0n, denominator: 0n }, rounding: "up", clauses: [] } as const;
    expect(() => fundingNeed(wrong)).toThrow(/NOT_A_WHOLE_NUMBER at \/persons.*\+2 more/);
  });

  it("is refused beyond what a number holds exactly, never rounded in silence", () => {
    const ask = (persons: number, allowanceFenPerYear: number, share = { numerator: 1n, denominator: 1n }) =>
      fundingNeed({ persons, allowanceFenPerYear, share, rounding: "up", clauses: [] });
    expect(ask(1, Number.MAX_SAFE_INTEGER).value).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => ask(2, Number.MAX_SAFE_INTEGER)).toThrow(/OUT_OF_RANGE at \/allowanceFenPerYear/);
    expect(() => ask(1, Number.MAX_SAFE_INTEGER, { numerator: 2n, denominator: 1n })).toThrow("OUT_OF_RANGE at /share");
  });

  it("rounds once, and up, so that a floor is kept", () => {
    expect(fundingNeed({ persons: 1, allowanceFenPerYear: 7, share, rounding: "up", clauses: [] }).value).toBe(2);
    expect(fundingNeed({ persons: 1, allowanceFenPerYear: 7, share, rounding: "down", clauses: [] }).value).toBe(1);
  });

  it("never falls below the exact share, nor a fen above it", () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000_000), (persons, allowanceFenPerYear) => {
        const need = BigInt(fundingNeed({ persons, allowanceFenPerYear, share, rounding: "up", clauses: [] }).value);
        const exact = 3n * BigInt(persons) * BigInt(allowanceFenPerYear);
        expect(need * 20n >= exact && (need - 1n) * 20n < exact + (exact === 0n ? 1n : 0n)).toBe(true);
      }),
    );
  });
});

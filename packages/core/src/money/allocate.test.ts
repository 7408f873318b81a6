import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { allocate } from "./allocate.js";
import { addRational, compareRational, divideRational, multiplyRational, type Rational, rational, subtractRational } from "./rational.js";

const weights = fc.array(
  fc.oneof(
    fc.nat(1000),
    fc.tuple(fc.bigInt(0n, 1000n), fc.bigInt(1n, 1000n)).map(([n, d]) => rational(n, d)),
  ),
  { minLength: 1, maxLength: 8 },
);
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const exact = (weight: number | Rational): Rational => (typeof weight === "number" ? rational(BigInt(weight), 1n) : weight);
const sumOf = (all: readonly (number | Rational)[]): Rational => all.map(exact).reduce(addRational, rational(0n, 1n));

describe("an amount shared by weights", () => {
  it("gives what cannot be shared to the largest remainders", () => {
    expect(allocate(1000, [1, 2, 4])).toEqual([143, 286, 571]);
    expect(allocate(1000, [rational(55n, 100n), rational(45n, 100n)])).toEqual([550, 450]);
    expect(allocate(1, [0, 1, 1])).toEqual([0, 1, 0]);
  });

  it("loses nothing, and gives each part within one fen of its exact share", () => {
    fc.assert(
      fc.property(amounts, weights, (totalFen, all) => {
        fc.pre(sumOf(all).numerator > 0n);
        const parts = allocate(totalFen, all);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalFen);
        for (const [index, weight] of all.entries()) {
          const share = multiplyRational(rational(BigInt(totalFen), 1n), divideRational(exact(weight), sumOf(all)));
          const distance = subtractRational(rational(BigInt(parts[index] ?? Number.NaN), 1n), share);
          expect(compareRational(distance, rational(-1n, 1n)) > 0 && compareRational(distance, rational(1n, 1n)) < 0).toBe(true);
        }
      }),
    );
  });

  it("gives nothing to a weight of nothing, and no less to a greater weight", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (totalFen, all) => {
        fc.pre(sumOf(all).numerator > 0n);
        const parts = allocate(totalFen, all);
        for (const [i, a] of all.entries()) {
          if (exact(a).numerator === 0n) expect(parts[i]).toBe(0);
          for (const [j, b] of all.entries())
            if (compareRational(exact(a), exact(b)) > 0) expect(parts[i] ?? -1).toBeGreaterThanOrEqual(parts[j] ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it("depends on the order only where weights are equal in remainder: the parts are the same set", () => {
    fc.assert(
      fc.property(amounts, weights, (totalFen, all) => {
        fc.pre(sumOf(all).numerator > 0n);
        const ascending = (parts: number[]): number[] => parts.sort((a, b) => a - b);
        expect(ascending(allocate(totalFen, all.toReversed()))).toEqual(ascending(allocate(totalFen, all)));
      }),
    );
  });

  it("by shares of twenty thousand months of every length is still exact, and soon done", () => {
    const weights = Array.from({ length: 20_000 }, (_, index) => rational(BigInt(1 + (index % 27)), BigInt(28 + (index % 4))));
    const started = performance.now();
    expect(allocate(1_000_003, weights).reduce((sum, fen) => sum + fen, 0)).toBe(1_000_003);
    // over the product of the denominators instead of their least common multiple it takes minutes
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("taken back is the same amount given, negative", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), weights, (totalFen, all) => {
        fc.pre(sumOf(all).numerator > 0n);
        expect(allocate(-totalFen, all).map((part) => 0 - part)).toEqual(allocate(totalFen, all));
      }),
    );
  });

  it("needs somebody to share it among, unless there is nothing to share", () => {
    const codes = (totalFen: number, all: readonly (number | Rational)[]): string[] => {
      try {
        allocate(totalFen, all);
        return [];
      } catch (error) {
        return error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : ["?"];
      }
    };
    expect(codes(1, [])).toEqual(["NOTHING_TO_ALLOCATE_BY /weights"]);
    expect(codes(1, [0, rational(0n, 1n)])).toEqual(["NOTHING_TO_ALLOCATE_BY /weights"]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
    expect(codes(1.5, [1, -1, rational(-1n, 2n), Number.NaN])).toEqual([
      "NOT_A_WHOLE_NUMBER /totalFen",
      "OUT_OF_RANGE /weights/1",
      "OUT_OF_RANGE /weights/2",
      "NOT_A_NUMBER /weights/3",
    ]);
  });
});

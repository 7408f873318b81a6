import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coolingsFor } from "./coolings.js";

describe("the coolings of a search", () => {
  it("follow one another without a gap from the beginning of the budget to its end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 3000 }), (steps, jobs) => {
        const coolings = coolingsFor(steps, jobs);
        expect(coolings[0]?.from).toBe(0);
        expect(coolings.at(-1)?.to).toBe(1);
        for (const [index, { from, to }] of coolings.entries()) {
          expect(to).toBeGreaterThan(from);
          if (index > 0) expect(from).toBeCloseTo(coolings[index - 1]?.to as number, 12);
        }
      }),
    );
  });

  it("are one where there are too few steps for plans found apart", () => {
    expect(coolingsFor(20_000, 100)).toHaveLength(1);
    expect(coolingsFor(200_000, 1000)).toHaveLength(1);
  });

  it("take over routes only in the last, when there are plans to take them from", () => {
    const coolings = coolingsFor(300_000, 100);
    expect(coolings.length).toBeGreaterThan(2);
    expect(coolings.map(({ grafts }) => grafts)).toEqual(coolings.map((_, index) => index === coolings.length - 1));
  });
});

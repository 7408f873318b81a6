import { describe, expect, it } from "vitest";
import { seededRandom, xoshiro128 } from "./random.js";

describe("repeatable draws", () => {
  it("follow the sequence of xoshiro128** as its definition gives it", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    const defined = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(defined.map(() => next())).toEqual(defined);
  });

  it("differ between seeds and between streams of one seed", () => {
    const draws = (seed: number, stream: string) => Array.from({ length: 8 }, () => seededRandom(seed, stream).whole(0, 1_000_000)).at(0);
    expect(new Set([draws(1, "people"), draws(2, "people"), draws(1, "villages")]).size).toBe(3);
    expect(draws(1, "people")).toBe(draws(1, "people"));
  });

  it("keep to their bounds and their weights", () => {
    const random = seededRandom(7, "bounds");
    const dice = Array.from({ length: 6000 }, () => random.whole(1, 6));
    expect([Math.min(...dice), Math.max(...dice)]).toEqual([1, 6]);
    const heads = Array.from({ length: 6000 }, () =>
      random.weighted([
        ["heads", 3],
        ["never", 0],
        ["tails", 1],
      ] as const),
    );
    expect(heads).not.toContain("never");
    const share = heads.filter((side) => side === "heads").length / heads.length;
    expect(Math.abs(share - 0.75)).toBeLessThan(0.03);
  });

  it("refuse to draw from nothing", () => {
    expect(() => seededRandom(1, "empty").pick([])).toThrow(RangeError);
  });
});

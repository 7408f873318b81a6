import { describe, expect, it } from "vitest";
import { FactSets } from "./factSets.js";

const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);

describe("sets of facts", () => {
  it("taken together need a set of each, the smallest first and each once", () => {
    const sets = new FactSets();
    expect(sets.both([0b001, 0b010], [0b100, 0b001])).toEqual([0b001, 0b011, 0b101, 0b110]);
    expect(sets.both([0b111], [0b001])).toEqual([0b111]);
    expect(sets.complete).toBe(true);
  });

  it("taken together with what needs nothing stay as they are", () => {
    const sets = new FactSets();
    expect([sets.both([0], [0b10, 0b1]), sets.both([0b10, 0b1], [0])]).toEqual([
      [0b10, 0b1],
      [0b10, 0b1],
    ]);
    expect(sets.both([0], [])).toEqual([]);
    expect(sets.both([0b1], [])).toEqual([]);
    expect(sets.both([], [0b1])).toEqual([]);
  });

  it("either of which will do are all of them, a set that contains another too", () => {
    const sets = new FactSets();
    expect(sets.either([0b11], [0b1, 0b100])).toEqual([0b1, 0b100, 0b11]);
    expect([sets.either([], [0b11, 0b1]), sets.either([0b11, 0b1], [])]).toEqual([
      [0b11, 0b1],
      [0b11, 0b1],
    ]);
    expect(sets.either([0b1], [0b1])).toEqual([0b1]);
  });

  it("are bounded to the 128 smallest, and it is said where more were dropped", () => {
    const few = new FactSets();
    expect(few.either(numbers(64), numbers(64, 65)).length).toBe(128);
    expect(few.complete).toBe(true);
    const many = new FactSets();
    const kept = many.either(numbers(64), numbers(65, 65));
    expect([kept.length, many.complete]).toEqual([128, false]);
    // 127 has the most members of all up to 129
    expect(kept).not.toContain(127);
  });
});

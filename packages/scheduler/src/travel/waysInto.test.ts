import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { waysInto } from "./waysInto.js";

function runToEnd<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe("ways read the other way round", () => {
  it("are every way at its place", () => {
    assert(
      property(integer({ min: 1, max: 70 }), integer({ min: 0, max: 1_000 }), (size, seed) => {
        const seconds = Int32Array.from({ length: size * size }, (_, index) => (index * 7919 + seed * 104_729) % 3_607);
        const into = runToEnd(waysInto(seconds, size));
        for (let from = 0; from < size; from++) for (let to = 0; to < size; to++) expect(into[to * size + from]).toBe(seconds[from * size + to]);
      }),
      { numRuns: 30 },
    );
  });

  it("take no room where all are as long back, and do where one is not", () => {
    const size = 130;
    const seconds = Int32Array.from({ length: size * size }, (_, index) => Math.abs(Math.floor(index / size) - (index % size)));
    expect(runToEnd(waysInto(seconds, size))).toBe(seconds);
    const oneWay = Int32Array.from(seconds);
    oneWay[129 * size + 128] = 5;
    const into = runToEnd(waysInto(oneWay, size));
    expect(into).not.toBe(oneWay);
    expect([into[128 * size + 129], into[129 * size + 128]]).toEqual([5, 1]);
  });
});

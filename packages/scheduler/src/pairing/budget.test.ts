import { describe, expect, it } from "vitest";
import { randomPairing } from "../../test/randomPairing.js";
import { pair } from "./pair.js";
import { verifyPairing } from "./verify/verifyPairing.js";

const problem = {
  ...randomPairing(3, { persons: 220, volunteers: 60, inGrids: 0.6, rich: false, across: 0.3 }),
  requirements: { oneToOne: { mostPersons: 1 }, grid: { leastPersons: 5, mostPersons: 9, widestMetres: 9000 } },
};

describe("the search for pairs", () => {
  it("gives other work its turn on the way", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const { run } = await pair(problem, { maxIterations: 200 });
    clearInterval(timer);
    expect(run.stoppedBy).toBe("iterations");
    expect(turns).toBeGreaterThan(5);
  });

  it("on a large problem never holds other work up for long", async () => {
    const large = {
      ...randomPairing(4, { persons: 700, volunteers: 200, inGrids: 0.7, rich: false, across: 0.4 }),
      requirements: { oneToOne: { mostPersons: 1 }, grid: { leastPersons: 5, mostPersons: 9, longestMetres: 12_000, widestMetres: 12_000 } },
    };
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    await pair(large, { maxIterations: 60 });
    clearInterval(watch);
    // a slice is 1 ms; what comes on top is the machine's
    expect(longest).toBeLessThan(250);
  });

  it("stopped before it began gives whom it can a volunteer, forms no grids, and says so", async () => {
    const { pairing, run } = await pair(problem, { signal: AbortSignal.abort() });
    expect(run.stoppedBy).toBe("signal");
    expect(pairing.pairs.length).toBeGreaterThan(20);
    expect(pairing.grids).toEqual([]);
    expect(pairing.unpaired.map(({ kind }) => kind)).toContain("stopped");
    expect(pairing.unpaired.map(({ kind }) => kind)).not.toContain("crowdedOut");
    expect(pairing.optimality.oneToOne?.proven).toBe(false);
    expect(verifyPairing(problem, pairing)).toEqual([]);
  });

  it("stopped on the way keeps the best grids so far, with the gap that is left", async () => {
    const { pairing, run } = await pair(problem, { maxIterations: 40 });
    expect(run.stoppedBy).toBe("iterations");
    expect(pairing.grids.length).toBeGreaterThan(5);
    expect(pairing.optimality.grid?.proven).toBe(false);
    expect(verifyPairing(problem, pairing)).toEqual([]);
  });

  it("finds no worse grids with more iterations, and the same with the same", async () => {
    const few = await pair(problem, { maxIterations: 40 });
    const many = await pair(problem, { maxIterations: 800 });
    expect(many.pairing.unpaired.length).toBeLessThanOrEqual(few.pairing.unpaired.length);
    const [before, after] = [few.pairing.optimality.grid, many.pairing.optimality.grid];
    if (many.pairing.unpaired.length === few.pairing.unpaired.length) expect(after?.cost).toBeLessThanOrEqual(before?.cost ?? 0);
    expect(many.pairing).not.toEqual(few.pairing);
    expect((await pair(problem, { maxIterations: 40 })).pairing).toEqual(few.pairing);
  });

  it("refuses a budget that is none", async () => {
    await expect(pair(problem, { maxIterations: 0.5, timeLimitMs: -1 })).rejects.toMatchObject({
      issues: [
        { code: "NOT_A_BUDGET", pointer: "/timeLimitMs" },
        { code: "NOT_A_BUDGET", pointer: "/maxIterations" },
      ],
    });
  });
});

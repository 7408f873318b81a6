import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { startBuiltSolver, startWithoutHighs } from "../../test/builtSolver.js";
import { startProgram } from "../../test/builtWorker.js";
import { bestOfAll } from "../../test/everySiting.js";
import { countySiting as county, randomSiting } from "../../test/randomSiting.js";
import { threeHomes } from "../../test/threeHomes.js";
import { verifySiting } from "./check/verifySiting.js";
import { site } from "./site.js";
import type { SitingOptions } from "./sitingOptions.js";
import { validateSiting } from "./validateSiting.js";

const exact: SitingOptions = { method: "exact", startWorker: startBuiltSolver };

async function refusalOf(options: SitingOptions): Promise<string> {
  try {
    await site(threeHomes(), { method: "exact", ...options });
    return "none";
  } catch (error) {
    return error instanceof EldercareError ? error.issues.map(({ code }) => code).join() : String(error);
  }
}

describe("the exact method", () => {
  it("finds on tiny problems what trying everything finds, and proves it, or that there is no plan", async () => {
    const tally = { found: 0, infeasible: 0, wanting: 0, priced: 0 };
    for (let seed = 2000; seed < 2018; seed++) {
      const problem = randomSiting(seed, { demands: 3 + (seed % 5), sites: 2 + (seed % 3) });
      if (validateSiting(problem).length > 0) continue;
      const best = bestOfAll(problem);
      // one look at one choice of sites, so that the solver has something to do
      const answer = await site(problem, { ...exact, maxIterations: 1 });
      if (best === undefined) {
        expect(answer.outcome).toBe("infeasible");
        tally.infeasible++;
        continue;
      }
      if (answer.outcome !== "found") throw new Error(`${seed}: ${answer.outcome}`);
      const isPriced = problem.weights?.unservedPerson !== undefined;
      expect(verifySiting(problem, answer.plan)).toEqual([]);
      expect([answer.proven, Math.round(answer.plan.cost.total * 1000)]).toEqual([true, best.cost]);
      if (!isPriced) expect(answer.plan.unservedPersons).toBe(best.unserved);
      tally.found++;
      if (isPriced) tally.priced++;
      if (answer.plan.unservedPersons > 0) tally.wanting++;
    }
    expect(tally.found).toBeGreaterThan(10);
    expect(tally.infeasible).toBeGreaterThan(0);
    expect(tally.wanting).toBeGreaterThan(4);
    expect(tally.priced).toBeGreaterThan(1);
  }, 120_000);

  it("proves on problems of a township what the heuristic nearly always finds, within its bound", async () => {
    let same = 0;
    const seeds = [1, 2, 3];
    for (const seed of seeds) {
      const problem = county(seed, 40, 20);
      const quick = await site(problem, { maxIterations: 3000 });
      const best = await site(problem, { ...exact, timeLimitMs: 30_000 });
      if (quick.outcome !== "found" || best.outcome !== "found") throw new Error("no plan");
      expect([best.proven, verifySiting(problem, best.plan), verifySiting(problem, quick.plan)]).toEqual([true, [], []]);
      expect(quick.plan.unservedPersons).toBeGreaterThanOrEqual(best.plan.unservedPersons);
      expect(quick.bound.unservedPersons).toBeLessThanOrEqual(best.plan.unservedPersons);
      if (quick.plan.unservedPersons !== best.plan.unservedPersons) continue;
      // a plan proven to a millionth may be that much dearer than another
      expect(quick.plan.cost.total).toBeGreaterThanOrEqual(best.plan.cost.total * (1 - 1e-6));
      expect(quick.bound.cost).toBeLessThanOrEqual(best.plan.cost.total);
      if (quick.plan.cost.total <= best.plan.cost.total * 1.001) same++;
    }
    expect(same).toBeGreaterThanOrEqual(seeds.length - 1);
  }, 240_000);

  it("gives the same answer twice", async () => {
    const problem = county(9, 25, 10);
    const once = await site(problem, exact);
    const again = await site(problem, exact);
    expect({ ...once, run: 0 }).toEqual({ ...again, run: 0 });
  }, 60_000);
});

describe("a solver that is not there or breaks off", () => {
  it("is said to be missing where the package is not installed", async () => {
    expect(await refusalOf({ startWorker: startWithoutHighs })).toBe("SITING_SOLVER_MISSING");
  });

  it("has failed where its worker cannot be started, ends or is of another kind", async () => {
    const refuse = (): never => {
      throw new Error("forbidden");
    };
    expect(await refusalOf({ startWorker: refuse })).toBe("SITING_SOLVER_FAILED");
    expect(await refusalOf({ startWorker: () => startProgram("ends", "process.exit(1);") })).toBe("SITING_SOLVER_FAILED");
    expect(await refusalOf({ startWorker: () => startProgram("throws", "throw new Error('broken');") })).toBe("SITING_SOLVER_FAILED");
  });
});

describe("while HiGHS computes", () => {
  it("the caller's thread goes on, and a signal is answered at once with the best plan so far", async () => {
    const problem = county(11, 160, 120);
    const stop = new AbortController();
    let turns = 0;
    const turn = setInterval(() => turns++, 10);
    let abortedAt = 0;
    setTimeout(() => {
      abortedAt = performance.now();
      stop.abort();
    }, 2500);
    const answer = await site(problem, { ...exact, signal: stop.signal, maxIterations: 100, timeLimitMs: 120_000 });
    const waitedMs = performance.now() - abortedAt;
    clearInterval(turn);
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    // had it been proven before, nothing would have been tried here
    expect([answer.run.stoppedBy, answer.proven]).toEqual(["signal", false]);
    expect(waitedMs).toBeLessThan(1000);
    expect(turns).toBeGreaterThan(25);
    expect(verifySiting(problem, answer.plan)).toEqual([]);
    expect(answer.gap.costShare).toBeLessThan(0.2);
  }, 60_000);

  it("time is kept, and the gap says what was not proven", async () => {
    const problem = county(11, 160, 120);
    const answer = await site(problem, { ...exact, maxIterations: 100, timeLimitMs: 2000 });
    if (answer.outcome !== "found") throw new Error(answer.outcome);
    expect([answer.run.stoppedBy, answer.proven]).toEqual(["time", false]);
    expect(answer.run.elapsedMs).toBeLessThan(8000);
    expect(answer.plan.unservedPersons - (answer.bound.unservedPersons ?? 0)).toBe(answer.gap.unservedPersons);
  }, 60_000);
});

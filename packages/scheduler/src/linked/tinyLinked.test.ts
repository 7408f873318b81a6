import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhaustiveLinkedCost, tinyLinked } from "../../test/exhaustiveLinked.js";
import { solve } from "../solve.js";

const runs = fc.readConfigureGlobal().numRuns ?? 50;

describe("a tiny problem with links and what may be exceeded", () => {
  it("is never solved below the cost of trying everything, and nearly always to it", async () => {
    let [met, linked, late, priced, accompanied] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const problem = tinyLinked(seed);
      const { plan } = await solve(problem, { maxIterations: 3000, seed });
      const best = exhaustiveLinkedCost(problem);
      expect(plan.cost.total).toBeGreaterThan(best - 1e-6);
      met += plan.cost.total < best + 1e-6 ? 1 : 0;
      linked += (problem.links ?? []).length > 0 && plan.unassigned.length === 0 ? 1 : 0;
      priced += (plan.cost.caregiverCost ?? 0) + (plan.cost.overdueDays ?? 0) > 0 ? 1 : 0;
      accompanied += plan.routes.some(({ caregiver }) => (problem.caregivers.find(({ id }) => id === caregiver)?.mentoredBy ?? []).length > 0)
        ? 1
        : 0;
      late += (plan.cost.lateness ?? 0) > 0 ? 1 : 0;
    }
    expect(met).toBeGreaterThanOrEqual(Math.floor(0.9 * runs));
    expect(linked).toBeGreaterThan(runs / 10);
    expect(priced).toBeGreaterThan(runs / 10);
    expect(accompanied).toBeGreaterThan(1);
    expect(late).toBeGreaterThan(runs / 10);
  }, 120_000);
});

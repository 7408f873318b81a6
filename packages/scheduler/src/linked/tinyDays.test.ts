import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhaustiveDaysCost, tinyDays } from "../../test/exhaustiveDays.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

// trying everything knows nothing of two caregivers at one person
const features = defaultFeatures.filter(({ name }) => name !== "oneAtATime");
const runs = fc.readConfigureGlobal().numRuns ?? 50;

describe("a tiny problem over days with links, patterns, faces and fair loads", () => {
  it("is never solved below the cost of trying everything, and nearly always to it", async () => {
    let [met, linked, patterned, faces, unfair] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const problem = tinyDays(seed);
      const { plan } = await solve(problem, { maxIterations: 20_000, seed, features });
      expect(verify(problem, plan, { features })).toEqual([]);
      const best = exhaustiveDaysCost(problem);
      expect(plan.cost.total).toBeGreaterThan(best - 1e-6);
      met += plan.cost.total < best + 1e-6 ? 1 : 0;
      const isWhole = plan.unassigned.length === 0;
      linked += (problem.links ?? []).length > 0 && isWhole ? 1 : 0;
      patterned += (problem.patterns ?? []).length > 0 && isWhole ? 1 : 0;
      faces += (plan.cost.newFaces ?? 0) > 0 ? 1 : 0;
      unfair += (plan.cost.unfair ?? 0) > 0 ? 1 : 0;
    }
    expect(met).toBeGreaterThanOrEqual(Math.floor(0.95 * runs));
    for (const count of [linked, patterned, faces, unfair]) expect(count).toBeGreaterThan(runs / 10);
  }, 240_000);
});

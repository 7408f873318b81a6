import { describe, expect, it } from "vitest";
import type { Problem } from "../src/model/problem.js";
import { solve } from "../src/solve.js";
import { verify } from "../src/verify/verify.js";
import { exhaustiveCost } from "./exhaustive.js";
import { tinyProblem } from "./tinyProblem.js";

const without = (problem: Problem, field: "workMinutes" | "restDaysPerWeek" | "serviceArea"): Problem => ({
  ...problem,
  caregivers: problem.caregivers.map(({ [field]: _, ...caregiver }) => caregiver),
});
const trained = (problem: Problem): Problem => ({
  ...problem,
  caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, trainedOn: "2020-01-01" })),
});
const withoutOvertime = (problem: Problem): Problem => ({
  ...problem,
  caregivers: problem.caregivers.map(({ workMinutes: { overtimePerDay: _, overtimePerMonth: __, ...workMinutes } = {}, ...caregiver }) => ({
    ...caregiver,
    workMinutes,
  })),
});

describe("a tiny problem with limits on work, a history, training, areas, costs, ratings and wanted dates", () => {
  it("is never solved below the cost of trying everything, lived through minute by minute, and nearly always to it", async () => {
    let [met, worked, rested, over, untrained, confined, costly, rated, late] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let seed = 1; seed <= 50; seed++) {
      const problem = tinyProblem(seed, { visits: 2 + (seed % 3), days: 2, rules: true });
      const best = exhaustiveCost(problem);
      const { plan } = await solve(problem, { maxIterations: 1_500, seed });
      expect(verify(problem, plan)).toEqual([]);
      expect(plan.cost.total).toBeGreaterThan(best - 1e-4);
      met += plan.cost.total < best + 1e-4 ? 1 : 0;
      worked += exhaustiveCost(without(problem, "workMinutes")) < best ? 1 : 0;
      rested += exhaustiveCost(without(problem, "restDaysPerWeek")) < best ? 1 : 0;
      untrained += exhaustiveCost(trained(problem)) < best ? 1 : 0;
      confined += exhaustiveCost(without(problem, "serviceArea")) < best ? 1 : 0;
      costly += (plan.cost.caregiverCost ?? 0) > 0 ? 1 : 0;
      rated += (plan.cost.lowerRating ?? 0) > 0 ? 1 : 0;
      late += (plan.cost.overdueDays ?? 0) > 0 ? 1 : 0;
      over += exhaustiveCost(withoutOvertime(problem)) > best ? 1 : 0;
    }
    expect(met).toBeGreaterThan(47);
    for (const count of [worked, rested, over, untrained, confined, costly, rated, late]) expect(count).toBeGreaterThan(1);
  }, 120_000);
});

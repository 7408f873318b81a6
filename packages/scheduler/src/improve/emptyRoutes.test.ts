import { describe, expect, it } from "vitest";
import { exhaustiveCost } from "../../test/exhaustive.js";
import { randomProblem } from "../../test/randomProblem.js";
import { tinyProblem } from "../../test/tinyProblem.js";
import type { Problem } from "../model/problem.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

const mustAll = (problem: Problem, caregiverDay: number): Problem => ({
  ...problem,
  visits: problem.visits.map((visit) => ({ ...visit, required: true })),
  transports: (problem.transports ?? []).map((transport) => ({ ...transport, required: true })),
  objective: { ...problem.objective, caregiverDay },
});

describe("an objective for the fewest days of work", () => {
  it("costs what the best plan of a tiny problem costs, found by trying everything", async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const problem = mustAll(tinyProblem(seed, { visits: 2 + (seed % 2), days: 2, transports: seed % 2 }), 10_000);
      const { plan } = await solve(problem, { maxIterations: 1_000, seed });
      expect([seed, plan.cost.total]).toEqual([seed, expect.closeTo(exhaustiveCost(problem), 4)]);
    }
  });

  it("takes fewer days than one that looks at the road alone", async () => {
    let saved = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const problem = randomProblem(seed, { visits: 16, caregivers: 6, days: 2, rich: false });
      const byRoad = (await solve(mustAll(problem, 0), { maxIterations: 600, seed })).plan;
      const byDays = (await solve(mustAll(problem, 100_000), { maxIterations: 600, seed })).plan;
      expect(verify(mustAll(problem, 100_000), byDays)).toEqual([]);
      expect(byDays.unassigned).toEqual([]);
      expect(byDays.routes.length).toBeLessThanOrEqual(byRoad.routes.length);
      saved += byRoad.routes.length - byDays.routes.length;
    }
    expect(saved).toBeGreaterThan(3);
  });
});

import { describe, expect, it } from "vitest";
import { exhaustiveTourCost, tinyTour } from "../../../test/tinyTour.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

describe("a tiny problem with a tour", () => {
  it("costs what the best plan costs that trying everything finds, and never less", async () => {
    const seen = { out: 0, home: 0, idleDays: 0, lodgings: new Set<string>(), optimal: 0, cases: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const days = 1 + (seed % 3);
      const problem = tinyTour(seed, { visits: 1 + (seed % 4), days, transports: seed % 5 === 0 ? 1 : 0 });
      const { plan } = await solve(problem, { maxIterations: 600, seed });
      expect([seed, verify(problem, plan)]).toEqual([seed, []]);
      const optimum = exhaustiveTourCost(problem);
      expect([seed, plan.cost.total]).toEqual([seed, expect.closeTo(Math.max(optimum, plan.cost.total), 4)]);
      seen.cases++;
      if (Math.abs(plan.cost.total - optimum) < 1e-4) seen.optimal++;
      const out = plan.routes.filter(({ tour }) => tour !== undefined);
      if (out.length === 0) seen.home++;
      else seen.out++;
      for (const { stops } of out) {
        if (!stops.some(({ kind }) => kind === "visit" || kind === "board")) seen.idleDays++;
        for (const { kind, place } of stops) if (kind === "lodging") seen.lodgings.add(place);
      }
    }
    expect(seen).toMatchObject({ optimal: seen.cases });
    expect([seen.out > 30, seen.home > 0, seen.idleDays > 0, seen.lodgings.size]).toEqual([true, true, true, 3]);
  });
});

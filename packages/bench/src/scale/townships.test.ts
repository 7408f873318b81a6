import { solve, validate, verify } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { townships } from "./townships.js";

describe("the synthetic day of the benchmark of scale", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(townships(60, 1)).toEqual(townships(60, 1));
    expect(townships(60, 2)).not.toEqual(townships(60, 1));
  });

  it("has no errors, can be served in full, and has routes of the same length at each size", async () => {
    for (const visits of [60, 180]) {
      const problem = townships(visits, 1);
      expect(validate(problem)).toEqual([]);
      const { plan } = await solve(problem, { maxIterations: 50 });
      expect(verify(problem, plan)).toEqual([]);
      expect(plan.unassigned).toEqual([]);
      const mean = visits / plan.routes.length;
      expect(mean).toBeGreaterThan(9);
      expect(mean).toBeLessThan(15);
    }
  });
});

import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhaustiveCost } from "../test/exhaustive.js";
import { randomProblem } from "../test/randomProblem.js";
import { tinyProblem } from "../test/tinyProblem.js";
import type { Problem } from "./model/problem.js";
import { solve } from "./solve.js";
import { verify } from "./verify/verify.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("the plan that solve returns", () => {
  it("costs what the best plan of a tiny problem costs, found by trying everything", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const problem = tinyProblem(seed, { visits: 1 + (seed % 5), days: 1 + (seed % 2) });
      const { plan } = await solve(problem, { maxIterations: 1_500, seed });
      expect([seed, plan.cost.total]).toEqual([seed, expect.closeTo(exhaustiveCost(problem), 4)]);
    }
  });
});

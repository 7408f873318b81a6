import { weekdayOf } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/evaluate/evaluate.js";
import { solve } from "../src/solve.js";
import { verify } from "../src/verify/verify.js";
import { randomLot } from "./randomLot.js";

// 5,000 problems where 200 runs are asked for, as the wide step does; a share of them day to day
const runs = fc.readConfigureGlobal().numRuns ?? 50;
const numRuns = runs * (runs < 200 ? 8 : 25);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("any problem, its features drawn by lot", () => {
  it("is solved to a plan that the checker accepts, at the cost that evaluate finds, the same for the same seed", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = randomLot(seed);
        const options = { maxIterations: 12, seed };
        const { plan } = await solve(problem, options);
        expect(verify(problem, plan)).toEqual([]);
        expect(evaluate(problem, plan.routes)).toEqual(plan);
        const served = plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "visit"));
        const carried = plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "board"));
        expect(served.length + plan.unassigned.length).toBe(problem.visits.length);
        expect(carried.length + (plan.unassignedTransports ?? []).length).toBe((problem.transports ?? []).length);
        if (seed % 5 === 0) expect(JSON.stringify((await solve(problem, options)).plan)).toBe(JSON.stringify(plan));
      }),
      { numRuns },
    );
  });

  it("is drawn with each feature, and with problems that can be served in full, in part and not at all", async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 120; seed++) {
      const problem = randomLot(seed);
      const has = (kind: string, present: boolean): unknown => present && kinds.add(kind);
      const shifts = problem.caregivers.flatMap((caregiver) => caregiver.shifts);
      has("transports", (problem.transports ?? []).length > 0);
      has(
        "vehicles",
        shifts.some(({ vehicle }) => vehicle !== undefined),
      );
      has(
        "open ends",
        shifts.some(({ end }) => end === undefined),
      );
      has(
        "breaks",
        shifts.some(({ breaks = [] }) => breaks.length > 1),
      );
      has(
        "work limits",
        problem.caregivers.some(({ workMinutes }) => workMinutes !== undefined),
      );
      has(
        "overtime",
        problem.caregivers.some(({ workMinutes }) => workMinutes?.overtimePerDay !== undefined),
      );
      has(
        "days of rest",
        problem.caregivers.some(({ restDaysPerWeek }) => restDaysPerWeek !== undefined),
      );
      has(
        "training",
        problem.visits.some(({ needs }) => needs?.trained === true),
      );
      has(
        "areas",
        problem.caregivers.some(({ serviceArea }) => serviceArea !== undefined),
      );
      has(
        "costs",
        problem.caregivers.some(({ costPerHourFen }) => costPerHourFen !== undefined),
      );
      has(
        "ratings",
        problem.caregivers.some(({ rating }) => rating !== undefined),
      );
      has(
        "wanted dates",
        problem.visits.some(({ when }) => when?.wantedBy !== undefined),
      );
      has("a history", problem.history !== undefined);
      has("a week cut in two", weekdayOf(problem.horizon.from) > 1);
      has("two months", problem.horizon.from.slice(0, 7) !== problem.horizon.to.slice(0, 7));
      has(
        "stock",
        problem.visits.some(({ needs }) => needs?.stock !== undefined),
      );
      has(
        "several windows",
        problem.visits.some(({ when }) => (when?.daily ?? []).length > 1),
      );
      has(
        "moments",
        problem.visits.some(({ when }) => when?.dueBy !== undefined),
      );
      has(
        "fixed",
        problem.visits.some(({ fixed }) => fixed !== undefined),
      );
      has(
        "only",
        problem.visits.some(({ only }) => only !== undefined),
      );
      has(
        "bars",
        problem.visits.some(({ bars = [] }) => bars.length > 0),
      );
      has(
        "prefers",
        problem.visits.some(({ prefers = [] }) => prefers.length > 0),
      );
      has("several profiles", new Set(problem.caregivers.map(({ profile }) => profile)).size > 1);
      has("no visits", problem.visits.length === 0);
      has("more than 40 visits", problem.visits.length > 40);
      has("no caregivers", problem.caregivers.length === 0);
      if (problem.visits.length === 0 || problem.visits.length > 12) continue;
      const { unassigned } = (await solve(problem, { maxIterations: 1, seed })).plan;
      has("served in full", unassigned.length === 0);
      has("served in part", unassigned.length > 0 && unassigned.length < problem.visits.length);
      has("served not at all", unassigned.length === problem.visits.length);
      has(
        "impossible visits",
        unassigned.some(({ kind }) => kind === "impossible"),
      );
    }
    expect([...kinds].sort()).toEqual(
      [
        "a history",
        "a week cut in two",
        "areas",
        "bars",
        "breaks",
        "costs",
        "days of rest",
        "fixed",
        "impossible visits",
        "more than 40 visits",
        "moments",
        "no caregivers",
        "no visits",
        "only",
        "open ends",
        "overtime",
        "prefers",
        "ratings",
        "served in full",
        "served in part",
        "served not at all",
        "several profiles",
        "several windows",
        "stock",
        "training",
        "transports",
        "two months",
        "vehicles",
        "wanted dates",
        "work limits",
      ].sort(),
    );
  });
});

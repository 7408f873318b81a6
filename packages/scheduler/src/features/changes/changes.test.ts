import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomLinked } from "../../../test/randomLinked.js";
import { randomProblem } from "../../../test/randomProblem.js";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const date = "2026-11-23";
const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };

/** Two caregivers; so far the second makes both visits. */
function planned(changedVisit: number): Problem {
  const problem: Problem = {
    ...twoVisits(),
    caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift] })),
    objective: { changedVisit },
  };
  const by = (caregiver: string, ...ids: string[]) => ({ caregiver, date, stops: ids.map((id) => ({ kind: "visit" as const, id })) });
  return { ...problem, base: { plan: evaluate(problem, [by("c-2", "x-1", "x-2")]) } };
}
const order = (caregiver: string, id: string) => ({ caregiver, date, stops: [{ kind: "visit" as const, id }] });

describe("the price of a change", () => {
  it("is paid for each visit that someone else makes", () => {
    const problem = planned(7);
    expect(evaluate(problem, [order("c-1", "x-1"), order("c-2", "x-2")]).cost.changedVisit).toBe(7);
    expect(evaluate(problem, [order("c-2", "x-1")]).cost.changedVisit).toBe(7);
    expect(evaluate(problem, problem.base?.plan.routes ?? []).cost.changedVisit).toBe(0);
  });

  it("is recomputed by the checker", () => {
    const problem = planned(7);
    const plan = evaluate(problem, [order("c-1", "x-1"), order("c-2", "x-2")]);
    expect(verify(problem, plan)).toEqual([]);
    const cheaper = { ...plan, cost: { ...plan.cost, changedVisit: 0, total: plan.cost.total - 7 } };
    expect(verify(problem, cheaper).filter(({ code, message }) => code === "WRONG_COST" && message.en.includes("changedVisit"))).toHaveLength(1);
  });

  it("keeps visits with whoever has them where a change saves less", async () => {
    const dear = planned(100);
    const preferring = (problem: Problem): Problem => ({ ...problem, visits: problem.visits.map((visit) => ({ ...visit, prefers: ["c-1"] })) });
    expect((await solve(preferring(dear), { maxIterations: 100 })).plan.routes.map(({ caregiver }) => caregiver)).toEqual(["c-2"]);
    expect((await solve(preferring(planned(1)), { maxIterations: 100 })).plan.routes.map(({ caregiver }) => caregiver)).toEqual(["c-1"]);
  });

  it("is listed by plans of problems that have a base, and by no others", () => {
    expect(Object.keys(evaluate(twoVisits(), []).cost)).not.toContain("changedVisit");
  });

  it("does not count visits that are no more", () => {
    const problem = planned(7);
    const fewer = { ...problem, visits: problem.visits.slice(0, 1) };
    expect(evaluate(fewer, [order("c-2", "x-1")]).cost.changedVisit).toBe(0);
  });

  it("is that of the checker for any problem, and at a great price nothing changes that need not", async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.boolean(), fc.boolean(), async (seed, rich, linked) => {
        const drawn = linked
          ? randomLinked(seed, { visits: 8, caregivers: 3, days: 2 })
          : randomProblem(seed, { visits: 10, caregivers: 3, days: 2, rich });
        const { plan: before } = await solve(drawn, { maxIterations: 30, seed });
        const cheap: Problem = { ...drawn, objective: { ...drawn.objective, changedVisit: 0.5 }, base: { plan: before } };
        const { plan } = await solve(cheap, { maxIterations: 150, seed: seed + 1 });
        expect(verify(cheap, plan)).toEqual([]);
        if ((plan.cost.changedVisit ?? 0) > 0) moved++;
        const dear: Problem = { ...cheap, objective: { ...drawn.objective, changedVisit: 10_000 } };
        const kept = await solve(dear, { maxIterations: 150, seed: seed + 1, start: before });
        expect(verify(dear, kept.plan)).toEqual([]);
        expect(kept.plan.cost.changedVisit).toBe(0);
      }),
      { numRuns: 40 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});

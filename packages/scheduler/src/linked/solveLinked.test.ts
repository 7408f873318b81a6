import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomLinked } from "../../test/randomLinked.js";
import { evaluate } from "../evaluate/evaluate.js";
import { explainUnassigned } from "../explain/explainUnassigned.js";
import { Random } from "../improve/random.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

const problemOf = (seed: number) => {
  const random = new Random(seed);
  return randomLinked(seed, { visits: 4 + random.below(20), caregivers: 2 + random.below(4), days: 1 + random.below(3) });
};

describe("any problem with links, patterns, faces and loads, soft hours, overtime and breaks that may be missed", () => {
  it("is solved to a plan that the checker accepts, the same for the same seed, and at the cost that evaluate finds", async () => {
    let [linked, late, over, missed, patterned, either, faces, unfair, priced, overdue] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const refused = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const problem = problemOf(seed);
        const { plan } = await solve(problem, { maxIterations: 300, seed });
        expect(verify(problem, plan)).toEqual([]);
        expect(explainUnassigned(problem, plan).map(({ visit, kind }) => [visit, kind])).toEqual(
          plan.unassigned.map(({ visit, kind }) => [visit, kind]),
        );
        if (plan.cost.lateness === 0) expect(evaluate(problem, plan.routes).cost.total).toBeLessThanOrEqual(plan.cost.total + 1e-6);
        if (seed % 5 === 0) expect(JSON.stringify((await solve(problem, { maxIterations: 300, seed })).plan)).toBe(JSON.stringify(plan));
        const made = new Set(plan.routes.flatMap(({ stops }) => stops.map(({ id }) => id)));
        linked += (problem.links ?? []).filter(({ visits }) => visits.every((id) => made.has(id))).length;
        patterned += (problem.patterns ?? []).filter(({ visits }) => visits.every((id) => made.has(id))).length;
        either += (problem.links ?? []).filter(({ kind, visits }) => kind === "oneOf" && visits.some((id) => made.has(id))).length;
        faces += (plan.cost.newFaces ?? 0) > 0 ? 1 : 0;
        unfair += (plan.cost.unfair ?? 0) > 0 ? 1 : 0;
        late += (plan.cost.lateness ?? 0) > 0 ? 1 : 0;
        over += (plan.cost.overtime ?? 0) > 0 ? 1 : 0;
        priced += (plan.cost.caregiverCost ?? 0) > 0 ? 1 : 0;
        overdue += (plan.cost.overdueDays ?? 0) > 0 ? 1 : 0;
        for (const { reasons } of plan.unassigned) for (const { code } of reasons) refused.add(code);
        missed += (plan.cost.missedBreak ?? 0) > 0 ? 1 : 0;
      }),
      // once went wrong: a break that a plan misses was taken when the plan was read; visits at once that are to have one caregiver had two
      { examples: [[722298], [844575]] },
    );
    const runs = fc.readConfigureGlobal().numRuns ?? 50;
    expect(linked).toBeGreaterThan(runs);
    for (const count of [late, over, missed, patterned, either, faces, unfair, priced, overdue]) expect(count).toBeGreaterThan(runs / 25);
    for (const code of ["WORK_LIMIT", "TRAINING_UNKNOWN", "NOT_TRAINED", "MENTOR_MISSING", "OUTSIDE_AREA"]) expect(refused).toContain(code);
  });
});

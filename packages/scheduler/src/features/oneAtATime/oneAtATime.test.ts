import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../../test/randomProblem.js";
import { twoVisits } from "../../../test/twoVisits.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { explainUnassigned } from "../../explain/explainUnassigned.js";
import { knownSecondsOfDay } from "../../model/clock.js";
import type { Plan } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import type { Visit } from "../../model/visit.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";
import { defaultFeatures } from "../defaultFeatures.js";

const date = "2026-11-23";
const at = (from: string) => ({ daily: [{ from, to: from }] });

/** Two caregivers and two visits of an hour to one home. */
const twoAtOneHome = (first: Partial<Visit>, second: Partial<Visit>): Problem => {
  const problem = twoVisits();
  const shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };
  const visit = { person: "p-1", place: "home-1", serviceMinutes: 60 };
  return {
    ...problem,
    caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift] })),
    visits: [
      { ...visit, id: "x-1", ...first },
      { ...visit, id: "x-2", ...second },
    ],
  };
};
const oneEach = (problem: Problem): Plan =>
  evaluate(problem, [
    { caregiver: "c-1", date, stops: [{ kind: "visit", id: "x-1" }] },
    { caregiver: "c-2", date, stops: [{ kind: "visit", id: "x-2" }] },
  ]);
const codes = (problem: Problem): string[] => verify(problem, oneEach(problem)).map(({ code }) => code);

/** Pairs of visits to one person that overlap in a plan, counted from what it prints alone. */
function overlaps(problem: Problem, plan: Plan): number {
  const people = new Map(problem.visits.map(({ id, person }) => [id, person]));
  const made = plan.routes.flatMap((route) =>
    route.stops
      .filter(({ kind }) => kind === "visit")
      .map(({ id, start, end }) => ({ who: `${route.date} ${people.get(id)}`, start: knownSecondsOfDay(start), end: knownSecondsOfDay(end) })),
  );
  return made.flatMap((a, index) => made.slice(0, index).filter((b) => a.who === b.who && a.start < b.end && b.start < a.end)).length;
}

describe("a person visited twice on one day", () => {
  it("never has two caregivers at once", () => {
    const problem = twoAtOneHome({ when: at("10:00") }, { when: at("10:59") });
    expect(verify(problem, oneEach(problem)).map(({ message }) => message.en)).toEqual([
      "2026-11-23: visit x-2 of caregiver c-2 overlaps visit x-1 of caregiver c-1, both to p-1",
    ]);
  });

  it("may see one begin as the other ends", () => {
    expect(codes(twoAtOneHome({ when: at("10:00") }, { when: at("11:00") }))).toEqual([]);
    expect(codes(twoAtOneHome({ when: at("11:00") }, { when: at("10:00") }))).toEqual([]);
  });

  it("has both where whoever fixed them chose so", async () => {
    const fixed = (caregiver: string) => ({ fixed: { caregiver, date, start: "10:00" } });
    const problem = twoAtOneHome(fixed("c-1"), fixed("c-2"));
    expect(codes(problem)).toEqual([]);
    expect((await solve(problem, { maxIterations: 20 })).plan.unassigned).toEqual([]);
    expect(codes(twoAtOneHome(fixed("c-1"), { when: at("10:00") }))).toEqual(["PERSON_TWICE_AT_ONCE"]);
  });

  it("goes without the second, with the reason, where the hours allow nothing else", async () => {
    const problem = twoAtOneHome({ when: at("10:00"), priority: 1 }, { when: at("10:30"), only: ["c-2"] });
    const { plan } = await solve(problem, { maxIterations: 50 });
    expect(plan.unassigned).toEqual([
      {
        visit: "x-2",
        kind: "crowdedOut",
        reasons: [{ code: "PERSON_TWICE_AT_ONCE", caregiver: "c-2" }],
        barred: [{ code: "NOT_AMONG_ONLY", caregiver: "c-1", relax: { only: { with: "c-1" } } }],
      },
    ]);
    expect(explainUnassigned(problem, plan)).toEqual(plan.unassigned);
  });

  it("is visited by one caregiver, one visit after the other, where two would come at once", async () => {
    const problem = twoAtOneHome({ when: at("10:00"), bars: ["c-2"] }, { when: { daily: [{ from: "10:00", to: "11:00" }] }, prefers: ["c-2"] });
    const { plan } = await solve(problem, { maxIterations: 50 });
    expect(plan.routes.map(({ caregiver, stops }) => [caregiver, stops.map(({ start }) => start)])).toEqual([["c-1", ["10:00", "11:00"]]]);
  });
});

describe("a plan for many people", () => {
  // four visits to each person, most of them on days and at hours that they could share
  const crowded = (seed: number, rich: boolean): Problem => {
    const problem = randomProblem(seed, { visits: 24, caregivers: 6, days: 2, rich });
    return {
      ...problem,
      visits: problem.visits.map((visit, index) => ({ ...visit, person: `p-${index >> 2}`, place: `home-${1 + 4 * (index >> 2)}` })),
    };
  };

  it("has nobody visited by two at once, and would without this feature", async () => {
    let without = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), fc.boolean(), async (seed, rich) => {
        const problem = crowded(seed, rich);
        const { plan } = await solve(problem, { maxIterations: 150, seed });
        expect([verify(problem, plan), overlaps(problem, plan)]).toEqual([[], 0]);
        const free = await solve(problem, { maxIterations: 20, seed, features: defaultFeatures.filter(({ name }) => name !== "oneAtATime") });
        without += overlaps(problem, free.plan);
      }),
      { numRuns: 15 },
    );
    expect(without).toBeGreaterThan(0);
  });
});

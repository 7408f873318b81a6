import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhaustiveCost } from "../test/exhaustive.js";
import { randomProblem } from "../test/randomProblem.js";
import { tinyProblem } from "../test/tinyProblem.js";
import { twoVisits } from "../test/twoVisits.js";
import { evaluate } from "./evaluate/evaluate.js";
import { Random } from "./improve/random.js";
import type { Problem } from "./model/problem.js";
import { solve } from "./solve.js";
import { verify } from "./verify/verify.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const rich = (seed: number): Problem =>
  randomProblem(seed, { visits: 6 + (seed % 30), caregivers: 1 + (seed % 5), days: 1 + (seed % 3), rich: true });

const codesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("the plan that solve returns", () => {
  it("costs what the best plan of a tiny problem costs, found by trying everything", async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const problem = tinyProblem(seed, { visits: 1 + (seed % 5), days: 1 + (seed % 2) });
      const { plan } = await solve(problem, { maxIterations: 1_500, seed });
      expect([seed, plan.cost.total]).toEqual([seed, expect.closeTo(exhaustiveCost(problem), 4)]);
    }
  });

  it("is accepted by the checker, whatever a problem asks for", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = rich(seed);
        const { plan } = await solve(problem, { maxIterations: 150, seed });
        expect(verify(problem, plan)).toEqual([]);
        expect(plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "visit")).length + plan.unassigned.length).toBe(
          problem.visits.length,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is accepted by the checker where roads are one-way, missing, or shorter the long way round", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = randomProblem(seed, { visits: 12, caregivers: 3, days: 2, rich: true });
        const random = new Random(seed);
        const road = (): number | null => (random.unit() < 0.15 ? null : random.below(2_400));
        const durationsSeconds = problem.places.flatMap((_, from) => problem.places.map((__, to) => (from === to ? 0 : road())));
        const roads = { ...problem, travel: { profiles: { ...problem.travel.profiles, car: { kind: "matrix" as const, durationsSeconds } } } };
        const { plan } = await solve(roads, { maxIterations: 150, seed });
        expect(verify(roads, plan)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("is the same, byte for byte, for the same seed and iterations", async () => {
    for (const seed of [3, 8]) {
      const once = await solve(rich(seed), { maxIterations: 300, seed });
      const again = await solve(rich(seed), { maxIterations: 300, seed });
      expect(JSON.stringify(again.plan)).toBe(JSON.stringify(once.plan));
      expect(again.run.iterations).toBe(300);
    }
  });

  it("leaves no visit out that could still be added at less than the price of leaving it out", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = randomProblem(seed, { visits: 12, caregivers: 2, days: 1, rich: true });
        const { plan } = await solve(problem, { maxIterations: 50, seed });
        for (const { visit } of plan.unassigned)
          for (const [row, route] of plan.routes.entries())
            for (let at = 0; at <= route.stops.length; at++) {
              const stops = [...route.stops.slice(0, at), { kind: "visit" as const, id: visit }, ...route.stops.slice(at)];
              const more = evaluate(
                problem,
                plan.routes.map((other, index) => (index === row ? { ...route, stops } : other)),
              );
              if (verify(problem, more).length === 0) expect(more.cost.total).toBeGreaterThanOrEqual(plan.cost.total - 1e-6);
            }
      }),
      { numRuns: 10 },
    );
  });

  it("never costs less when a tiny problem solved exactly gets one more constraint", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = tinyProblem(seed, { visits: 4, days: 1 });
      const cost = exhaustiveCost(problem);
      const fewerHours = problem.visits.map((visit, index) =>
        index === 0 ? { ...visit, when: { ...visit.when, daily: [{ from: "09:00", to: "09:30" }] } } : visit,
      );
      const oneWindow = problem.visits[0]?.when?.daily === undefined ? exhaustiveCost({ ...problem, visits: fewerHours }) : cost;
      const shorterDays = exhaustiveCost({
        ...problem,
        caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, workMinutes: { perDay: 90 } })),
      });
      const skilled = exhaustiveCost({ ...problem, visits: problem.visits.map((visit) => ({ ...visit, needs: { skills: { care: 2 } } })) });
      for (const constrained of [oneWindow, shorterDays, skilled]) expect(constrained).toBeGreaterThanOrEqual(cost);
    }
  });

  it("serves a required visit before any number of others", async () => {
    const problem = twoVisits({
      visit: { required: true, priority: 5 },
      caregiver: { workMinutes: { perDay: 120 } },
      objective: { unservedPriority: [900, 900, 900, 900, 900] },
    });
    const { plan } = await solve(problem, { maxIterations: 200 });
    expect(plan.unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
    expect(plan.cost.requiredUnserved).toBe(0);
  });
});

describe("a run of solve", () => {
  it("ends at once and with a plan where there is nothing to search", async () => {
    const problem = twoVisits();
    const nobody = await solve({ ...problem, caregivers: [] }, { timeLimitMs: 60_000 });
    expect(nobody.run.stoppedBy).toBe("nothingToSearch");
    expect(nobody.plan.unassigned.map(({ kind, reasons }) => [kind, reasons])).toEqual([
      ["impossible", [{ code: "NO_CAREGIVER" }]],
      ["impossible", [{ code: "NO_CAREGIVER" }]],
    ]);
    const nothing = await solve({ ...problem, visits: [] }, { timeLimitMs: 60_000 });
    expect([nothing.plan.routes, nothing.plan.unassigned, nothing.plan.cost.total]).toEqual([[], [], 0]);
  });

  it("goes on to its limit with a single visit, and no further", async () => {
    const problem = twoVisits();
    const { plan, run } = await solve({ ...problem, visits: problem.visits.slice(0, 1) }, { maxIterations: 40 });
    expect([run.iterations, run.stoppedBy, plan.routes.length]).toEqual([40, "iterations", 1]);
  });

  it("returns the best plan so far when it is aborted", async () => {
    const problem = randomProblem(5, { visits: 60, caregivers: 6, days: 2, rich: true });
    const controller = new AbortController();
    const { plan, run } = await solve(problem, {
      timeLimitMs: 60_000,
      signal: controller.signal,
      onProgress: ({ iterations }) => {
        if (iterations > 0) controller.abort();
      },
    });
    expect(run.stoppedBy).toBe("signal");
    expect(verify(problem, plan)).toEqual([]);
  });

  it("stops as soon as its plan is good enough, or has long been the same", async () => {
    const problem = rich(35);
    const { plan } = await solve(problem, { maxIterations: 3_000, seed: 1 });
    const good = await solve(problem, { maxIterations: 1_000_000, seed: 1, stopAtCost: plan.cost.total });
    expect([good.run.stoppedBy, good.plan.cost.total <= plan.cost.total]).toEqual(["cost", true]);
    expect(good.run.iterations).toBeLessThan(1_000_000);
    const idle = await solve(problem, { maxIterations: 1_000_000, seed: 1, stopAfterIdleIterations: 200 });
    expect(idle.run.stoppedBy).toBe("idle");
    expect(idle.run.iterations).toBeGreaterThanOrEqual(200);
    const [, better] = idle.run.trace.at(-1) ?? [];
    expect(better).toBeCloseTo(idle.plan.cost.total, 6);
    expect(await codesOf(() => solve(problem, { stopAfterIdleIterations: 0 }))).toEqual(["NOT_A_BUDGET"]);
    expect(await codesOf(() => solve(problem, { stopAtCost: Number.NaN }))).toEqual(["NOT_A_BUDGET"]);
  });

  it("stops at its time limit and reports progress on the way", async () => {
    const reports: number[] = [];
    const { run } = await solve(randomProblem(6, { visits: 40, caregivers: 4, days: 2, rich: false }), {
      timeLimitMs: 350,
      onProgress: ({ cost }) => reports.push(cost),
    });
    expect(run.stoppedBy).toBe("time");
    expect(reports.length).toBeGreaterThanOrEqual(2);
    expect(reports).toEqual([...reports].sort((a, b) => b - a));
    expect(run.trace.at(-1)?.[1]).toBe(reports.at(-1));
  });

  it("lets other work have its turn at least every few milliseconds", async () => {
    const problem = randomProblem(7, { visits: 150, caregivers: 12, days: 3, rich: true });
    let turns = 0;
    let going = true;
    const turn = (): void => {
      turns++;
      if (going) setImmediate(turn);
    };
    setImmediate(turn);
    const before = process.cpuUsage();
    await solve(problem, { timeLimitMs: 500 });
    const { user } = process.cpuUsage(before);
    going = false;
    // time worked rather than time passed, since the machine may be busy with something else
    expect(user / 1000 / turns).toBeLessThan(20);
  });

  it("begins from a plan that it is given, and never returns a worse one", async () => {
    const problem = randomProblem(11, { visits: 25, caregivers: 4, days: 2, rich: true });
    const first = await solve(problem, { maxIterations: 800, seed: 2 });
    const second = await solve(problem, { maxIterations: 0, start: first.plan });
    expect(second.plan).toEqual(first.plan);
  });
});

describe("what solve refuses", () => {
  it("is a problem with errors, all of them at once", async () => {
    const problem = twoVisits();
    const broken = { ...problem, visits: problem.visits.map((visit) => ({ ...visit, place: "nowhere" })) };
    expect(await codesOf(() => solve(broken))).toEqual(["REFERENCE_NOT_FOUND", "REFERENCE_NOT_FOUND"]);
  });

  it("is a budget that is none", async () => {
    expect(await codesOf(() => solve(twoVisits(), { timeLimitMs: -1, maxIterations: 1.5, seed: Number.NaN }))).toEqual([
      "NOT_A_BUDGET",
      "NOT_A_BUDGET",
      "NOT_A_BUDGET",
    ]);
  });

  it("is a plan to start from that does not hold", async () => {
    const problem = twoVisits();
    const { plan } = await solve(problem, { maxIterations: 10 });
    const late = { ...plan, routes: plan.routes.map((route) => ({ ...route, returns: "23:00" })) };
    expect(new Set(await codesOf(() => solve(problem, { maxIterations: 1, start: late })))).toEqual(new Set(["START_PLAN_INVALID"]));
  });
});

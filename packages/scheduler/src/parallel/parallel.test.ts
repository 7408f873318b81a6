import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startBuiltWorker, startProgram } from "../../test/builtWorker.js";
import { randomProblem } from "../../test/randomProblem.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { newState } from "../evaluate/newState.js";
import type { RouteState } from "../evaluate/routeState.js";
import { toPlan } from "../evaluate/toPlan.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { loadOrder } from "../improve/loadOrder.js";
import { Random } from "../improve/random.js";
import { Neighbours } from "../improve/ruin/neighbours.js";
import { compile } from "../model/compile.js";
import type { Problem } from "../model/problem.js";
import { runToEnd } from "../model/steps.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { doTask } from "./doTask.js";
import { merge, partition } from "./partition.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const rich = (seed: number): Problem =>
  randomProblem(seed, { visits: 6 + (seed % 40), caregivers: 1 + (seed % 6), days: 1 + (seed % 3), rich: true });
const large = randomProblem(7, { visits: 520, caregivers: 60, days: 1, rich: true, transports: 0 });

function constructed(problem: Problem): RouteState {
  const state = newState(runToEnd(compile(problem, defaultFeatures)));
  runToEnd(insertCheapest(state));
  return state;
}

describe("the order of all routes", () => {
  it("is all that another thread needs to have the same plan at the same cost", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = rich(seed);
        const one = constructed(problem);
        const other = newState(runToEnd(compile(problem, defaultFeatures)));
        expect(loadOrder(other, one.next)).toBe(true);
        expect([other.totalCost, other.left]).toEqual([one.totalCost, one.left]);
        expect(runToEnd(toPlan(other))).toEqual(runToEnd(toPlan(one)));
      }),
    );
  });
});

describe("a plan parted among threads", () => {
  it("gives every route and every visit left out to one of them, and all days of a caregiver to the same", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5 }), (seed, count) => {
        const state = constructed(rich(seed));
        const { routeCount, routeCaregiver, jobCount } = state.compiled;
        const parts = partition(state, count, new Random(seed));
        const partOf = Array.from({ length: routeCount }, (_, route) => parts.flatMap(({ routes }, part) => (routes[route] === 0 ? [part] : [])));
        for (const [route, owners] of partOf.entries()) {
          expect(owners).toHaveLength(1);
          const first = routeCaregiver.indexOf(routeCaregiver[route] as number);
          expect(owners).toEqual(partOf[first]);
        }
        for (let job = 0; job < jobCount; job++)
          expect(parts.filter(({ jobs }) => jobs[job] === 0)).toHaveLength((state.routeOf[job] as number) < 0 ? 1 : 0);
      }),
    );
  });

  it("gives about as many stops to each", () => {
    const state = constructed(large);
    const stops = partition(state, 3, new Random(1)).map(({ routes }) =>
      state.stopsOn.reduce((sum, on, route) => sum + (routes[route] === 0 ? on : 0), 0),
    );
    const mean = stops.reduce((sum, each) => sum + each, 0) / 3;
    for (const each of stops) expect(Math.abs(each - mean)).toBeLessThan(mean / 4);
  });

  it("leaves what is frozen as it was, and joins what each thread made of its part", () => {
    // where nobody has two visits, no limit looks at the routes of both parts
    const state = constructed({ ...large, visits: large.visits.map((visit) => ({ ...visit, person: `person of ${visit.id}` })) });
    const start = state.next.slice();
    const cost = state.totalCost;
    const neighbours = new Neighbours(state.compiled);
    const parts = partition(state, 2, new Random(3)).map((frozen) => {
      const task = { seed: 5, limits: { maxIterations: 400 }, start, sources: [], empties: false, frozen };
      const [order] = runToEnd(doTask({ state, neighbours }, task, () => undefined)).plans;
      loadOrder(state, order as Int32Array);
      return { frozen, order: order as Int32Array, gained: cost - state.totalCost };
    });
    for (const { frozen, order, gained } of parts) {
      expect(gained).toBeGreaterThan(0);
      for (let route = 0; route < state.compiled.routeCount; route++) {
        const node = state.compiled.routeStart[route] as number;
        if (frozen.routes[route] === 1) expect(order[node]).toBe(start[node]);
      }
    }
    expect(loadOrder(state, merge(state, start, parts))).toBe(true);
    expect(state.totalCost).toBe(cost - parts.reduce((sum, { gained }) => sum + gained, 0));
  });
});

describe("a search by several threads", () => {
  const startWorker = startBuiltWorker;

  it.each([
    ["a whole plan each", rich(39)],
    ["parts of a large plan", large],
  ])("finds a plan that holds, the same for the same seed, iterations and threads: %s", async (_, problem) => {
    const once = await solve(problem, { maxIterations: 600, seed: 4, threads: 3, startWorker });
    const again = await solve(problem, { maxIterations: 600, seed: 4, threads: 3, startWorker });
    expect(verify(problem, once.plan)).toEqual([]);
    expect(JSON.stringify(again.plan)).toBe(JSON.stringify(once.plan));
    expect([once.run.threads, once.run.iterations, once.run.stoppedBy]).toEqual([3, 1800, "iterations"]);
  });

  it("finds more together than one of them alone", async () => {
    // over several seeds: by chance one of them alone may come out level
    let [alone, together] = [0, 0];
    for (const seed of [1, 2, 3]) {
      alone += (await solve(large, { maxIterations: 2_000, seed })).plan.cost.total;
      together += (await solve(large, { maxIterations: 2_000, seed, threads: 3, startWorker })).plan.cost.total;
    }
    expect(together).toBeLessThan(alone);
  });

  it.each([
    ["ends at once", "process.exit(1);"],
    ["throws", "throw new Error('broken');"],
    [
      "dies over its first task",
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ kind }) => { if (kind === 'task') process.exit(2); });",
    ],
  ])("goes on without a worker that %s", async (name, program) => {
    const problem = rich(39);
    let started = 0;
    const mixed = () => (started++ === 0 ? startProgram(name.replaceAll(" ", "-"), program) : startBuiltWorker());
    const { plan, run } = await solve(problem, { maxIterations: 500, seed: 4, threads: 3, startWorker: mixed });
    expect(verify(problem, plan)).toEqual([]);
    expect(run.threads).toBe(2);
  });

  it("goes on without workers that cannot be started, and without one that never answers", async () => {
    const problem = rich(39);
    const none = () => {
      throw new Error("no workers here");
    };
    const alone = await solve(problem, { maxIterations: 500, threads: 4, startWorker: none });
    expect([alone.run.threads, verify(problem, alone.plan)]).toEqual([1, []]);
    const silent = () => startProgram("silent", "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined);");
    const begun = performance.now();
    const { plan, run } = await solve(problem, { timeLimitMs: 600, threads: 2, startWorker: silent });
    expect([run.stoppedBy, verify(problem, plan)]).toEqual(["time", []]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("answers a signal with the best plan so far, however long its workers would go on", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const begun = performance.now();
    const { plan, run } = await solve(large, { timeLimitMs: 600_000, threads: 2, startWorker, signal: controller.signal });
    expect([run.stoppedBy, verify(large, plan)]).toEqual(["signal", []]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it("ends for all as soon as one has a plan that is good enough, or all have long had the same", async () => {
    const problem = rich(39);
    const { plan } = await solve(problem, { maxIterations: 2000, seed: 4, threads: 2, startWorker });
    const good = await solve(problem, { timeLimitMs: 600_000, seed: 4, threads: 2, startWorker, stopAtCost: plan.cost.total });
    expect([good.run.stoppedBy, verify(problem, good.plan)]).toEqual(["cost", []]);
    expect(good.plan.cost.total).toBeLessThanOrEqual(plan.cost.total);
    const idle = await solve(problem, { timeLimitMs: 600_000, seed: 4, threads: 2, startWorker, stopAfterIdleIterations: 500 });
    expect([idle.run.stoppedBy, verify(problem, idle.plan)]).toEqual(["idle", []]);
  });

  it("tells how far it has come", async () => {
    const seen: number[] = [];
    await solve(large, { timeLimitMs: 2500, threads: 2, startWorker, onProgress: ({ cost }) => seen.push(cost) });
    expect(seen.length).toBeGreaterThan(6);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it("refuses numbers of threads that are none, and features of one's own, which no worker has", async () => {
    const codes = async (options: Parameters<typeof solve>[1]): Promise<string[]> =>
      solve(rich(1), options).then(
        () => [],
        (error: unknown) => (error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : [String(error)]),
      );
    for (const threads of [0, -1, 1.5, 65, Number.NaN]) expect(await codes({ threads })).toEqual(["NOT_A_THREAD_COUNT /threads"]);
    expect(await codes({ threads: 2, features: [...defaultFeatures] })).toEqual(["FEATURES_NOT_IN_THREADS /features"]);
  });
});

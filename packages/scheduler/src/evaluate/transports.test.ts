import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhaustiveCost } from "../../test/exhaustive.js";
import { randomProblem } from "../../test/randomProblem.js";
import { tinyProblem } from "../../test/tinyProblem.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { Random } from "../improve/random.js";
import { PairInsertion } from "../improve/recreate/pairInsertion.js";
import { Undo } from "../improve/undo.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import { newState } from "./newState.js";
import type { RouteState } from "./routeState.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Routes with some of the visits and transports in them. */
function someRoutes(seed: number): RouteState {
  const problem = randomProblem(seed, { visits: 14, caregivers: 3, days: 1, rich: true, transports: 4 });
  const state = newState(runToEnd(compile(problem, defaultFeatures)));
  runToEnd(insertCheapest(state));
  const random = new Random(seed);
  for (let job = 0; job < state.compiled.jobCount; job++) {
    const route = state.routeOf[job] as number;
    if (route < 0 || random.unit() < 0.6) continue;
    state.removeJob(job);
    state.refresh(route);
  }
  return state;
}

const nodesOf = (state: RouteState, route: number): number[] => {
  const nodes: number[] = [];
  const end = state.compiled.routeEnd[route] as number;
  for (let node = state.compiled.routeStart[route] as number; node !== end; node = state.next[node] as number) nodes.push(node);
  return nodes;
};

/** The cheapest of all pairs of positions, each put in, looked at as a whole and taken out again. */
function cheapestByTrying(state: RouteState, route: number, board: number): number {
  const { compiled } = state;
  const alight = board + compiled.jobCount - compiled.visitCount;
  const nodes = nodesOf(state, route);
  const before = state.costOf[route] as number;
  let least = Number.POSITIVE_INFINITY;
  for (const [from, after] of nodes.entries())
    for (const alightAfter of [board, ...nodes.slice(from + 1)]) {
      state.insert(board, route, after, 0);
      state.insert(alight, route, alightAfter, 0);
      if (state.refresh(route)) least = Math.min(least, (state.costOf[route] as number) - before);
      state.removeJob(board);
      state.refresh(route);
    }
  return least;
}

describe("the search for the two positions of a transport", () => {
  it("finds the cheapest pair that trying every pair finds, in every route that may carry it", () => {
    let found = 0;
    let none = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const { compiled } = state;
        const pairs = new PairInsertion(state);
        for (let board = compiled.visitCount; board < compiled.jobCount; board++) {
          if ((state.routeOf[board] as number) >= 0) continue;
          for (let entry = compiled.allowedFirst[board] as number; entry < (compiled.allowedTo[board] as number); entry++) {
            const route = compiled.allowed[entry] as number;
            const any = pairs.find({ board, route, price: 0, bound: Number.POSITIVE_INFINITY });
            const least = cheapestByTrying(state, route, board);
            expect([seed, any ? pairs.cost : Number.POSITIVE_INFINITY]).toEqual([seed, least]);
            if (any) found++;
            else none++;
          }
        }
      }),
    );
    expect(found).toBeGreaterThan(50);
    expect(none).toBeGreaterThan(20);
  });

  it("leaves the route as it was, whatever it tried", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const { compiled } = state;
        const picture = () =>
          JSON.stringify([
            state.totalCost,
            [...state.costOf],
            [...state.routeOf],
            Array.from({ length: compiled.routeCount }, (_, route) =>
              nodesOf(state, route).map((node) => [node, state.finish[node], state.latest[node]]),
            ),
          ]);
        const before = picture();
        const undo = new Undo(state);
        undo.begin();
        const pairs = new PairInsertion(state);
        for (let board = compiled.visitCount; board < compiled.jobCount; board++)
          for (let route = 0; route < compiled.routeCount; route++)
            if ((state.routeOf[board] as number) < 0) pairs.find({ board, route, price: 0, bound: Number.POSITIVE_INFINITY });
        expect(picture()).toBe(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a plan with transports", () => {
  it("costs what the best plan of a tiny problem costs, found by trying everything", async () => {
    let carried = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const transports = 1 + (seed % 2);
      const problem = tinyProblem(seed, { visits: 3 - transports, days: 1, transports });
      const { plan } = await solve(problem, { maxIterations: 800, seed });
      expect([seed, plan.cost.total]).toEqual([seed, expect.closeTo(exhaustiveCost(problem), 4)]);
      expect(verify(problem, plan)).toEqual([]);
      carried += plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "board")).length;
    }
    expect(carried).toBeGreaterThan(20);
  });

  it("carries each person once or says why not, and the checker accepts it", async () => {
    let carried = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = randomProblem(seed, {
          visits: 4 + (seed % 20),
          caregivers: 1 + (seed % 4),
          days: 1 + (seed % 2),
          rich: true,
          transports: 1 + (seed % 6),
        });
        const { plan } = await solve(problem, { maxIterations: 150, seed });
        expect(verify(problem, plan)).toEqual([]);
        const boards = plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "board").map(({ id }) => id));
        const left = (plan.unassignedTransports ?? []).map(({ transport }) => transport);
        expect([...boards, ...left].sort()).toEqual((problem.transports ?? []).map(({ id }) => id).sort());
        carried += boards.length;
      }),
      { numRuns: 60 },
    );
    expect(carried).toBeGreaterThan(50);
  });
});

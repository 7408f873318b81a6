import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { twoVisits } from "../../test/twoVisits.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { Random } from "../improve/random.js";
import { BestInsertion } from "../improve/recreate/bestInsertion.js";
import { Undo } from "../improve/undo.js";
import { compile } from "../model/compile.js";
import type { Compiled } from "../model/compiled.js";
import { runToEnd } from "../model/steps.js";
import { solve } from "../solve.js";
import { fitsInTime, insertionCost, waitingCost } from "./insertion.js";
import { newState } from "./newState.js";
import type { RouteState } from "./routeState.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

const compiledFor = (seed: number): Compiled =>
  runToEnd(compile(randomProblem(seed, { visits: 14, caregivers: 3, days: 2, rich: true }), defaultFeatures));

/** Routes with some of the visits in them. */
function someRoutes(seed: number): RouteState {
  const state = newState(compiledFor(seed));
  runToEnd(insertCheapest(state));
  const random = new Random(seed);
  for (let job = 0; job < state.compiled.jobCount; job++) {
    const route = state.routeOf[job] as number;
    if (route < 0 || random.unit() < 0.6) continue;
    state.removeJob(job);
    // without the stop a break is taken before a longer way, and the rest may come too late: the search undoes such a ruin
    if (!state.refresh(route)) return someRoutes(seed + 1);
  }
  return state;
}

const nodesOf = (state: RouteState, route: number): number[] => {
  const nodes: number[] = [];
  const end = state.compiled.routeEnd[route] as number;
  for (let node = state.next[state.compiled.routeStart[route] as number] as number; node !== end; node = state.next[node] as number) nodes.push(node);
  return nodes;
};

/** Whether an order can be driven at all, found by driving it from the beginning of the shift. */
function canBeDriven(compiled: Compiled, route: number, nodes: readonly number[]): boolean {
  const midnight = compiled.routeMidnight[route] as number;
  const minutes = (from: number, to: number): number => compiled.routeTravel[route]?.[from * compiled.placeCount + to] as number;
  let time = compiled.routeFrom[route] as number;
  let place = compiled.nodePlace[compiled.routeStart[route] as number] as number;
  for (const node of nodes) {
    if (node >= compiled.stopCount) {
      time = Math.max(time, compiled.breakFrom[node] as number);
      if (time > (compiled.breakTo[node] as number)) return false;
      time += compiled.breakSeconds[node] as number;
      continue;
    }
    const to = compiled.nodePlace[node] as number;
    time += minutes(place, to);
    place = to;
    const windows = Array.from({ length: (compiled.windowFirst[node + 1] as number) - (compiled.windowFirst[node] as number) }, (_, index) => {
      const window = (compiled.windowFirst[node] as number) + index;
      return { from: midnight + (compiled.windowFrom[window] as number), to: midnight + (compiled.windowTo[window] as number) };
    });
    time = Math.max(time, compiled.openFrom[node] as number);
    const open = windows.find((window) => window.to >= time);
    if (open === undefined || Math.max(time, open.from) > (compiled.openTo[node] as number)) return false;
    time = Math.max(time, open.from) + (compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + node] as number);
  }
  return time + minutes(place, compiled.nodePlace[compiled.routeEnd[route] as number] as number) <= (compiled.routeTo[route] as number);
}

describe("the test whether a visit fits into a route", () => {
  it("says at every position what driving the whole route says", () => {
    let asked = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const { compiled } = state;
        for (let route = 0; route < compiled.routeCount; route++) {
          const nodes = nodesOf(state, route);
          for (let visit = 0; visit < compiled.visitCount; visit++) {
            if ((state.routeOf[visit] as number) >= 0) continue;
            for (let at = 0; at <= nodes.length; at++) {
              const after = at === 0 ? (compiled.routeStart[route] as number) : (nodes[at - 1] as number);
              const driven = canBeDriven(compiled, route, [...nodes.slice(0, at), visit, ...nodes.slice(at)]);
              expect(fitsInTime(state, route, visit, after)).toBe(driven);
              asked++;
            }
          }
        }
      }),
    );
    expect(asked).toBeGreaterThan(5_000);
  });
});

describe("the cost of an insertion", () => {
  it("is what the cost of all routes, recomputed, grows by", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const best = new BestInsertion(state, new Random(seed));
        for (let job = 0; job < state.compiled.jobCount; job++) {
          if ((state.routeOf[job] as number) >= 0 || !best.find(job, Number.POSITIVE_INFINITY)) continue;
          const before = state.totalCost;
          const isVisit = job < state.compiled.visitCount;
          const parts = isVisit
            ? insertionCost(state, best.route, job, best.after, best.price) + waitingCost(state, best.route, job, best.after)
            : best.cost;
          expect(best.take(job)).toBe(true);
          expect(state.totalCost - before).toBeCloseTo(best.cost - (state.compiled.leaveOutCost[job] as number), 6);
          expect(parts).toBe(best.cost);
        }
      }),
    );
  });
});

describe("a step that is undone", () => {
  it("leaves routes, times and cost as they were", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const random = new Random(seed);
        const undo = new Undo(state);
        const picture = () => JSON.stringify([state.totalCost, [...state.costOf], [...state.routeOf], [...state.stopsOn], routes()]);
        const routes = () =>
          Array.from({ length: state.compiled.routeCount }, (_, route) =>
            nodesOf(state, route).map((node) => [node, state.finish[node], state.latest[node], state.where[node]]),
          );
        const before = picture();
        undo.begin();
        const best = new BestInsertion(state, random);
        for (let job = 0; job < state.compiled.jobCount; job++) {
          const route = state.routeOf[job] as number;
          if (route >= 0 && random.unit() < 0.5) {
            undo.touch(route);
            state.removeJob(job);
            state.refresh(route);
          } else if (route < 0 && best.find(job, Number.POSITIVE_INFINITY)) {
            undo.touch(best.route);
            best.take(job);
          }
        }
        undo.rollBack();
        expect(picture()).toBe(before);
      }),
    );
  });
});

describe("a break before which a visit is put", () => {
  it("may then begin later than where it was, if the way on from there is shorter", async () => {
    const problem = twoVisits({
      caregiver: {
        shifts: [{ date: "2026-11-23", from: "08:00", to: "16:00", start: "station", breaks: [{ minutes: 60, from: "11:30", to: "13:00" }] }],
      },
      visit: { when: { daily: [{ from: "11:50", to: "12:00" }] }, serviceMinutes: 20, priority: 5 },
      objective: { unservedPriority: [1000, 1000, 1000, 1000, 100] },
    });
    const minutes = [0, 5, 60, 5, 0, 5, 60, 5, 0];
    const roads = {
      ...problem,
      travel: { profiles: { walk: { kind: "matrix" as const, durationsSeconds: minutes.map((minute) => minute * 60) } } },
      visits: problem.visits.map((visit) => (visit.id === "x-2" ? { ...visit, when: { daily: [{ from: "13:45", to: "13:45" }] } } : visit)),
    };
    const { plan } = await solve(roads, { maxIterations: 0 });
    expect(plan.routes.map(({ stops }) => stops.map(({ id, start }) => `${start} ${id}`))).toEqual([["12:00 x-1", "12:20 break-1", "13:45 x-2"]]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { fitsInTime } from "./insertion.js";
import { newState } from "./newState.js";
import { costInstead, savedWithout } from "./replacement.js";
import type { RouteState } from "./routeState.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** A first plan with no limit but time, waiting having no price. */
function timedOnly(seed: number): RouteState {
  const problem = randomProblem(seed, { visits: 14, caregivers: 3, days: 2, rich: true });
  const { transports: _, ...visitsOnly } = { ...problem, objective: { ...problem.objective, waitingMinute: 0 } };
  const state = newState(runToEnd(compile(visitsOnly, defaultFeatures)), () => false);
  runToEnd(insertCheapest(state));
  return state;
}

const planned = ({ compiled, routeOf }: RouteState): number[] =>
  Array.from({ length: compiled.visitCount }, (_, visit) => visit).filter((visit) => (routeOf[visit] as number) >= 0);

describe("what a route costs less without a visit", () => {
  it("is what its cost, reckoned anew, falls by", () => {
    let lastOnes = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = timedOnly(seed);
        for (const visit of planned(state)) {
          const route = state.routeOf[visit] as number;
          const before = state.costOf[route] as number;
          const saved = savedWithout(state, visit);
          const isLast = state.stopsOn[route] === 1;
          const [after, price] = [state.prev[visit] as number, state.pricePaid[visit] as number];
          state.remove(visit);
          if (isLast) state.empty(route);
          // a break before a longer way may come too late: the cost holds all the same
          state.refresh(route);
          expect(before - (state.costOf[route] as number)).toBeCloseTo(saved, 6);
          if (isLast) lastOnes++;
          else {
            state.insert(visit, route, after, price);
            state.refresh(route);
          }
        }
      }),
    );
    expect(lastOnes).toBeGreaterThan(10);
  });
});

describe("a visit in place of another", () => {
  it("costs what the route, reckoned anew, costs more, and is in time where that can be kept", () => {
    let [kept, refused] = [0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = timedOnly(seed);
        const visits = planned(state);
        for (const visit of visits)
          for (const gone of visits) {
            const [from, route] = [state.routeOf[visit] as number, state.routeOf[gone] as number];
            if (from === route) continue;
            const price = 7;
            const cost = costInstead(state, visit, gone, price);
            const [before, after] = [state.costOf[route] as number, state.prev[gone] as number];
            const inTime = fitsInTime(state, route, visit, after, state.next[gone] as number);
            const [home, paid, gonePaid] = [state.prev[visit] as number, state.pricePaid[visit] as number, state.pricePaid[gone] as number];
            state.remove(visit);
            state.remove(gone);
            state.insert(visit, route, after, price);
            const isKept = state.refresh(route);
            expect(isKept).toBe(inTime);
            if (isKept) expect((state.costOf[route] as number) - before).toBeCloseTo(cost, 6);
            if (isKept) kept++;
            else refused++;
            state.remove(visit);
            state.insert(gone, route, after, gonePaid);
            state.insert(visit, from, home, paid);
            state.refresh(route);
            state.refresh(from);
          }
      }),
    );
    expect(kept).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });
});

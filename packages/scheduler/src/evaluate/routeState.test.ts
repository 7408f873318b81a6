import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { randomTours } from "../../test/randomTours.js";
import { isConsistent } from "../../test/said.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { loadOrder } from "../improve/loadOrder.js";
import { Random } from "../improve/random.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { newState } from "./newState.js";
import type { RouteState } from "./routeState.js";

/** All that is known of routes beside their order. */
function known(state: RouteState) {
  const { compiled, finish, latest, where, ahead, onward, travelOn, waitingOn, costOf, stopsOn, routeOf, left } = state;
  const routes = Array.from({ length: compiled.routeCount }, (_, route) => {
    const nodes: number[] = [];
    for (let node = compiled.routeStart[route] as number; node !== compiled.routeEnd[route]; node = state.next[node] as number) nodes.push(node);
    return nodes.map((node) => [node, finish[node], latest[node], where[node], ahead[node], onward[node]]);
  });
  return {
    routes,
    sums: [travelOn, waitingOn, costOf, stopsOn].map((each) => Array.from(each)),
    routeOf: Array.from(routeOf),
    left,
    total: Math.round(state.totalCost),
  };
}

describe("routes under construction", () => {
  it("know after any changes what is worked out anew from their order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (seed, touring) => {
        const wanted = { visits: 12, caregivers: 4, days: 2, rich: true, transports: 4 };
        const compiled = runToEnd(compile(touring ? randomTours(seed, wanted) : randomProblem(seed, wanted), defaultFeatures));
        const state = newState(compiled);
        const random = new Random(seed);
        for (let round = 0; round < 3; round++) {
          runToEnd(insertCheapest(state));
          for (let job = 0; job < compiled.jobCount; job++) {
            const route = state.routeOf[job] as number;
            if (route < 0 || random.unit() < 0.5) continue;
            state.removeJob(job);
            if (state.stopsOn[route] === 0) state.empty(route);
            state.refresh(route);
          }
          expect(isConsistent(state)).toBe(true);
        }
        const anew = newState(compiled);
        loadOrder(anew, state.next);
        for (let route = 0; route < compiled.routeCount; route++) {
          if (state.sleepsOut(route)) anew.spendNight(route, state.nightAfter(route));
          anew.refresh(route);
        }
        expect(known(state)).toEqual(known(anew));
      }),
    );
  });

  it("spend nights on all days of a tour but the last, and on none of other routes", () => {
    let sleptOut = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const compiled = runToEnd(compile(randomTours(seed, { visits: 6, caregivers: 4, days: 3, rich: true }), defaultFeatures));
      const state = newState(compiled);
      const nights = compiled.tourRoutes.flatMap((routes) => Array.from(routes.slice(0, -1)));
      expect(Array.from({ length: compiled.routeCount }, (_, route) => route).filter((route) => state.sleepsOut(route))).toEqual(nights);
      sleptOut += nights.length;
    }
    expect(sleptOut).toBeGreaterThan(0);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTours } from "../../../test/randomTours.js";
import { insertCheapest } from "../../construct/insertCheapest.js";
import { newState } from "../../evaluate/newState.js";
import { Nights } from "../../evaluate/nights.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { Random } from "../../improve/random.js";
import { BestInsertion } from "../../improve/recreate/bestInsertion.js";
import { Undo } from "../../improve/undo.js";
import { compile } from "../../model/compile.js";
import { runToEnd } from "../../model/steps.js";
import { defaultFeatures } from "../defaultFeatures.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Tours and other routes with some of the visits and transports in them. */
function someRoutes(seed: number): RouteState {
  const problem = randomTours(seed, { visits: 12, caregivers: 4, days: 3, rich: true, transports: 3 });
  const state = newState(runToEnd(compile(problem, defaultFeatures)));
  runToEnd(insertCheapest(state));
  return state;
}

const nodesOf = (state: RouteState, route: number): number[] => {
  const nodes: number[] = [];
  const end = state.compiled.routeEnd[route] as number;
  for (let node = state.compiled.routeStart[route] as number; node !== end; node = state.next[node] as number) nodes.push(node);
  return [...nodes, end];
};

const picture = (state: RouteState): string =>
  JSON.stringify([
    Math.round(state.totalCost),
    [...state.costOf],
    [...state.routeOf],
    [...state.stopsOn],
    Array.from({ length: state.compiled.routeCount }, (_, route) =>
      nodesOf(state, route).map((node) => [node, state.finish[node], state.latest[node], state.where[node]]),
    ),
  ]);

describe("tours under the moves of the search", () => {
  it("cost more by what an insertion said, where it sends a tour out too", () => {
    let sentOut = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const random = new Random(seed);
        for (let job = 0; job < state.compiled.jobCount; job++) {
          const route = state.routeOf[job] as number;
          if (route < 0 || random.unit() < 0.2) continue;
          state.removeJob(job);
          if (!state.refresh(route)) return;
        }
        const best = new BestInsertion(state);
        for (let job = 0; job < state.compiled.jobCount; job++) {
          if ((state.routeOf[job] as number) >= 0 || !best.find(job, Number.POSITIVE_INFINITY)) continue;
          const before = state.totalCost - (state.compiled.leaveOutCost[job] as number);
          if (state.isDormant(best.route)) sentOut++;
          expect(best.take(job)).toBe(true);
          expect(state.totalCost - before).toBeCloseTo(best.cost, 4);
        }
      }),
      { numRuns: 60 },
    );
    expect(sentOut).toBeGreaterThan(20);
  });

  it("are put back as they were, nights and all", () => {
    let moved = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = someRoutes(seed);
        const { tourRoutes, tourLodgings } = state.compiled;
        const random = new Random(seed);
        const nights = new Nights(state);
        const undo = new Undo(state);
        const before = picture(state);
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
        for (const [tour, routes] of tourRoutes.entries()) {
          if (!nights.hasChoice(tour)) continue;
          undo.touch(routes[0] as number);
          const places = tourLodgings[tour] as Int32Array;
          nights.spend(
            tour,
            nights.read(tour).map(() => places[random.below(places.length)] as number),
          );
          nights.settle(tour);
        }
        if (picture(state) !== before) moved++;
        undo.rollBack();
        expect(picture(state)).toBe(before);
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(40);
  });
});

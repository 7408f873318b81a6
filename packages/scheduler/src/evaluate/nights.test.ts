import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onTour, tourDates } from "../../test/onTour.js";
import { randomTours } from "../../test/randomTours.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { Random } from "../improve/random.js";
import { compile } from "../model/compile.js";
import type { Problem } from "../model/problem.js";
import { runToEnd } from "../model/steps.js";
import { newState } from "./newState.js";
import { hasNights, Nights, settleNights } from "./nights.js";
import type { RouteState } from "./routeState.js";

const stateOf = (problem: Problem): RouteState => newState(runToEnd(compile(problem, defaultFeatures)));
const tourStops = ({ compiled, stopsOn }: RouteState, tour: number): number =>
  (compiled.tourRoutes[tour] as Int32Array).reduce((sum, route) => sum + (stopsOn[route] as number), 0);
const readNights = (state: RouteState, tour: number): number[] =>
  Array.from(
    (state.compiled.tourRoutes[tour] as Int32Array).slice(0, -1),
    (route) => state.where[state.compiled.routeEnd[route] as number] as number,
  );

/** Spends the nights so, and says what all routes then cost; infinite where the tour cannot be kept. */
function costSpent(state: RouteState, tour: number, way: readonly number[]): number {
  const routes = state.compiled.tourRoutes[tour] as Int32Array;
  for (const [night, place] of way.entries()) state.spendNight(routes[night] as number, place);
  return state.refresh(routes[0] as number) ? state.totalCost : Number.POSITIVE_INFINITY;
}

function everyWay(state: RouteState, tour: number): number[][] {
  const places = Array.from(state.compiled.tourLodgings[tour] as Int32Array);
  let ways: number[][] = [[]];
  for (let night = 1; night < (state.compiled.tourRoutes[tour] as Int32Array).length; night++)
    ways = ways.flatMap((way) => places.map((place) => [...way, place]));
  return ways;
}

/** A tour of seven days between three camps, which has more ways to spend its nights than are all looked at. */
function longTour(): RouteState {
  const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"];
  const problem = onTour({ days: 3 });
  const [tour] = problem.tours ?? [];
  if (tour === undefined) throw new Error("a tour");
  const shift = { from: "08:00", to: "14:00", start: "base", end: "base" };
  return stateOf({
    ...problem,
    horizon: { from: tourDates[0], to: "2026-11-29" },
    caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, shifts: days.map((date) => ({ date, ...shift })) })),
    tours: [{ ...tour, dates: days, lodgings: ["camp-1", "camp-2", "base"] }],
    visits: problem.visits.flatMap((visit) => [1, 3].map((day) => ({ ...visit, id: `${visit.id}-${day}`, when: { dates: [days[day] ?? ""] } }))),
  });
}

describe("the nights of a tour", () => {
  it("are settled where all routes together cost least, found by trying every way", () => {
    let settled = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const state = stateOf(randomTours(seed, { visits: 12, caregivers: 4, days: 3, rich: true, transports: 3 }));
        runToEnd(insertCheapest(state));
        const random = new Random(seed);
        const nights = new Nights(state);
        let allKept = true;
        for (const tour of state.compiled.tourRoutes.keys()) {
          const ways = everyWay(state, tour);
          expect(nights.hasChoice(tour)).toBe(ways.length > 1);
          if (ways.length < 2 || tourStops(state, tour) === 0) continue;
          const costs = ways.map((way) => costSpent(state, tour, way));
          const least = Math.min(...costs);
          costSpent(state, tour, ways[random.below(ways.length)] ?? []);
          expect(nights.settle(tour)).toBe(least < Number.POSITIVE_INFINITY);
          expect(Array.from(nights.read(tour))).toEqual(readNights(state, tour));
          if (least === Number.POSITIVE_INFINITY) allKept = false;
          else {
            settled++;
            expect(Math.abs(state.totalCost - least)).toBeLessThan(1e-6 * least);
          }
        }
        expect(settleNights(state)).toBe(allKept);
      }),
    );
    expect(settled).toBeGreaterThan(0);
  });

  it("are moved one at a time where there are too many ways, until none costs less elsewhere", () => {
    const state = longTour();
    runToEnd(insertCheapest(state));
    expect(tourStops(state, 0)).toBe(4);
    const nights = new Nights(state);
    const places = Array.from(state.compiled.tourLodgings[0] as Int32Array);
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      costSpent(
        state,
        0,
        Array.from({ length: 6 }, () => places[random.below(places.length)] as number),
      );
      if (!nights.settle(0)) continue;
      const way = readNights(state, 0);
      const cost = state.totalCost;
      for (const night of way.keys()) for (const place of places) expect(costSpent(state, 0, way.with(night, place))).toBeGreaterThanOrEqual(cost);
      expect(costSpent(state, 0, way)).toBe(cost);
    }
  });

  it("are tried in every way before a tour's first stop, or with one place before its day and one after where there are too many", () => {
    const short = stateOf(onTour({ days: 3 }));
    expect(new Nights(short).waysThrough(0, 0).map((way) => Array.from(way))).toEqual(everyWay(short, 0));
    const long = longTour();
    const [first = -1, second = -1, third = -1] = Array.from(long.compiled.tourLodgings[0] as Int32Array);
    const ways = new Nights(long).waysThrough(0, (long.compiled.tourRoutes[0] as Int32Array)[2] as number);
    expect(ways).toHaveLength(9);
    expect(ways.slice(0, 3).map((way) => Array.from(way))).toEqual([
      [first, first, first, first, first, first],
      [first, first, second, second, second, second],
      [first, first, third, third, third, third],
    ]);
  });

  it("are no choice with one place, on one day, or without tours", () => {
    const has = (tour: Parameters<typeof onTour>[0]): boolean => hasNights(stateOf(onTour(tour)).compiled);
    expect([has({ days: 2 }), has({ days: 2, tour: { lodgings: ["camp-1"] } }), has({ days: 1 })]).toEqual([true, false, false]);
  });
});

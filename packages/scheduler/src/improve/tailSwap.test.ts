import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { isConsistent, said, stopsOnRoute } from "../../test/said.js";
import { insertCheapest } from "../construct/insertCheapest.js";
import { newState } from "../evaluate/newState.js";
import type { RouteState } from "../evaluate/routeState.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { compile } from "../model/compile.js";
import { runToEnd } from "../model/steps.js";
import { Random } from "./random.js";
import { Neighbours } from "./ruin/neighbours.js";
import { TailSwap } from "./tailSwap.js";
import { Undo } from "./undo.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

function firstPlan(seed: number): RouteState {
  const state = newState(runToEnd(compile(randomProblem(seed, { visits: 14, caregivers: 3, days: 2, rich: true }), defaultFeatures)));
  runToEnd(insertCheapest(state));
  return state;
}

const routesOf = (state: RouteState): number[][] =>
  Array.from({ length: state.compiled.routeCount }, (_, route) => stopsOnRoute(state, state, route));

describe("a swap of tails", () => {
  it("leaves two routes that begin as they did and end as the other did, and nothing else changed", () => {
    let swapped = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed);
        const undo = new Undo(state);
        const tails = new TailSwap(state, undo, new Random(seed), new Neighbours(state.compiled));
        const before = routesOf(state);
        undo.begin();
        if (!tails.swap()) return;
        swapped++;
        expect(isConsistent(state)).toBe(true);
        const after = routesOf(state);
        const changed = after.flatMap((stops, route) => (stops.join() === before[route]?.join() ? [] : [route]));
        expect(changed).toHaveLength(2);
        const [one, other] = changed as [number, number];
        const [oneBefore, otherBefore] = [before[one] as number[], before[other] as number[]];
        const cuts = oneBefore
          .flatMap((_, at) => otherBefore.map((__, to) => [at + 1, to] as const))
          .concat(otherBefore.flatMap((_, at) => oneBefore.map((__, to) => [to, at + 1] as const)));
        const fits = cuts.some(
          ([at, to]) =>
            [...oneBefore.slice(0, at), ...otherBefore.slice(to)].join() === after[one]?.join() &&
            [...otherBefore.slice(0, to), ...oneBefore.slice(at)].join() === after[other]?.join(),
        );
        expect(fits).toBe(true);
      }),
      { numRuns: 5 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
    expect(swapped).toBeGreaterThan(0);
  });

  it("is undone like any other step", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = firstPlan(seed);
        const undo = new Undo(state);
        const before = said(state);
        undo.begin();
        new TailSwap(state, undo, new Random(seed), new Neighbours(state.compiled)).swap();
        undo.rollBack();
        expect(said(state)).toEqual(before);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../../test/randomProblem.js";
import { isConsistent, said } from "../../../test/said.js";
import { insertCheapest } from "../../construct/insertCheapest.js";
import { newState } from "../../evaluate/newState.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { defaultFeatures } from "../../features/defaultFeatures.js";
import { compile } from "../../model/compile.js";
import { runToEnd } from "../../model/steps.js";
import { Random } from "../random.js";
import { Neighbours } from "../ruin/neighbours.js";
import { StringRuin } from "../ruin/stringRuin.js";
import { Undo } from "../undo.js";
import { GreedyRecreate } from "./greedyRecreate.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** A first plan of visits, waiting being free, after one step under a limit. */
function step(
  seed: number,
  limit?: number,
): { readonly state: RouteState; readonly isKept: boolean; readonly cost: number; readonly before: number } {
  const problem = randomProblem(seed, { visits: 24, caregivers: 3, days: 1, rich: true, transports: 0 });
  const state = newState(runToEnd(compile({ ...problem, objective: { ...problem.objective, waitingMinute: 0 } }, defaultFeatures)));
  runToEnd(insertCheapest(state));
  const before = state.totalCost;
  const random = new Random(seed);
  const undo = new Undo(state);
  const neighbours = new Neighbours(state.compiled);
  const ruin = new StringRuin(state, undo, random, neighbours);
  const recreate = new GreedyRecreate(state, undo, random, neighbours);
  undo.begin();
  const isKept = ruin.ruin() && recreate.recreate(ruin, limit);
  expect(isConsistent(state)).toBe(true);
  return { state, isKept, cost: state.totalCost, before };
}

describe("visits put back under a limit", () => {
  it("are put back as without one, or given up where the plan would have cost as much", () => {
    let [kept, givenUp] = [0, 0];
    fc.assert(
      fc.property(seeds, fc.double({ min: -1000, max: 3000, noNaN: true }), (seed, more) => {
        const free = step(seed);
        const limit = free.before + more;
        const bound = step(seed, limit);
        if (bound.isKept) {
          kept++;
          if (bound.cost < limit) expect(said(bound.state)).toEqual(said(free.state));
        } else if (free.isKept) {
          givenUp++;
          expect(free.cost).toBeGreaterThan(limit - 1e-6);
        }
      }),
      { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
    expect(kept).toBeGreaterThan(20);
    expect(givenUp).toBeGreaterThan(20);
  });
});

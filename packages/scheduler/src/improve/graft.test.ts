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
import { Graft } from "./graft.js";
import { Random } from "./random.js";
import { Snapshot } from "./snapshot.js";
import { Undo } from "./undo.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Two plans of one problem: all jobs put in as cheaply as may be, and one from which some were taken out and put back elsewhere. */
function twoPlans(seed: number): { readonly state: RouteState; readonly other: Snapshot } {
  const state = newState(runToEnd(compile(randomProblem(seed, { visits: 14, caregivers: 3, days: 2, rich: true }), defaultFeatures)));
  runToEnd(insertCheapest(state));
  const other = new Snapshot(state);
  const random = new Random(seed);
  const { jobCount, routeCount } = state.compiled;
  for (let job = 0; job < jobCount; job++) if ((state.routeOf[job] as number) >= 0 && random.unit() < 0.5) state.removeJob(job);
  for (let route = 0; route < routeCount; route++) if (!state.refresh(route)) return twoPlans(seed + 1);
  runToEnd(insertCheapest(state));
  return { state, other };
}

describe("a route taken over from another plan", () => {
  it("stands as it did there, every job is in one route or named as taken out, and the cost is that of the routes", () => {
    let grafted = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, other } = twoPlans(seed);
        const { compiled } = state;
        const undo = new Undo(state);
        const graft = new Graft(state, undo, new Random(seed));
        const inBefore = Array.from({ length: compiled.jobCount }, (_, job) => job).filter((job) => (state.routeOf[job] as number) >= 0);
        undo.begin();
        if (!graft.graft(other)) return;
        grafted++;
        const into = graft.routes[0] as number;
        const sources = Array.from({ length: compiled.routeCount }, (_, route) => stopsOnRoute(other, state, route).join());
        expect(sources).toContain(stopsOnRoute(state, state, into).join());
        const removed = new Set(graft.removed.subarray(0, graft.removedCount));
        for (const job of inBefore) expect((state.routeOf[job] as number) >= 0, `job ${job}`).toBe(!removed.has(job));
        expect(isConsistent(state)).toBe(true);
      }),
    );
    expect(grafted).toBeGreaterThan(0);
  });

  it("is undone like any other step", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, other } = twoPlans(seed);
        const undo = new Undo(state);
        const graft = new Graft(state, undo, new Random(seed));
        const before = said(state);
        undo.begin();
        graft.graft(other);
        undo.rollBack();
        expect(said(state)).toEqual(before);
      }),
    );
  });

  it("is none of those that the plan has already", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state } = twoPlans(seed);
        const undo = new Undo(state);
        undo.begin();
        expect(new Graft(state, undo, new Random(seed)).graft(new Snapshot(state))).toBe(false);
      }),
    );
  });
});

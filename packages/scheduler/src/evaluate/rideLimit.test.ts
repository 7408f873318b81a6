import { describe, expect, it } from "vitest";
import { oneTransport } from "../../test/oneTransport.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import { compile } from "../model/compile.js";
import type { Problem } from "../model/problem.js";
import { runToEnd } from "../model/steps.js";
import { newState } from "./newState.js";
import { RideLimit } from "./rideLimit.js";
import type { RouteState } from "./routeState.js";

/** The ride of t-1 takes ten minutes; visits take an hour. Jobs: x-1, x-2, the boarding of t-1; 3 is its alighting. */
const stateOf = (longestRideMinutes?: number): RouteState => {
  const { transports = [], ...problem } = oneTransport({ transport: { when: {} } });
  const [{ longestRideMinutes: _, ...ride } = transports[0] ?? {}] = transports;
  const amended = { ...ride, ...(longestRideMinutes === undefined ? {} : { longestRideMinutes }) };
  const visits = problem.visits.map(({ when: _when, ...visit }) => visit);
  return newState(runToEnd(compile({ ...problem, visits, transports: [amended] } as Problem, defaultFeatures)));
};

describe("the longest ride", () => {
  it("lets nothing come between that makes the ride longer, and has no say elsewhere", () => {
    const state = stateOf(10);
    const limit = new RideLimit(state.compiled);
    const start = state.compiled.routeStart[0] as number;
    expect(limit.reason).toBe("RIDE_TOO_LONG");
    expect(limit.admits(state, 0, 0, start)).toBe(true);
    state.insert(2, 0, start, 0);
    state.insert(3, 0, 2, 0);
    state.refresh(0);
    expect(limit.refresh(state, 0)).toBe(true);
    expect([limit.admits(state, 0, 0, start), limit.admits(state, 0, 0, 2), limit.admits(state, 0, 0, 3)]).toEqual([true, false, true]);
    state.insert(0, 0, 2, 0);
    state.refresh(0);
    expect(limit.refresh(state, 0)).toBe(false);
  });

  it("is none where none is stated", () => {
    const state = stateOf();
    const limit = new RideLimit(state.compiled);
    state.insert(2, 0, state.compiled.routeStart[0] as number, 0);
    state.insert(0, 0, 2, 0);
    state.insert(3, 0, 0, 0);
    state.refresh(0);
    expect(limit.refresh(state, 0)).toBe(true);
    expect(limit.admits(state, 0, 1, 2)).toBe(true);
  });
});

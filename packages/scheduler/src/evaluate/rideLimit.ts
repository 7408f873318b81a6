import type { RouteLimit } from "../features/searchHalf.js";
import type { Compiled } from "../model/compiled.js";
import type { RouteState } from "./routeState.js";

/**
 * Nobody rides longer than the longest ride stated. Boardings may be delayed to shorten a ride, so the whole route is timed: a
 * route that has a timetable at all has one that keeps the rides.
 */
export class RideLimit implements RouteLimit {
  readonly reason = "RIDE_TOO_LONG";
  /** Transports with a longest ride in each route. */
  private readonly limited: Int32Array;

  constructor({ routeCount }: Compiled) {
    this.limited = new Int32Array(routeCount);
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    return this.limited[route] === 0 || state.timetable.span(state, route, visit, after) >= 0;
  }

  refresh(state: RouteState, route: number): boolean {
    const { compiled, next } = state;
    const { visitCount, jobCount, longestRide } = compiled;
    const end = compiled.routeEnd[route] as number;
    let count = 0;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
      if (node >= visitCount && node < jobCount && (longestRide[node - visitCount] as number) >= 0) count++;
    this.limited[route] = count;
    return count === 0 || state.timetable.span(state, route, -1, -1) >= 0;
  }
}

import { costTriedOut, fitsInTime, hasRoom, waitingCost, withinLimits } from "../../evaluate/insertion.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { earliestStart } from "../../evaluate/windows.js";
import type { Lottery } from "../lottery.js";

/** Goes through one route for the cheapest position of a visit. What it found stands in its fields. */
export class RouteScan {
  private readonly state: RouteState;
  private readonly overlooked: Lottery;
  after = -1;
  /** What the visit adds to the cost of the route, its own price left aside. */
  cost = Number.POSITIVE_INFINITY;

  /** @param overlooked decides which positions are overlooked */
  constructor(state: RouteState, overlooked: Lottery) {
    this.state = state;
    this.overlooked = overlooked;
  }

  /** Looks for the cheapest position that adds less than `bound`; false where there is none. */
  // what `insertionCost` and `fitsInTime` say is spelled out for the ordinary case, with the arrays at hand in locals: the
  // search does two to three times as many iterations a second
  find(visit: number, route: number, bound: number): boolean {
    if (this.state.isDormant(route)) return this.findInDormant(visit, route, bound);
    const { state, overlooked } = this;
    const { compiled, next, finish, latest, where, ahead, onward } = state;
    const { placeCount, stopCount, travelSecondCost, windowFirst } = compiled;
    const midnight = compiled.routeMidnight[route] as number;
    const first = windowFirst[visit] as number;
    const last = (windowFirst[visit + 1] as number) - 1;
    const from = Math.max(compiled.openFrom[visit] as number, midnight + (compiled.windowFrom[first] as number));
    const to = Math.min(compiled.openTo[visit] as number, midnight + (compiled.windowTo[last] as number));
    this.after = -1;
    this.cost = bound;
    if (from > to || !hasRoom(state, route, visit)) return false;
    const empty = !state.isDriven(route);
    const travel = compiled.routeTravel[route] as Int32Array;
    // all ways to and from the visit stand in two rows, which stay near the processor while one visit is looked for a place
    const into = compiled.routeTravelInto[route] as Int32Array;
    const here = compiled.nodePlace[visit] as number;
    const hereRow = here * placeCount;
    const end = compiled.routeEnd[route] as number;
    const service = compiled.durations[(compiled.routeFactor[route] as number) * stopCount + visit] as number;
    const earliestLeave = from + service;
    // an empty route is not driven at all; waiting that the visit would fill can lower the cost below that of the detour
    const fixed = empty ? compiled.routeOpenCost : 0;
    const slack = (state.waitingOn[route] as number) * compiled.waitingSecondCost;
    let node = compiled.routeStart[route] as number;
    while (node !== end) {
      const after = node;
      node = next[after] as number;
      const free = finish[after] as number;
      if (free > to) break;
      // where a break is taken changes with what comes before it, and with that how late it may begin
      const isBreak = node >= stopCount && node !== end;
      if ((!isBreak && (latest[node] as number) < earliestLeave) || overlooked.wins()) continue;
      const there = into[hereRow + (where[after] as number)] as number;
      const on = travel[hereRow + (ahead[after] as number)] as number;
      let cost = fixed + (empty ? there + on : there + on - (onward[after] as number)) * travelSecondCost;
      if (cost - slack >= this.cost) continue;
      if (node >= stopCount && node !== end) {
        if (!fitsInTime(state, route, visit, after)) continue;
      } else {
        const arrive = free + there;
        const begin = first === last ? Math.max(arrive, from) : earliestStart(compiled, visit, arrive, midnight);
        if (begin < 0 || begin > to || begin + service + on > (latest[node] as number)) continue;
      }
      cost += waitingCost(state, route, visit, after);
      if (cost >= this.cost || !withinLimits(state, route, visit, after)) continue;
      this.after = after;
      this.cost = cost;
    }
    return this.after >= 0;
  }

  /** The same for the first stop of a tour: what it costs to send the tour out shows when it is tried. */
  private findInDormant(visit: number, route: number, bound: number): boolean {
    const { state, overlooked } = this;
    const { compiled, next } = state;
    const end = compiled.routeEnd[route] as number;
    this.after = -1;
    this.cost = bound;
    if (!hasRoom(state, route, visit)) return false;
    for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
      if (overlooked.wins() || !fitsInTime(state, route, visit, after)) continue;
      const cost = costTriedOut(state, route, visit, after);
      if (cost >= this.cost) continue;
      this.after = after;
      this.cost = cost;
    }
    return this.after >= 0;
  }
}

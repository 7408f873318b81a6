import type { RouteState } from "./routeState.js";
import { earliestStart } from "./windows.js";

/** What a visit adds to a route's cost when put in after a node, waiting left aside; not of a tour that makes no stop yet. */
export function insertionCost(state: RouteState, route: number, visit: number, after: number, price: number): number {
  const { compiled } = state;
  const { placeCount, nodePlace } = compiled;
  const travel = compiled.routeTravel[route] as Int32Array;
  const here = nodePlace[visit] as number;
  const before = (state.where[after] as number) * placeCount;
  const following = state.ahead[after] as number;
  const detour = (travel[before + here] as number) + (travel[here * placeCount + following] as number);
  // an empty route is not driven at all
  return !state.isDriven(route)
    ? price + detour * compiled.travelSecondCost + compiled.routeOpenCost
    : price + (detour - (travel[before + following] as number)) * compiled.travelSecondCost;
}

/**
 * Whether a visit can be put into a route after a node within all hours: exact, and O(1) but for the visit's windows and for
 * breaks that directly follow (the visit changes where those are taken).
 *
 * @param following the node that then comes after it: further on than the next one where a visit is to make way
 */
export function fitsInTime(state: RouteState, route: number, visit: number, after: number, following = state.next[after] as number): boolean {
  const { compiled, next } = state;
  const { placeCount, stopCount, nodePlace, breakFrom, breakTo, breakSeconds } = compiled;
  const travel = compiled.routeTravel[route] as Int32Array;
  const here = nodePlace[visit] as number;
  const arrive = (state.finish[after] as number) + (travel[(state.where[after] as number) * placeCount + here] as number);
  const begin = earliestStart(compiled, visit, arrive, compiled.routeMidnight[route] as number);
  if (begin < 0) return false;
  let time = begin + (compiled.durations[(compiled.routeFactor[route] as number) * stopCount + visit] as number);
  const end = compiled.routeEnd[route] as number;
  let node = following;
  while (node >= stopCount && node !== end) {
    const from = breakFrom[node] as number;
    if (time < from) time = from;
    if (time > (breakTo[node] as number)) return false;
    time += breakSeconds[node] as number;
    node = next[node] as number;
  }
  const arriveNext = time + (travel[here * placeCount + (state.where[node] as number)] as number);
  return arriveNext <= (state.latest[node] as number);
}

/** Whether every limit of the features admits a visit in a route after a node. */
export function withinLimits(state: RouteState, route: number, visit: number, after: number): boolean {
  const { limits } = state;
  for (let index = 0; index < limits.length; index++) if (!limits[index]?.admits(state, route, visit, after)) return false;
  return true;
}

/** False where some limit admits a visit at no position of a route, of which one visit may be to make way. */
export function hasRoom(state: RouteState, route: number, visit: number, gone = -1): boolean {
  const { quickLimits } = state;
  for (let index = 0; index < quickLimits.length; index++) if (quickLimits[index]?.hasRoom?.(route, visit, gone) === false) return false;
  return true;
}

/** What a visit adds to a route's cost in waiting when put in after a node: exact, by timing the whole route. */
export function waitingCost(state: RouteState, route: number, visit: number, after: number): number {
  const weight = state.compiled.waitingSecondCost;
  return weight === 0 ? 0 : (state.timetable.waiting(state, route, visit, after) - (state.waitingOn[route] as number)) * weight;
}

/** What a visit adds to the cost of a route and of its tour when put in after a node, found by trying; infinite where that cannot be kept. */
export function costTriedOut(state: RouteState, route: number, visit: number, after: number): number {
  const before = state.costAround(route);
  state.insert(visit, route, after, 0);
  const cost = state.refresh(route) ? state.costAround(route) - before : Number.POSITIVE_INFINITY;
  state.remove(visit);
  state.refresh(route);
  return cost;
}

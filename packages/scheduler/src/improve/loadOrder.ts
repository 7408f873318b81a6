import type { RouteState } from "../evaluate/routeState.js";
import { entryOf } from "../model/entryOf.js";

/**
 * Puts all routes in an order that was found for the same problem.
 *
 * Nights of tours stay where they are: problems with tours are searched on one thread.
 *
 * @param order `next` of the state that it was found in: what follows each node of a route
 * @returns false where a route cannot be kept
 */
export function loadOrder(state: RouteState, order: Int32Array): boolean {
  const { compiled, next, prev, routeOf, pricePaid, stopsOn, costOf } = state;
  const { stopCount, jobCount, routeCount, routeStart, routeEnd, allowedPrice, leaveOutCost } = compiled;
  next.set(order);
  routeOf.fill(-1);
  for (let route = 0; route < routeCount; route++) {
    const end = routeEnd[route] as number;
    let last = routeStart[route] as number;
    stopsOn[route] = 0;
    while (last !== end) {
      const node = next[last] as number;
      prev[node] = last;
      last = node;
      if (node >= stopCount) continue;
      routeOf[node] = route;
      pricePaid[node] = node < jobCount ? (allowedPrice[entryOf(compiled, node, route)] ?? 0) : 0;
      stopsOn[route] = (stopsOn[route] as number) + 1;
    }
  }
  state.left = 0;
  state.totalCost = costOf.reduce((sum, cost) => sum + cost, 0);
  for (let job = 0; job < jobCount; job++) {
    if ((routeOf[job] as number) >= 0) continue;
    state.left++;
    state.totalCost += leaveOutCost[job] as number;
  }
  // limits across routes look at all of them, so that they can be asked only when all are up to date
  for (let route = 0; route < routeCount; route++) state.refresh(route);
  let kept = true;
  for (let route = 0; route < routeCount; route++) if (!state.refresh(route)) kept = false;
  return kept;
}

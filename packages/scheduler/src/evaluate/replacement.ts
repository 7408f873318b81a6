import type { RouteState } from "./routeState.js";

/** What a route costs less without one of its visits, waiting left aside; not of a tour. */
export function savedWithout(state: RouteState, visit: number): number {
  const { compiled, where, ahead, onward, prev, routeOf, pricePaid } = state;
  const { placeCount, routeTravel, travelSecondCost, routeOpenCost } = compiled;
  const route = routeOf[visit] as number;
  const before = prev[visit] as number;
  const way = (onward[before] as number) + (onward[visit] as number);
  // an empty route is not driven at all
  if (state.stopsOn[route] === 1) return (pricePaid[visit] as number) + way * travelSecondCost + routeOpenCost;
  const direct = (routeTravel[route] as Int32Array)[(where[before] as number) * placeCount + (ahead[visit] as number)] as number;
  return (pricePaid[visit] as number) + (way - direct) * travelSecondCost;
}

/** What a route costs more with a visit in place of one of its own, waiting left aside. */
export function costInstead(state: RouteState, visit: number, gone: number, price: number): number {
  const { compiled, where, ahead, onward, prev, routeOf, pricePaid } = state;
  const { placeCount, nodePlace, routeTravel, travelSecondCost } = compiled;
  const travel = routeTravel[routeOf[gone] as number] as Int32Array;
  const here = nodePlace[visit] as number;
  const before = prev[gone] as number;
  const way = (travel[(where[before] as number) * placeCount + here] as number) + (travel[here * placeCount + (ahead[gone] as number)] as number);
  return price - (pricePaid[gone] as number) + (way - (onward[before] as number) - (onward[gone] as number)) * travelSecondCost;
}

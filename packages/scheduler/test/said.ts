import type { RouteState } from "../src/evaluate/routeState.js";

/** Everything that a state says of its routes. */
export const said = (state: RouteState) => ({
  next: [...state.next],
  prev: [...state.prev],
  routeOf: [...state.routeOf],
  pricePaid: [...state.pricePaid].filter((_, stop) => (state.routeOf[stop] as number) >= 0),
  stopsOn: [...state.stopsOn],
  costOf: [...state.costOf],
  totalCost: state.totalCost,
  left: state.left,
});

/** The stops of a route in order. */
export function stopsOnRoute(plan: { readonly next: Int32Array }, { compiled }: RouteState, route: number): number[] {
  const stops: number[] = [];
  const end = compiled.routeEnd[route] as number;
  for (let node = plan.next[compiled.routeStart[route] as number] as number; node !== end; node = plan.next[node] as number)
    if (node < compiled.stopCount) stops.push(node);
  return stops;
}

/** That a state is what its routes say: each stop in one, and the cost that of the routes and of what is left out. */
export function isConsistent(state: RouteState): boolean {
  const { compiled, routeOf, totalCost } = state;
  const routes = Array.from({ length: compiled.routeCount }, (_, route) => stopsOnRoute(state, state, route));
  const placed = routes.every((stops, route) => stops.length === state.stopsOn[route] && stops.every((stop) => routeOf[stop] === route));
  const leftOut = Array.from({ length: compiled.jobCount }, (_, job) => job).filter((job) => (routeOf[job] as number) < 0);
  const cost = state.costOf.reduce((sum, each) => sum + each, 0) + leftOut.reduce((sum, job) => sum + (compiled.leaveOutCost[job] as number), 0);
  return placed && routes.flat().length === routeOf.filter((route) => route >= 0).length && state.left === leftOut.length && totalCost === cost;
}

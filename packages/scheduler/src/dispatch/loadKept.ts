import { numberRoutes } from "../construct/loadRoutes.js";
import { placeBreaks } from "../construct/placeBreaks.js";
import type { RouteState } from "../evaluate/routeState.js";
import { entryOf } from "../model/entryOf.js";
import type { Order } from "./orders.js";

/** Visits of a route that have not begun, in order. */
function removable(state: RouteState, route: number): number[] {
  const { compiled, next } = state;
  const end = compiled.routeEnd[route] as number;
  const visits: number[] = [];
  for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
    if (node < compiled.visitCount && compiled.isFact[node] === 0) visits.push(node);
  return visits;
}

const isPinned = ({ compiled: { problem } }: RouteState, visit: number): boolean => (problem.visits[visit]?.fixed ?? null) !== null;

/** What letting go of a visit is to cost: a pinned one is the last to go. */
const lossOf = (state: RouteState, visit: number): number => (state.compiled.leaveOutCost[visit] as number) + (isPinned(state, visit) ? 2 ** 43 : 0);

/** The stops and breaks of a route, in order. */
function nodesOf({ compiled, next }: RouteState, route: number): number[] {
  const nodes: number[] = [];
  const end = compiled.routeEnd[route] as number;
  for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) nodes.push(node);
  return nodes;
}

/** Puts the stops and breaks of a route, which are those that it has, into an order. */
function reorder({ compiled, next, prev }: RouteState, route: number, nodes: readonly number[]): void {
  let last = compiled.routeStart[route] as number;
  for (const node of [...nodes, compiled.routeEnd[route] as number]) {
    next[last] = node;
    prev[node] = last;
    last = node;
  }
}

/** Whether a route can be kept as it stands, its breaks perhaps taken elsewhere; where not, all its breaks are in it all the same. */
function canBeKept(state: RouteState, route: number): boolean {
  const { routeBreak } = state.compiled;
  const nodes = nodesOf(state, route);
  const breaks = Array.from(
    { length: (routeBreak[route + 1] as number) - (routeBreak[route] as number) },
    (_, index) => (routeBreak[route] as number) + index,
  );
  const missing = breaks.filter((pause) => !nodes.includes(pause));
  if (missing.length === 0 && state.refresh(route)) return true;
  reorder(state, route, [...nodes, ...missing]);
  if (placeBreaks(state, route) && state.refresh(route)) return true;
  reorder(state, route, [...nodes, ...missing]);
  return state.refresh(route);
}

/** Whether a route could be kept without a visit; the route is left as it was. */
function keptWithout(state: RouteState, route: number, visit: number): boolean {
  const nodes = nodesOf(state, route);
  const price = state.pricePaid[visit] as number;
  state.remove(visit);
  const kept = state.stopsOn[route] === 0 || canBeKept(state, route);
  state.insert(visit, route, state.compiled.routeStart[route] as number, price);
  reorder(state, route, nodes);
  state.refresh(route);
  return kept;
}

/** Takes out of a route what keeps it from being kept: one visit if that is enough, the one that it costs least to leave out. False where nothing helps. */
function relieve(state: RouteState, route: number, out: number[]): boolean {
  while ((state.stopsOn[route] as number) > 0 && !canBeKept(state, route)) {
    const visits = removable(state, route);
    if (visits.length === 0) return false;
    const enough = visits.filter((visit) => keptWithout(state, route, visit));
    const choice = enough.length > 0 ? enough : visits;
    const least = choice.reduce((best, visit) => (lossOf(state, visit) <= lossOf(state, best) ? visit : best));
    state.remove(least);
    out.push(least);
    if (state.stopsOn[route] === 0) {
      state.empty(route);
      state.refresh(route);
    }
  }
  return true;
}

/** What came of putting orders into routes. */
export interface Loaded {
  /** The visits that had to be let go. */
  readonly out: readonly number[];
  /** Routes that cannot be kept even with what has begun alone: a break that falls due is in the way. */
  readonly stuck: readonly number[];
}

/**
 * Puts orders into empty routes as far as they can be kept.
 *
 * @throws EldercareError `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES` where the orders do not belong to the problem
 */
export function loadKept(state: RouteState, orders: readonly Order[]): Loaded {
  const { compiled } = state;
  const { routeBreak, routeStart, visitCount, stopCount } = compiled;
  const out: number[] = [];
  const { routes } = numberRoutes(compiled, orders);
  for (const { route, nodes } of routes) {
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) state.unlink(pause);
    let last = routeStart[route] as number;
    for (const node of nodes) {
      const entry = node < visitCount ? entryOf(compiled, node, route) : -1;
      if (node < visitCount && entry < 0) {
        out.push(node);
        continue;
      }
      if (node < stopCount) state.insert(node, route, last, compiled.allowedPrice[entry] as number);
      else state.link(node, last);
      last = node;
    }
    if (state.stopsOn[route] === 0) state.empty(route);
    state.refresh(route);
  }
  // what one caregiver may work in a week depends on all her days, so that no route is judged before all are there
  const stuck = routes.flatMap(({ route }) => (relieve(state, route, out) ? [] : [route]));
  return { out, stuck };
}

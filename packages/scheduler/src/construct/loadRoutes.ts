import { EldercareError, type Issue, jsonPointer } from "@eldercare/core";
import { Nights } from "../evaluate/nights.js";
import type { RouteState } from "../evaluate/routeState.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Compiled } from "../model/compiled.js";
import { entryOf } from "../model/entryOf.js";
import type { RouteOrder } from "../model/plan.js";
import { stopNouns } from "../model/stopNouns.js";
import { placeBreaks } from "./placeBreaks.js";

/** A route of an order, in numbers. */
export interface Numbered {
  readonly route: number;
  readonly nodes: readonly number[];
  readonly namesBreaks: boolean;
  /** Place of the night that follows; −1 where the order names none. */
  readonly night: number;
}

/** Finds the numbers of what orders name, and what of it does not exist or occurs twice. */
export function numberRoutes(compiled: Compiled, orders: readonly RouteOrder[]): { routes: Numbered[]; issues: Issue[] } {
  const { problem } = compiled;
  const numbers = {
    visit: new Map(problem.visits.map((visit, index) => [visit.id, index])),
    board: new Map(problem.transports?.map((transport, index) => [transport.id, compiled.visitCount + index])),
    alight: new Map(problem.transports?.map((transport, index) => [transport.id, compiled.jobCount + index])),
  };
  const days = new Map<string, number>();
  for (let route = 0; route < compiled.routeCount; route++)
    days.set(JSON.stringify([problem.caregivers[compiled.routeCaregiver[route] as number]?.id, compiled.routeDate[route]]), route);
  const issues: Issue[] = [];
  const seen = new Set<number | string>();
  const twice = (key: number | string, pointer: string, name: string): void => {
    if (seen.has(key)) issues.push(reportSchedulerIssue("TWICE_IN_ROUTES", pointer, { seen: name }));
    seen.add(key);
  };
  const routes = orders.flatMap((order, row): Numbered[] => {
    const pointer = jsonPointer(["routes", row]);
    const name = `${order.caregiver} ${order.date}`;
    const route = days.get(JSON.stringify([order.caregiver, order.date]));
    if (route === undefined) {
      issues.push(reportSchedulerIssue("UNKNOWN_IN_ROUTE", pointer, { seen: name, values: { "what.zh": "班次", "what.en": "shift" } }));
      return [];
    }
    twice(`route ${route}`, pointer, name);
    let night = -1;
    const nodes = order.stops.flatMap((stop, index): number[] => {
      const at = `${pointer}/stops/${index}/id`;
      if (stop.kind === "lodging") {
        night = problem.places.findIndex(({ id }) => id === stop.id);
        const sleepsOut = (compiled.routeTour[route] as number) >= 0 && compiled.routeTour[route + 1] === compiled.routeTour[route];
        if (night < 0 || !sleepsOut) issues.push(reportSchedulerIssue("UNKNOWN_IN_ROUTE", at, { seen: stop.id, values: stopNouns.lodging }));
        return [];
      }
      const node = stop.kind === "break" ? breakNode(compiled, route, stop.id) : numbers[stop.kind].get(stop.id);
      if (node === undefined) {
        issues.push(reportSchedulerIssue("UNKNOWN_IN_ROUTE", at, { seen: stop.id, values: stopNouns[stop.kind] }));
        return [];
      }
      twice(node, at, stop.id);
      return [node];
    });
    return [{ route, nodes, night, namesBreaks: order.stops.some((stop) => stop.kind === "break") }];
  });
  return { routes, issues };
}

function breakNode(compiled: Compiled, route: number, id: string): number | undefined {
  for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++)
    if (compiled.breakId[node] === id) return node;
  return undefined;
}

/** What a stop costs in a route, whether or not it may be there. */
function priceIn(compiled: Compiled, visit: number, route: number): number {
  const entry = visit >= compiled.visitCount ? -1 : entryOf(compiled, visit, route);
  return entry < 0 ? 0 : (compiled.allowedPrice[entry] as number);
}

/**
 * Puts hand-made orders into empty routes as they stand, possible or not. Where an order names no break, the breaks of its
 * shift are placed for it; where none of a tour names a lodging, its nights are spent where that costs least.
 *
 * @throws EldercareError `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES` where the orders do not belong to the problem
 */
export function loadRoutes(state: RouteState, orders: readonly RouteOrder[]): void {
  const { compiled } = state;
  const { routes, issues } = numberRoutes(compiled, orders);
  if (issues.length > 0) throw new EldercareError(issues);
  for (const { route, night } of routes) if (night >= 0) state.spendNight(route, night);
  for (const { route, nodes, namesBreaks } of routes) {
    let last = compiled.routeStart[route] as number;
    if (namesBreaks)
      for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++) state.unlink(node);
    for (const node of nodes) {
      if (node < compiled.stopCount) state.insert(node, route, last, priceIn(compiled, node, route));
      else state.link(node, last);
      last = node;
    }
    state.refresh(route);
    if (!namesBreaks) placeBreaks(state, route);
  }
  const named = new Set(routes.flatMap(({ route, night }) => (night < 0 ? [] : [compiled.routeTour[route] as number])));
  const nights = new Nights(state);
  for (const [tour] of compiled.tourRoutes.entries()) if (!named.has(tour)) nights.settle(tour);
}

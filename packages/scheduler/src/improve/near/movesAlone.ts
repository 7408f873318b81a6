import type { RouteState } from "../../evaluate/routeState.js";
import { entryOf } from "../../model/entryOf.js";

/** Whether a stop may leave its route without anything else: rides have two stops, days of a tour their nights, and what has begun stays. */
export function movesAlone({ compiled, routeOf }: RouteState, stop: number): boolean {
  return stop < compiled.visitCount && compiled.isFact[stop] === 0 && (compiled.routeTour[routeOf[stop] as number] as number) < 0;
}

/** Price of a visit on a route, infinite where it may not be made there. */
export function priceOn({ compiled }: RouteState, visit: number, route: number): number {
  const entry = entryOf(compiled, visit, route);
  return entry < 0 ? Number.POSITIVE_INFINITY : (compiled.allowedPrice[entry] as number);
}

/** What two routes could at most save in waiting. */
export function mostWaitingSaved({ waitingOn, compiled }: RouteState, one: number, other: number): number {
  return ((waitingOn[one] as number) + (waitingOn[other] as number)) * compiled.waitingSecondCost;
}

import { costTriedOut, fitsInTime, withinLimits } from "../evaluate/insertion.js";
import type { RouteState } from "../evaluate/routeState.js";
import { printClock } from "../model/clock.js";
import type { Reason } from "../model/plan.js";
import { noWaySeconds } from "../travel/matrix.js";

/** Why a visit does not fit into a day that is otherwise empty; undefined where it does. */
export function whyNotAlone(empty: RouteState, route: number, visit: number): Omit<Reason, "caregiver"> | undefined {
  const { compiled, next } = empty;
  const end = compiled.routeEnd[route] as number;
  let fits = false;
  let isTooShort = false;
  for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
    if (!fitsInTime(empty, route, visit, after)) continue;
    fits = true;
    if (!withinLimits(empty, route, visit, after)) continue;
    if (!empty.isDormant(route) || costTriedOut(empty, route, visit, after) < Number.POSITIVE_INFINITY) return undefined;
    isTooShort = true;
  }
  if (isTooShort) return { code: "TOUR_TOO_SHORT" };
  if (!fits) return whyNotInTime(empty, route, visit);
  const after = compiled.routeStart[route] as number;
  return { code: empty.limits.find((limit) => !limit.admits(empty, route, visit, after))?.reason ?? "DAY_TOO_SHORT" };
}

function whyNotInTime({ compiled, where }: RouteState, route: number, visit: number): Omit<Reason, "caregiver"> {
  const { placeCount, nodePlace } = compiled;
  const travel = compiled.routeTravel[route] as Int32Array;
  const here = nodePlace[visit] as number;
  const there = travel[(where[compiled.routeStart[route] as number] as number) * placeCount + here] as number;
  const back = travel[here * placeCount + (where[compiled.routeEnd[route] as number] as number)] as number;
  if (there >= noWaySeconds || back >= noWaySeconds) return { code: "UNREACHABLE" };
  const seconds = compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + visit] as number;
  const midnight = compiled.routeMidnight[route] as number;
  const earliest = (compiled.routeFrom[route] as number) + there - midnight;
  const latest = (compiled.routeTo[route] as number) - back - seconds - midnight;
  if (earliest > latest) return { code: "DAY_TOO_SHORT", relax: { shiftMinutes: Math.ceil((earliest - latest) / 60) } };
  // no hour of the day would do where the visit's own moments leave none
  if (Math.max(earliest, (compiled.openFrom[visit] as number) - midnight) > Math.min(latest, (compiled.openTo[visit] as number) - midnight))
    return { code: "OUTSIDE_SHIFT" };
  let nearest = -1;
  let gap = Number.POSITIVE_INFINITY;
  for (let window = compiled.windowFirst[visit] as number; window < (compiled.windowFirst[visit + 1] as number); window++) {
    const from = compiled.windowFrom[window] as number;
    const to = compiled.windowTo[window] as number;
    // the moment that the shift allows and that is nearest to this window
    const moment = to < earliest ? earliest : from > latest ? latest : -1;
    if (moment < 0) return { code: "BREAKS_IN_THE_WAY" };
    const distance = Math.max(moment - to, from - moment);
    if (distance < gap) {
      gap = distance;
      nearest = moment;
    }
  }
  const clock = printClock(nearest);
  return { code: "OUTSIDE_SHIFT", relax: { daily: [{ from: clock, to: clock }] } };
}

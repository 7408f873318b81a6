import type { RouteState } from "../evaluate/routeState.js";
import { earliestStart } from "../evaluate/windows.js";
import type { PairInsertion } from "../improve/recreate/pairInsertion.js";
import type { Reason } from "../model/plan.js";
import { noWaySeconds } from "../travel/matrix.js";

type Why = Omit<Reason, "caregiver">;

/** Why a transport does not fit into a day that is otherwise empty; undefined where it does. */
export function whyNotCarriedAlone(empty: RouteState, pairs: PairInsertion, route: number, board: number): Why | undefined {
  if (pairs.find({ board, route, price: 0, bound: Number.POSITIVE_INFINITY })) return undefined;
  if (pairs.fitted) return { code: pairs.refusedBy ?? "DAY_TOO_SHORT" };
  const { compiled, where } = empty;
  const { placeCount, durations, routeFactor, stopCount } = compiled;
  const alight = board + compiled.jobCount - compiled.visitCount;
  const travel = compiled.routeTravel[route] as Int32Array;
  const midnight = compiled.routeMidnight[route] as number;
  const stops = [compiled.routeStart[route] as number, board, alight, compiled.routeEnd[route] as number];
  const legs = stops.slice(1).map((to, index) => travel[(where[stops[index] as number] as number) * placeCount + (where[to] as number)] as number);
  if (legs.some((leg) => leg >= noWaySeconds)) return { code: "UNREACHABLE" };
  const seconds = [board, alight].map((stop) => durations[(routeFactor[route] as number) * stopCount + stop] as number);
  const whole = [...legs, ...seconds].reduce((sum, each) => sum + each, 0);
  const short = whole - ((compiled.routeTo[route] as number) - (compiled.routeFrom[route] as number));
  if (short > 0) return { code: "DAY_TOO_SHORT", relax: { shiftMinutes: Math.ceil(short / 60) } };
  let time = compiled.routeFrom[route] as number;
  for (const [index, stop] of [board, alight].entries()) {
    const begin = earliestStart(compiled, stop, time + (legs[index] as number), midnight);
    if (begin < 0) return { code: "OUTSIDE_SHIFT" };
    time = begin + (seconds[index] as number);
  }
  return { code: time + (legs[2] as number) > (compiled.routeTo[route] as number) ? "OUTSIDE_SHIFT" : "BREAKS_IN_THE_WAY" };
}

/** Why a transport is not beside the stops already in a route. */
export function whyNotCarriedBeside({ compiled }: RouteState, pairs: PairInsertion, route: number, board: number): Why {
  if (!pairs.find({ board, route, price: 0, bound: Number.POSITIVE_INFINITY })) return { code: pairs.refusedBy ?? "NO_TIME_LEFT" };
  return pairs.cost < (compiled.leaveOutCost[board] as number)
    ? { code: "INSERTION_POSSIBLE" }
    : { code: "COSTS_MORE_THAN_LEAVING", relax: { addedCost: Math.round((pairs.cost / compiled.costScale) * 1000) / 1000 } };
}

import type { RouteState } from "../evaluate/routeState.js";
import { earliestStart } from "../evaluate/windows.js";
import { printClock, secondsPerDay } from "../model/clock.js";
import type { Compiled } from "../model/compiled.js";
import type { Reason } from "../model/plan.js";
import { noWaySeconds } from "../travel/matrix.js";

/** The latest moment at which a visit after a node may end so that all that follows is in time; −1 where a break stands in the way. */
function latestEnd({ compiled, next, where, latest }: RouteState, route: number, visit: number, after: number): number {
  const { placeCount, stopCount, nodePlace, breakFrom, breakTo, breakSeconds } = compiled;
  const end = compiled.routeEnd[route] as number;
  const breaks: number[] = [];
  let node = next[after] as number;
  for (; node >= stopCount && node !== end; node = next[node] as number) breaks.push(node);
  const travel = (compiled.routeTravel[route] as Int32Array)[(nodePlace[visit] as number) * placeCount + (where[node] as number)] as number;
  if (travel >= noWaySeconds) return -1;
  let time = (latest[node] as number) - travel;
  for (const each of breaks.reverse()) {
    time = Math.min(breakTo[each] as number, time - (breakSeconds[each] as number));
    if (time < (breakFrom[each] as number)) return -1;
  }
  return time;
}

/** From when a visit could begin after each node of a route, and by when it would have to end there. */
interface Gap {
  readonly arrive: number;
  readonly until: number;
}

function gapsOf(state: RouteState, route: number, visit: number): Gap[] {
  const { compiled, next, where, finish } = state;
  const travel = compiled.routeTravel[route] as Int32Array;
  const gaps: Gap[] = [];
  for (let after = compiled.routeStart[route] as number; after !== compiled.routeEnd[route]; after = next[after] as number) {
    const way = travel[(where[after] as number) * compiled.placeCount + (compiled.nodePlace[visit] as number)] as number;
    const until = latestEnd(state, route, visit, after);
    if (way < noWaySeconds && until >= 0) gaps.push({ arrive: (finish[after] as number) + way, until });
  }
  return gaps;
}

/** The hour nearest to a visit's own at which it would fit into one of the gaps; undefined where no hour of the day would. */
function nearestHour(compiled: Compiled, visit: number, gaps: readonly Gap[], seconds: number, midnight: number): number | undefined {
  const { windowFirst, windowFrom, windowTo, openFrom, openTo } = compiled;
  let hour: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { arrive, until } of gaps) {
    const from = Math.max(0, Math.max(arrive, openFrom[visit] as number) - midnight);
    const to = Math.min(secondsPerDay, Math.min(until - seconds, openTo[visit] as number) - midnight);
    if (from > to) continue;
    for (let window = windowFirst[visit] as number; window < (windowFirst[visit + 1] as number); window++) {
      const nearest = Math.min(to, Math.max(from, windowFrom[window] as number));
      const away = Math.abs(nearest - Math.min(windowTo[window] as number, Math.max(windowFrom[window] as number, nearest)));
      if (away < least) {
        least = away;
        hour = nearest;
      }
    }
  }
  return hour;
}

/**
 * What to ask for where a visit has no time beside those in a route: the hour nearest to its own at which it would fit, or where
 * no hour would do, the longest time that would. Undefined where neither helps.
 */
export function roomBeside(state: RouteState, route: number, visit: number): Reason["relax"] {
  const { compiled } = state;
  const asked = compiled.problem.visits[visit];
  if (asked === undefined) return undefined;
  const midnight = compiled.routeMidnight[route] as number;
  const seconds = compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + visit] as number;
  const gaps = gapsOf(state, route, visit);
  const hour = asked.fixed?.start === undefined ? nearestHour(compiled, visit, gaps, seconds, midnight) : undefined;
  if (hour !== undefined) {
    const clock = printClock(hour);
    return { daily: [{ from: clock, to: clock }] };
  }
  const room = gaps.map(({ arrive, until }) => {
    const begin = earliestStart(compiled, visit, arrive, midnight);
    return begin < 0 ? 0 : until - begin;
  });
  const minutes = Math.floor((asked.serviceMinutes * Math.max(0, ...room)) / seconds);
  return minutes > 0 ? { serviceMinutes: minutes } : undefined;
}

import type { RouteState } from "../evaluate/routeState.js";
import type { Random } from "../improve/random.js";

/** When the rest of a route is left to be done after a break put in after a node; −1 where the break does not fit there. */
function departureAfterBreak(state: RouteState, route: number, pause: number, after: number): number {
  const { compiled, next, where, finish, latest } = state;
  const { stopCount, breakFrom, breakTo, breakSeconds, placeCount } = compiled;
  const end = compiled.routeEnd[route] as number;
  let time = Math.max(finish[after] as number, breakFrom[pause] as number);
  if (time > (breakTo[pause] as number)) return -1;
  time += breakSeconds[pause] as number;
  const begun = time;
  let node = next[after] as number;
  while (node >= stopCount && node !== end) {
    time = Math.max(time, breakFrom[node] as number);
    if (time > (breakTo[node] as number)) return -1;
    time += breakSeconds[node] as number;
    node = next[node] as number;
  }
  const travel = compiled.routeTravel[route] as Int32Array;
  const arrive = time + (travel[(where[after] as number) * placeCount + (where[node] as number)] as number);
  return arrive <= (latest[node] as number) ? begun - (finish[after] as number) : -1;
}

/**
 * Takes the breaks of a route out and puts each where it costs least time: the first of the places at which it makes nobody
 * wait longer than its own length. With `random`, any place at which it fits.
 *
 * @returns false where a break fits nowhere (the route is then without it and those after it) or a limit does not admit the whole
 */
export function placeBreaks(state: RouteState, route: number, random?: Random): boolean {
  const { compiled, next } = state;
  const first = compiled.routeBreak[route] as number;
  const last = compiled.routeBreak[route + 1] as number;
  if (first === last) return true;
  // those that have begun stay where they are
  for (let node = first; node < last; node++) if (compiled.isFact[node] === 0) state.unlink(node);
  const isKept = state.refresh(route);
  const end = compiled.routeEnd[route] as number;
  // only the whole has to keep within the limits: a route that lacks a break has other times
  let kept = isKept || compiled.isFact.subarray(first, last).includes(0);
  for (let pause = first; pause < last; pause++) {
    if (compiled.isFact[pause] === 1) continue;
    let place = -1;
    let least = Number.POSITIVE_INFINITY;
    let fitting = 0;
    for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
      if (compiled.isFact[next[after] as number] === 1) continue;
      const seconds = departureAfterBreak(state, route, pause, after);
      if (seconds < 0) continue;
      fitting++;
      // each fitting place replaces the one kept with chance 1/n, so all are as likely
      if (random === undefined ? seconds < least : random.below(fitting) === 0) {
        place = after;
        least = seconds;
      }
    }
    if (place < 0) return false;
    state.link(pause, place);
    kept = state.refresh(route);
  }
  return kept;
}

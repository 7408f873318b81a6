import type { LinkedState } from "./linkedState.js";

/**
 * The earliest moment from a given one on at which a visit may begin on a route's day: within its hours, or after the last of
 * them where it may be late (between two where it rather begins late than waits), and as its rhythm has it; −1 where there is none.
 */
export function beginFrom(state: LinkedState, visit: number, route: number, moment: number): number {
  const { compiled, appointmentOf, rhythms } = state.model;
  const { windowFirst, windowFrom, windowTo, openFrom, openTo } = compiled;
  const midnight = compiled.routeMidnight[route] as number;
  const last = windowFirst[visit + 1] as number;
  const open = openFrom[visit] as number;
  const rhythm = rhythms.of[visit] as number;
  const regular = rhythm < 0 ? 0 : (state.rhythmFrom[rhythm] as number);
  const time = Math.max(moment - midnight, open - midnight, regular);
  const isSoft = compiled.soft[visit] === 1;
  const staysLate = isSoft && state.lateBetween[appointmentOf[visit] as number] === 1;
  let begin = -1;
  for (let window = windowFirst[visit] as number; window < last; window++) {
    const from = windowFrom[window] as number;
    begin = Math.max(time, from);
    if (begin <= (windowTo[window] as number)) break;
    if (staysLate && window + 1 < last && begin < (windowFrom[window + 1] as number)) break;
    // after the last of its hours: late, where that is allowed
    if (window + 1 === last && !isSoft) return -1;
  }
  if (rhythm >= 0 && begin > regular + (state.rhythmSpan[rhythm] as number)) return -1;
  begin += midnight;
  return begin <= (openTo[visit] as number) ? begin : -1;
}

/** The end of the last of a visit's hours on a route's day that have opened by a moment. */
export function hoursEnd({ model: { compiled } }: LinkedState, visit: number, route: number, moment: number): number {
  const { windowFirst, windowFrom, windowTo } = compiled;
  const midnight = compiled.routeMidnight[route] as number;
  const first = windowFirst[visit] as number;
  let window = (windowFirst[visit + 1] as number) - 1;
  while (window > first && (windowFrom[window] as number) > moment - midnight) window--;
  return midnight + (windowTo[window] as number);
}

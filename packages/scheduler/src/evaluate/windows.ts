import type { Compiled } from "../model/compiled.js";

/**
 * The earliest moment from `time` on at which a stop may begin; −1 where none is left on the day of the midnight.
 *
 * @param time seconds from the horizon's start
 * @param midnight midnight of the route's date, seconds from the horizon's start
 */
export function earliestStart(compiled: Compiled, stop: number, time: number, midnight: number): number {
  const { windowFirst, windowFrom, windowTo } = compiled;
  const clock = Math.max(time, compiled.openFrom[stop] as number) - midnight;
  const last = windowFirst[stop + 1] as number;
  for (let window = windowFirst[stop] as number; window < last; window++) {
    if (clock <= (windowTo[window] as number)) {
      const begin = midnight + Math.max(clock, windowFrom[window] as number);
      return begin <= (compiled.openTo[stop] as number) ? begin : -1;
    }
  }
  return -1;
}

/** The latest moment up to `time` at which a stop may begin; −1 where there is none that day. */
export function latestStart(compiled: Compiled, stop: number, time: number, midnight: number): number {
  const { windowFirst, windowFrom, windowTo } = compiled;
  const clock = Math.min(time, compiled.openTo[stop] as number) - midnight;
  const first = windowFirst[stop] as number;
  for (let window = (windowFirst[stop + 1] as number) - 1; window >= first; window--) {
    if (clock >= (windowFrom[window] as number)) {
      const begin = midnight + Math.min(clock, windowTo[window] as number);
      return begin >= (compiled.openFrom[stop] as number) ? begin : -1;
    }
  }
  return -1;
}

/** The end of the window that holds a start moment. */
export function windowEndAt(compiled: Compiled, stop: number, start: number, midnight: number): number {
  const { windowFirst, windowTo } = compiled;
  const clock = start - midnight;
  const last = windowFirst[stop + 1] as number;
  for (let window = windowFirst[stop] as number; window < last; window++) {
    const to = windowTo[window] as number;
    if (clock <= to) return Math.min(midnight + to, compiled.openTo[stop] as number);
  }
  return start;
}

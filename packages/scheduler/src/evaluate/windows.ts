import type { Compiled } from "../model/compiled.js";

/**
 * The earliest moment from `time` on at which a visit may begin; −1 where none is left that day.
 *
 * @param time seconds from the horizon's start
 * @param midnight midnight of the route's date, seconds from the horizon's start
 */
export function earliestStart(compiled: Compiled, visit: number, time: number, midnight: number): number {
  const { windowFirst, windowFrom, windowTo } = compiled;
  const clock = time - midnight;
  const last = windowFirst[visit + 1] as number;
  for (let window = windowFirst[visit] as number; window < last; window++) {
    if (clock <= (windowTo[window] as number)) {
      const from = windowFrom[window] as number;
      return midnight + Math.max(clock, from);
    }
  }
  return -1;
}

/** The latest moment up to `time` at which a visit may begin; −1 where there is none that day. */
export function latestStart(compiled: Compiled, visit: number, time: number, midnight: number): number {
  const { windowFirst, windowFrom, windowTo } = compiled;
  const clock = time - midnight;
  const first = windowFirst[visit] as number;
  for (let window = (windowFirst[visit + 1] as number) - 1; window >= first; window--) {
    if (clock >= (windowFrom[window] as number)) {
      const to = windowTo[window] as number;
      return midnight + Math.min(clock, to);
    }
  }
  return -1;
}

/** The end of the window that holds a start moment. */
export function windowEndAt(compiled: Compiled, visit: number, start: number, midnight: number): number {
  const { windowFirst, windowTo } = compiled;
  const clock = start - midnight;
  const last = windowFirst[visit + 1] as number;
  for (let window = windowFirst[visit] as number; window < last; window++) {
    const to = windowTo[window] as number;
    if (clock <= to) return midnight + to;
  }
  return start;
}

import type { LinkedState } from "./linkedState.js";

/** When a visit may begin at the earliest by those it waits for; −1 where one of them comes after it in the order. */
export function earliestAfter(state: LinkedState, visit: number): number {
  const { first, from, fromEnd, least } = state.model.sequences;
  let earliest = 0;
  for (let wait = first[visit] as number; wait < (first[visit + 1] as number); wait++) {
    const before = from[wait] as number;
    if ((state.routeOf[before] as number) < 0) continue;
    if (state.keyOf(before) >= state.keyOf(visit)) return -1;
    const since = (fromEnd[wait] === 1 ? state.finish[before] : state.start[before]) as number;
    earliest = Math.max(earliest, since + (least[wait] as number));
  }
  return earliest;
}

/** When a visit may begin at the latest by those it waits for. */
export function latestAfter(state: LinkedState, visit: number): number {
  const { first, from, fromEnd, most } = state.model.sequences;
  let latest = Number.POSITIVE_INFINITY;
  for (let wait = first[visit] as number; wait < (first[visit + 1] as number); wait++) {
    const before = from[wait] as number;
    if ((state.routeOf[before] as number) < 0) continue;
    const since = (fromEnd[wait] === 1 ? state.finish[before] : state.start[before]) as number;
    latest = Math.min(latest, since + (most[wait] as number));
  }
  return latest;
}

/** The greatest key of those that a visit waits for: it comes after all of them; −Infinity where there are none. */
export function keyAfter(state: LinkedState, visit: number): number {
  const { first, from } = state.model.sequences;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let wait = first[visit] as number; wait < (first[visit + 1] as number); wait++) {
    const before = from[wait] as number;
    if ((state.routeOf[before] as number) >= 0) greatest = Math.max(greatest, state.keyOf(before));
  }
  return greatest;
}

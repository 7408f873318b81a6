import { type ClockTime, knownSecondsOfDay, secondsPerDay } from "./clock.js";
import type { Transport } from "./transport.js";
import type { Visit } from "./visit.js";

/** Hours in which service may begin, in seconds since midnight, both ends included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Hours in order, overlapping or adjoining ones merged; the whole day where none are stated. */
function merge(daily: readonly { readonly from: ClockTime; readonly to: ClockTime }[] | undefined): Window[] {
  if (daily === undefined) return [{ from: 0, to: secondsPerDay }];
  const sorted = daily
    .map((window) => ({ from: knownSecondsOfDay(window.from), to: knownSecondsOfDay(window.to) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: Window[] = [];
  for (const window of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && window.from <= last.to + 1) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, window.to) };
    else merged.push(window);
  }
  return merged;
}

/**
 * The hours in which a visit may begin: in order, overlapping or adjoining ones merged; a fixed start alone where there is one.
 */
export function windowsOf(visit: Visit): Window[] {
  const start = visit.fixed?.start;
  if (start === undefined) return merge(visit.when?.daily);
  const at = knownSecondsOfDay(start);
  return [{ from: at, to: at }];
}

/** The hours in which boarding and alighting of a transport may begin, each in order and merged. */
export function transportWindows({ when }: Transport): { readonly board: Window[]; readonly alight: Window[] } {
  return { board: merge(when?.daily), alight: merge(when?.alight) };
}

/** Length of a visit in whole seconds when a caregiver of a service-time factor makes it. */
export function serviceSeconds(visit: Pick<Visit, "serviceMinutes">, serviceTimeFactor: number): number {
  return Math.round(visit.serviceMinutes * 60 * serviceTimeFactor);
}

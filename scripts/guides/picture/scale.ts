import type { Plan, Problem } from "@eldercare/scheduler";
import { clockSeconds } from "../clockSeconds.js";

/** Width of a picture and where its hours begin and end, in its units. */
export const sheet = { width: 860, margin: 14, plotFrom: 144, plotTo: 846 } as const;

/** Seconds since midnight to units of the picture. */
export interface TimeScale {
  readonly hours: readonly [from: number, to: number];
  readonly at: (seconds: number) => number;
}

/** A scale that shows the given hours. */
export function timeScale(hours: readonly [from: number, to: number]): TimeScale {
  const [from, to] = hours;
  const perHour = (sheet.plotTo - sheet.plotFrom) / (to - from);
  const clamp = (hour: number): number => Math.min(to, Math.max(from, hour));
  return { hours, at: (seconds) => sheet.plotFrom + (clamp(seconds / 3600) - from) * perHour };
}

/** The full hours within which all shifts and routes of some plans lie. */
export function hoursOf(all: readonly { readonly problem: Problem; readonly plan: Plan }[]): readonly [from: number, to: number] {
  const moments = all.flatMap(({ problem, plan }) => [
    ...problem.caregivers.flatMap(({ shifts }) =>
      shifts.flatMap(({ from, to, overtimeMinutes = 0 }) => [clockSeconds(from), clockSeconds(to) + 60 * overtimeMinutes]),
    ),
    ...plan.routes.flatMap(({ departs, returns }) => [clockSeconds(departs), clockSeconds(returns)]),
  ]);
  return [Math.floor(Math.min(...moments) / 3600), Math.ceil(Math.max(...moments) / 3600)];
}

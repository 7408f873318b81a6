import { type CivilDate, datesBetween } from "@eldercare/core";
import type { Problem } from "./problem.js";
import type { Visit } from "./visit.js";

/**
 * Whether a visit may be made on a date of the horizon. A fixed visit only on its own.
 *
 * @example
 * mayBeOn({ id: "x", place: "v", serviceMinutes: 30, when: { dates: ["2026-11-24"] } }, "2026-11-24") //=> true
 */
export function mayBeOn(visit: Visit, date: CivilDate): boolean {
  const dates = visit.when?.dates;
  if (dates === undefined) return true;
  return Array.isArray(dates) ? dates.includes(date) : dates.from <= date && date <= dates.to;
}

/** The dates of a problem's horizon, in order. */
export function horizonDates(problem: Pick<Problem, "horizon">): CivilDate[] {
  return datesBetween(problem.horizon.from, problem.horizon.to);
}

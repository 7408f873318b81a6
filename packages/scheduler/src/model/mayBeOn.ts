import { type CivilDate, datesBetween } from "@eldercare/core";
import type { Problem } from "./problem.js";
import type { When } from "./when.js";

/**
 * Whether a visit or transport may be made on a date of the horizon.
 *
 * @example
 * mayBeOn({ when: { dates: ["2026-11-24"] } }, "2026-11-24") //=> true
 */
export function mayBeOn({ when }: { readonly when?: When }, date: CivilDate): boolean {
  const { dates, notBefore, dueBy } = when ?? {};
  if (notBefore !== undefined && date < notBefore.slice(0, 10)) return false;
  if (dueBy !== undefined && date > dueBy.slice(0, 10)) return false;
  if (dates === undefined) return true;
  return Array.isArray(dates) ? dates.includes(date) : dates.from <= date && date <= dates.to;
}

/** The dates of a problem's horizon, in order. */
export function horizonDates(problem: Pick<Problem, "horizon">): CivilDate[] {
  return datesBetween(problem.horizon.from, problem.horizon.to);
}

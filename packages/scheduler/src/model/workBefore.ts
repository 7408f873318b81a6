import { addDays, type CivilDate, datesBetween, weekdayOf } from "@eldercare/core";
import type { Problem } from "./problem.js";

/** A day before the horizon; `minutes` is what was worked on it, undefined where that is not known. */
export interface DayBefore {
  readonly date: CivilDate;
  readonly minutes: number | undefined;
}

// a caregiver may be called what every object has
function ownEntry<Value>(byCaregiver: Readonly<Record<string, Value>> | undefined, caregiver: string): Value | undefined {
  return byCaregiver !== undefined && Object.hasOwn(byCaregiver, caregiver) ? byCaregiver[caregiver] : undefined;
}

/** The days before the horizon in the ISO week in which it begins, with what is known of a caregiver's work on them; none where it begins on a Monday. */
export function daysOfWeekBefore({ horizon, history }: Pick<Problem, "horizon" | "history">, caregiver: string): DayBefore[] {
  const own = ownEntry(history?.workedMinutes, caregiver);
  const weekday = weekdayOf(horizon.from);
  if (weekday === 1) return [];
  return datesBetween(addDays(horizon.from, 1 - weekday), addDays(horizon.from, -1)).map((date) => ({ date, minutes: own?.[date] }));
}

/** Minutes of overtime that a caregiver has worked in a month before the horizon; undefined where that is not known. */
export function overtimeBefore({ horizon, history }: Pick<Problem, "horizon" | "history">, caregiver: string, month: string): number | undefined {
  return `${month}-01` >= horizon.from ? 0 : ownEntry(history?.overtimeMinutes, caregiver)?.[month];
}

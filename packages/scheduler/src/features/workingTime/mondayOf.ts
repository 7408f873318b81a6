import { addDays, type CivilDate, weekdayOf } from "@eldercare/core";

/** The Monday of the ISO week of a date. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

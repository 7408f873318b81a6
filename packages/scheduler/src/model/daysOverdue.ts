import { type CivilDate, daysBetween } from "@eldercare/core";
import type { Visit } from "./visit.js";

/**
 * By how many days a visit is made later than it is wanted on a date; 0 where it is not, or where no date is named.
 *
 * @example
 * daysOverdue({ when: { wantedBy: "2026-11-23" } }, "2026-11-25") //=> 2
 */
export function daysOverdue({ when }: Pick<Visit, "when">, date: CivilDate): number {
  return when?.wantedBy === undefined ? 0 : Math.max(0, daysBetween(when.wantedBy, date));
}

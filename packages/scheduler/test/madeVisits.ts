import { addDays, type CivilDate, daysBetween } from "@eldercare/core";
import type { Period } from "../src/demand/slots.js";

/** Days cut into periods: each of the cuts is the number of days after which a new one begins. */
export function periodsOf({ from, to }: Period, cuts: readonly number[]): Period[] {
  const length = daysBetween(from, to) + 1;
  const starts = [0, ...[...new Set(cuts)].filter((cut) => cut > 0 && cut < length).sort((a, b) => a - b)];
  return starts.map((start, index) => ({ from: addDays(from, start), to: addDays(from, (starts[index + 1] ?? length) - 1) }));
}

/** Days cut into weeks. */
export const weeksOf = (period: Period): Period[] =>
  periodsOf(
    period,
    Array.from({ length: 54 }, (_, week) => 7 * week),
  );

/** One visit made, in the period that asked for it. */
export interface Made {
  readonly on: CivilDate;
  readonly period: Period;
}

/**
 * Makes the visits of one period after another, each on the day that `pick` (0 … 1) chooses among those on which it may be made.
 *
 * @param dueIn the days of each visit of a period, given the last visit made
 * @param told whether the last visit is known to the next period
 */
export function makeVisits(
  periods: readonly Period[],
  dueIn: (period: Period, last: CivilDate | undefined) => readonly (readonly CivilDate[])[],
  pick: () => number,
  { told = true, last: before }: { readonly told?: boolean; readonly last?: CivilDate } = {},
): Made[] {
  const made: Made[] = [];
  for (const period of periods) {
    const last = told ? (made.at(-1)?.on ?? before) : undefined;
    for (const dates of dueIn(period, last)) {
      const on = dates[Math.min(dates.length - 1, Math.floor(pick() * dates.length))];
      if (on === undefined || on < period.from || on > period.to) throw new Error(`a visit without a day in ${period.from} – ${period.to}`);
      made.push({ on, period });
    }
  }
  return made;
}

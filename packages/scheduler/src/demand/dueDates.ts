import { addDays, addMonths, type CivilDate, datesBetween, daysBetween, weekdayOf } from "@eldercare/core";
import { hashText } from "./hashText.js";

/** How often a service is due. */
export interface Frequency {
  readonly times: number;
  readonly per: "week" | "month" | "year";
}

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Visits that a frequency makes in 400 years of 146,097 days, for comparing frequencies exactly. */
const perCycle = { week: 20_871, month: 4_800, year: 400 } as const;

/** How often something is due, as a whole number that orders frequencies. */
export function visitsInCycle({ times, per }: Frequency): number {
  return times * perCycle[per];
}

/** The days allowed of some, in order. */
const allowedAmong = (dates: readonly CivilDate[], weekdays: readonly number[]): CivilDate[] =>
  dates.filter((date) => weekdays.includes(weekdayOf(date)));

/** Splits days into so many consecutive slices, as even as can be; where there are fewer days than slices, days are shared. */
function slicesOf(days: readonly CivilDate[], count: number): CivilDate[][] {
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor((index * days.length) / count);
    const last = Math.floor(((index + 1) * days.length) / count);
    return days.slice(first, Math.max(last, first + 1));
  });
}

/** For each visit due every week of a period, the days on which it may be made; a week cut off by the period is due in proportion. */
function dueEveryWeek(times: number, period: Period, weekdays: readonly number[]): CivilDate[][] {
  const days = datesBetween(period.from, period.to);
  const mondays = [...new Set(days.map((date) => addDays(date, 1 - weekdayOf(date))))];
  return mondays.flatMap((monday) => {
    const week = slicesOf(allowedAmong(datesBetween(monday, addDays(monday, 6)), weekdays), times);
    // a slice belongs to the period in which it ends, so that no visit is made twice or lost where two periods share a week
    return week
      .filter((slice) => slice.some((date) => date >= period.from && date <= period.to) && (slice.at(-1) ?? "") <= period.to)
      .map((slice) => slice.filter((date) => date >= period.from));
  });
}

/** The day that something due on a day falls on: the next allowed one, or where the span ends before it, the last allowed one. */
function allowedFor(due: CivilDate, last: CivilDate, weekdays: readonly number[]): CivilDate | undefined {
  if (weekdays.includes(weekdayOf(due))) return due;
  const weekOn = addDays(due, 6);
  const later = allowedAmong(datesBetween(due, weekOn < last ? weekOn : last), weekdays)[0];
  // never into the next month or year: each would then not have as many as are due
  return later ?? allowedAmong(datesBetween(addDays(due, -6), due), weekdays).at(-1);
}

/** For each visit of a month or year whose day falls into a period, the allowed days of the period. */
function dueByDay(frequency: Frequency, period: Period, weekdays: readonly number[], stagger: number): CivilDate[][] {
  const months = frequency.per === "month" ? 1 : 12;
  let from = frequency.per === "month" ? `${period.from.slice(0, 7)}-01` : `${period.from.slice(0, 4)}-01-01`;
  const allowed = allowedAmong(datesBetween(period.from, period.to), weekdays);
  const visits: CivilDate[][] = [];
  while (from <= period.to) {
    const next = addMonths(from, months);
    const length = daysBetween(from, next);
    for (let nth = 0; nth < frequency.times; nth++) {
      const due = allowedFor(addDays(from, Math.floor((length * (nth + stagger)) / frequency.times)), addDays(next, -1), weekdays);
      if (due !== undefined && due >= period.from && due <= period.to) visits.push(allowed);
    }
    from = next;
  }
  return visits;
}

/**
 * The visits that a frequency makes due within a period, each as the days on which it may be made.
 *
 * Weekly ones: the allowed weekdays of each week, split into as many consecutive slices. Monthly and yearly ones: due days
 * spread evenly over the month or year, shifted by a stagger that depends on `key` alone, so that the load of many people is
 * even; a due day on a weekday that is not allowed moves to the next one that is, within its month or year. Whoever's due day
 * falls into the period gets the visit on any allowed day of it, so that periods cut from a year make the year's visits.
 *
 * @param weekdays allowed days, 1 = Monday … 7 = Sunday
 * @example
 * dueDates({ times: 2, per: "week" }, { from: "2026-11-23", to: "2026-11-29" }, [1, 2, 3, 4, 5], "p-17/bathing")
 * //=> [["2026-11-23", "2026-11-24"], ["2026-11-25", "2026-11-26", "2026-11-27"]]
 */
export function dueDates(frequency: Frequency, period: Period, weekdays: readonly number[], key: string): CivilDate[][] {
  const dates =
    frequency.per === "week" ? dueEveryWeek(frequency.times, period, weekdays) : dueByDay(frequency, period, weekdays, hashText(key) / 0x1_0000_0000);
  return dates.filter((days) => days.length > 0);
}

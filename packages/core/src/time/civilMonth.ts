import { addMonths, type CivilDate, deadlineDay, isCivilDate } from "./civilDate.js";

/** A month of the calendar, `YYYY-MM`. */
export type CivilMonth = string;

/**
 * Whether a text is a month of the calendar.
 *
 * @example
 * isCivilMonth("2024-02") //=> true
 * isCivilMonth("2024-13") //=> false
 */
export function isCivilMonth(text: unknown): text is CivilMonth {
  return typeof text === "string" && text.length === 7 && isCivilDate(`${text}-01`);
}

/**
 * The month in which a day lies.
 *
 * @example
 * monthOf("2026-11-21") //=> "2026-11"
 */
export function monthOf(date: CivilDate): CivilMonth {
  return date.slice(0, 7);
}

/**
 * The first day of a month.
 *
 * @throws RangeError where the text is no month
 * @example
 * firstDayOfMonth("2024-02") //=> "2024-02-01"
 */
export function firstDayOfMonth(month: CivilMonth): CivilDate {
  if (!isCivilMonth(month)) throw new RangeError(`not a month: ${month}`);
  return `${month}-01`;
}

/**
 * The last day of a month.
 *
 * @throws RangeError where the text is no month
 * @example
 * lastDayOfMonth("2024-02") //=> "2024-02-29"
 */
export function lastDayOfMonth(month: CivilMonth): CivilDate {
  if (!isCivilMonth(month)) throw new RangeError(`not a month: ${month}`);
  return deadlineDay(month);
}

/**
 * How many days a month has.
 *
 * @throws RangeError where the text is no month
 * @example
 * daysOfMonth("2024-02") //=> 29
 */
export function daysOfMonth(month: CivilMonth): number {
  return Number(lastDayOfMonth(month).slice(8));
}

/**
 * The month so many months later (earlier where negative).
 *
 * @throws RangeError where the text is no month
 * @example
 * monthAfter("2026-11", 3) //=> "2027-02"
 */
export function monthAfter(month: CivilMonth, months = 1): CivilMonth {
  return monthOf(addMonths(firstDayOfMonth(month), months));
}

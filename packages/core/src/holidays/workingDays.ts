import { QuestionCheck } from "../counting/questionCheck.js";
import { addDays, type CivilDate } from "../time/civilDate.js";
import type { CivilPeriod } from "../time/civilPeriod.js";
import { isWorkingDay } from "./dayKind.js";

/** A number of working days, or the first day that keeps it from being known. */
export type WorkingDays = { readonly days: number } | { readonly days?: undefined; readonly unknownOn: CivilDate };

/** A day reached by counting working days, or the first day that keeps it from being known. */
export type WorkingDate = { readonly date: CivilDate } | { readonly date?: undefined; readonly unknownOn: CivilDate };

/**
 * The working days of a period, its first and its last day included.
 *
 * @returns days, or the first day of which it is not known whether it is one
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * workingDaysBetween({ from: "2026-02-13", to: "2026-02-24" }) //=> { days: 3 }
 * workingDaysBetween({ from: "2099-06-01", to: "2099-06-05" }) //=> { unknownOn: "2099-06-01" }
 */
export function workingDaysBetween(period: CivilPeriod): WorkingDays {
  const check = new QuestionCheck();
  check.period("/period", period);
  check.done();
  let days = 0;
  for (let date = period.from; date <= period.to; date = addDays(date, 1)) {
    const working = isWorkingDay(date);
    if (working === undefined) return { unknownOn: date };
    if (working) days += 1;
  }
  return { days };
}

/**
 * The day so many working days after a date (before it where negative), which itself does not count: 自…之日起 n 个工作日内.
 *
 * @param days whole number; 0 gives the date itself, whatever kind of day it is
 * @returns the day, or the first day on the way of which it is not known whether it is one
 * @throws EldercareError NOT_A_DATE, NOT_A_NUMBER, NOT_A_WHOLE_NUMBER
 * Source: 民法典 art. 201 (开始的当日不计入，自下一日开始计算).
 * @example
 * addWorkingDays("2026-02-13", 2) //=> { date: "2026-02-24" }
 * addWorkingDays("2026-12-23", 5) //=> { unknownOn: "2026-12-25" }
 */
export function addWorkingDays(from: CivilDate, days: number): WorkingDate {
  const check = new QuestionCheck();
  check.date("/from", from);
  check.whole("/days", days, {});
  check.done();
  const step = Math.sign(days);
  let date = from;
  for (let left = Math.abs(days); left > 0; ) {
    date = addDays(date, step);
    const working = isWorkingDay(date);
    if (working === undefined) return { unknownOn: date };
    if (working) left -= 1;
  }
  return { date };
}

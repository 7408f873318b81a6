import { utc } from "@date-fns/utc";
import { addDays as addDaysIn, addMonths as addMonthsIn, differenceInCalendarDays, lastDayOfMonth } from "date-fns";

/** A civil date `YYYY-MM-DD`: a day in the calendar, no time, no time zone. */
export type CivilDate = string;

const shape = /^\d{4}-\d{2}-\d{2}$/;

const toUtc = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`);
const fromUtc = (date: Date): CivilDate => {
  const text = date.toISOString();
  // beyond those years the text begins with a sign and two more digits
  if (text.length > 24) throw new RangeError(`beyond the years 0000 to 9999: ${text}`);
  return text.slice(0, 10);
};

/**
 * Whether a text is a civil date that exists.
 *
 * @example
 * isCivilDate("2024-02-29") //=> true
 * isCivilDate("2023-02-29") //=> false
 */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== "string" || !shape.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
// plain arithmetic: every date of every row of a register passes here
const monthLength = (year: number, month: number): number => (month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/**
 * On what day somebody born on 29 February turns a year older in a common year: the last day of February (民法典 art. 202), or
 * 1 March.
 */
export type LeapDayBirthday = "lastOfFebruary" | "firstOfMarch";

/**
 * Whole years lived on a date: a birthday counts from its own day, so that `ageOn(…) >= 80` is 八十周岁以上.
 *
 * @param birthDate civil date of birth
 * @param on civil date asked about
 * @param leapDay when those born on 29 February turn a year older in common years; the last day of February unless said
 * @returns years, negative before birth
 * @throws RangeError where one of the two has no year or not ten characters; that the day exists is for its parser to check
 * Source: 民法典 art. 1259 (以上 includes the number itself), art. 202 (no corresponding day: the last day of the month).
 * @example
 * ageOn("1940-06-01", "2020-06-01") //=> 80
 * ageOn("1940-06-01", "2020-05-31") //=> 79
 * ageOn("1964-02-29", "2025-02-28") //=> 61
 * ageOn("1964-02-29", "2025-02-28", "firstOfMarch") //=> 60
 */
export function ageOn(birthDate: CivilDate, on: CivilDate, leapDay: LeapDayBirthday = "lastOfFebruary"): number {
  // texts compare as dates do; with date-fns, the oracle of the tests, 5,000 people under 44 rules took 4.1 s instead of 1.1 s
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const bornOn = birthDate.slice(5);
  // in a common year no day lies between 28 February and 1 March: 29 February then already stands for 1 March
  const birthday = bornOn === "02-29" && leapDay === "lastOfFebruary" && !isCivilDate(`${on.slice(0, 4)}-02-29`) ? "02-28" : bornOn;
  if (Number.isNaN(years) || on.length !== 10 || birthDate.length !== 10) throw new RangeError(`not two civil dates: ${birthDate}, ${on}`);
  return on.slice(5) < birthday ? years - 1 : years;
}

/**
 * The day so many days later (earlier where negative).
 *
 * @throws RangeError where the date is none, or the day lies beyond the years 0000 to 9999
 * @example
 * addDays("2026-02-27", 2) //=> "2026-03-01"
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtc(addDaysIn(toUtc(date), days, { in: utc }));
}

/**
 * The same day so many months later, or the last of that month where the day does not exist.
 *
 * @throws RangeError where the date is none, or the day lies beyond the years 0000 to 9999
 * Source: 民法典 art. 202 (没有对应日的，月末日为期间的最后一日).
 * @example
 * addMonths("2026-01-31", 1) //=> "2026-02-28"
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return fromUtc(addMonthsIn(toUtc(date), months, { in: utc }));
}

/**
 * Days from one date to another.
 *
 * @example
 * daysBetween("2026-02-27", "2026-03-01") //=> 2
 */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return differenceInCalendarDays(toUtc(to), toUtc(from), { in: utc });
}

/**
 * Day of the week, 1 = Monday … 7 = Sunday (ISO 8601).
 *
 * @example
 * weekdayOf("2026-11-23") //=> 1
 */
export function weekdayOf(date: CivilDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((toUtc(date).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/**
 * The last day of a deadline given as a year, a month or a day.
 *
 * @throws RangeError where the text is none of the three
 * @example
 * deadlineDay("2022") //=> "2022-12-31"
 * deadlineDay("2024-02") //=> "2024-02-29"
 */
export function deadlineDay(deadline: string): CivilDate {
  if (/^\d{4}$/.test(deadline)) return `${deadline}-12-31`;
  if (/^\d{4}-\d{2}$/.test(deadline) && isCivilDate(`${deadline}-01`)) return fromUtc(lastDayOfMonth(toUtc(`${deadline}-01`), { in: utc }));
  if (isCivilDate(deadline)) return deadline;
  throw new RangeError(`not a year, month or day: ${deadline}`);
}

/**
 * Every day from one date to another, both included.
 *
 * @example
 * datesBetween("2026-11-23", "2026-11-25") //=> ["2026-11-23", "2026-11-24", "2026-11-25"]
 */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

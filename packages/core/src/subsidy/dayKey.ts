import type { CivilDate } from "../time/civilDate.js";
import type { CivilMonth } from "../time/civilMonth.js";

/** A day as one number that sorts as dates do: 32 × month key + day of the month. A year's budget compares millions of them. */
export type DayKey = number;
/** A month as one number: 12 × year + month, January being 0. */
export type MonthKey = number;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
};

/** The key of a civil date that exists. */
export const toDayKey = (date: CivilDate): DayKey => dayKeyOf(digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1, digits(date, 8, 10));

/** The key of a day of a month. */
export const dayKeyOf = (month: MonthKey, day: number): DayKey => month * 32 + day;

export const monthOfKey = (key: DayKey): MonthKey => key >> 5;
export const dayOfKey = (key: DayKey): number => key & 31;

/** Days of a month. */
export function lengthOfMonth(month: MonthKey): number {
  const year = Math.floor(month / 12);
  const index = month % 12;
  if (index === 1) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return index === 3 || index === 5 || index === 8 || index === 10 ? 30 : 31;
}

/** The key of the day after. */
export const dayAfterKey = (key: DayKey): DayKey => (dayOfKey(key) < lengthOfMonth(monthOfKey(key)) ? key + 1 : dayKeyOf(monthOfKey(key) + 1, 1));

/** The month as it is written. */
export const printMonthKey = (month: MonthKey): CivilMonth =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The day as it is written. */
export const printDayKey = (key: DayKey): CivilDate => `${printMonthKey(monthOfKey(key))}-${String(dayOfKey(key)).padStart(2, "0")}`;

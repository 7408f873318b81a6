import type { CivilDate } from "@eldercare/core";

// eras of 400 years repeat; years begin in March, so that a leap day ends its year
const daysOfEra = 146_097;
const daysToEpoch = 719_468;

/**
 * Days from 1970-01-01 to a civil date, negative before it.
 *
 * @param date civil date that exists
 * @returns days
 */
export function dayNumberOf(date: CivilDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOfEra + dayOfEra - daysToEpoch;
}

/**
 * The civil date so many days after 1970-01-01.
 *
 * @param dayNumber whole days, such that the year has four digits
 */
export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + daysToEpoch;
  const era = Math.floor(shifted / daysOfEra);
  const dayOfEra = shifted - era * daysOfEra;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const digits = (value: number, count: number): string => String(value).padStart(count, "0");
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The first and the last day that a civil date can name. */
export const firstDayNumber = dayNumberOf("0001-01-01");
export const lastDayNumber = dayNumberOf("9999-12-31");

import { type CivilDate, isCivilDate } from "./civilDate.js";
import { daysOfMonth, monthOf } from "./civilMonth.js";

const monthsFrom = (from: CivilDate, to: CivilDate): number => {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  // where a month lacks the day, its last day stands for it
  const due = Math.min(Number(from.slice(8)), daysOfMonth(monthOf(to)));
  return Number(to.slice(8)) < due ? months - 1 : months;
};

/**
 * Whole months from one date to another: a month is full on the day of the same number, or on the last day of a month that has
 * no such day.
 *
 * @returns whole months; where `to` is the earlier date, the months from it to `from`, negative
 * @throws RangeError where one of the two is no civil date
 * Source: 民法典 art. 202 (按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日).
 * @example
 * monthsBetween("2026-01-15", "2026-03-14") //=> 1
 * monthsBetween("2026-01-31", "2026-02-28") //=> 1
 */
export function monthsBetween(from: CivilDate, to: CivilDate): number {
  if (!isCivilDate(from) || !isCivilDate(to)) throw new RangeError(`not two civil dates: ${from}, ${to}`);
  if (to >= from) return monthsFrom(from, to);
  const months = monthsFrom(to, from);
  return months === 0 ? 0 : -months;
}

/**
 * Whole years from one date to another, by the rule of `monthsBetween`.
 *
 * @returns whole years; where `to` is the earlier date, the years from it to `from`, negative
 * @throws RangeError where one of the two is no civil date
 * Source: 民法典 art. 202.
 * @example
 * yearsBetween("2024-02-29", "2025-02-28") //=> 1
 * yearsBetween("2024-03-01", "2025-02-28") //=> 0
 */
export function yearsBetween(from: CivilDate, to: CivilDate): number {
  const years = Math.trunc(monthsBetween(from, to) / 12);
  return years === 0 ? 0 : years;
}

import { addDays, addMonths, type CivilDate, daysBetween } from "@eldercare/core";
import type { Value } from "./value.js";

/** Operators that count the time from one date to another. */
export type SpanOperator = "daysBetween" | "monthsBetween" | "yearsBetween";
/** Operators that give the date so much time later. */
export type ShiftOperator = "addDays" | "addMonths" | "addYears";

const mostRemembered = 4096;

/** The same, remembered: a search for what would settle a condition asks the same of the calendar thousands of times. */
function remembered<Answer>(count: (op: string, date: CivilDate, other: CivilDate | number) => Answer) {
  const known = new Map<string, Answer>();
  return (op: string, date: CivilDate, other: CivilDate | number): Answer => {
    const key = `${op} ${date} ${other}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const made = count(op, date, other);
    known.set(key, made);
    return made;
  };
}

const monthOf = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Whole months from one date to a later one; a month that has no such day is full on its last. */
function monthsUntil(from: CivilDate, to: CivilDate): number {
  const months = monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Whole days, months or years from one date to another; negative, and counted the other way, where the second is the earlier one. */
export const spanOf: (op: SpanOperator, from: CivilDate, to: CivilDate) => number = remembered((op, from, other) => {
  const to = String(other);
  if (op === "daysBetween") return daysBetween(from, to);
  const months = to < from ? -monthsUntil(to, from) : monthsUntil(from, to);
  const span = op === "monthsBetween" ? months : Math.trunc(months / 12);
  // minus zero is zero
  return span === 0 ? 0 : span;
});

// beyond these days a civil date cannot be written
const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"];

/** The date so much later, or earlier where the amount is negative; none (`null`) where no such date can be written. */
export const shiftedBy: (op: ShiftOperator, date: CivilDate, amount: number) => CivilDate | null = remembered((op, date, other) => {
  const amount = Number(other);
  if (op === "addDays") return amount < daysBetween(date, firstDay) || amount > daysBetween(date, lastDay) ? null : addDays(date, amount);
  const months = op === "addMonths" ? amount : amount * 12;
  return months < monthOf(firstDay) - monthOf(date) || months > monthOf(lastDay) - monthOf(date) ? null : addMonths(date, months);
});

/** A day and days so far from it, as far as they can be written. */
export const daysAround = (date: CivilDate, offsets: readonly number[]): CivilDate[] =>
  offsets.flatMap((offset) => shiftedBy("addDays", date, offset) ?? []);

/** Whether a value met during evaluation is a date that can be counted with. */
export const isDay = (value: Value): value is CivilDate => typeof value === "string";

import type { Rounding } from "../money/rounding.js";
import type { CompiledBenefit } from "./compileBenefit.js";
import { type DayKey, dayKeyOf, dayOfKey, lengthOfMonth, type MonthKey, monthOfKey } from "./dayKey.js";
import type { Segment } from "./timeline.js";

/** The parts that a month is divided into by the convention of a benefit. */
export function partsOfMonth({ benefit }: CompiledBenefit, month: MonthKey): number {
  switch (benefit.per === "month" ? benefit.proration?.method : undefined) {
    case "calendarDay":
      return lengthOfMonth(month);
    case "thirty360":
      return 30;
    case "halfMonth":
      return 2;
    default:
      return 1;
  }
}

/** How many parts of a month the days from `first` up to, not including, `after` make; a unit belongs to its first day. */
export function partsIn({ benefit, splitDay }: CompiledBenefit, month: MonthKey, first: number, after: number): number {
  if (benefit.per === "once") return 1;
  switch (benefit.per === "month" ? benefit.proration?.method : undefined) {
    case "thirty360":
      return thirtieths(month, after) - thirtieths(month, first);
    case "halfMonth":
      return (first <= 1 ? 1 : 0) + (first <= splitDay + 1 && after > splitDay + 1 ? 1 : 0);
    case "fullMonth":
      return first <= 1 ? 1 : 0;
    default:
      return after - first;
  }
}

/** Thirtieths of a month before a day: a 31st adds none, and the day after the last of any month has all before it. */
const thirtieths = (month: MonthKey, day: number): number => (day > lengthOfMonth(month) ? 30 : day - 1);

/** Days of one month from `first` up to, not including, `after`. */
export interface DaysWithin {
  readonly first: number;
  readonly after: number;
}

/** The days of a segment that lie in a month; undefined where none does. */
export function daysOfSegment({ from, until }: Segment, month: MonthKey): DaysWithin | undefined {
  const first: DayKey = Math.max(from, dayKeyOf(month, 1));
  const end = dayKeyOf(month + 1, 1);
  if (until <= first || from >= end) return undefined;
  return { first: dayOfKey(first), after: until >= end ? lengthOfMonth(month) + 1 : dayOfKey(until) };
}

/** What is due in each month of a window: exact sums as numerators over `parts`, and whole fen after rounding. */
export interface MonthSums {
  readonly parts: Float64Array;
  readonly leastExact: Float64Array;
  readonly mostExact: Float64Array;
  readonly leastFen: Float64Array;
  readonly mostFen: Float64Array;
  /** 2 where the benefit is due for some part of the month, 1 where it may be, else 0. */
  readonly granted: Uint8Array;
}

/** Sums for so many months, to be filled again for each holder. */
export function emptySums(months: number): MonthSums {
  const row = (): Float64Array => new Float64Array(months);
  return { parts: row(), leastExact: row(), mostExact: row(), leastFen: row(), mostFen: row(), granted: new Uint8Array(months) };
}

/**
 * A quotient of whole numbers from 0, rounded. Plain numbers: with big integers a year's budget took several times as long.
 */
export function roundQuotient(numerator: number, denominator: number, rounding: Rounding): number {
  const remainder = numerator % denominator;
  const floor = (numerator - remainder) / denominator;
  if (remainder === 0 || rounding === "down") return floor;
  if (rounding === "up") return floor + 1;
  const twice = 2 * remainder;
  if (twice !== denominator) return twice > denominator ? floor + 1 : floor;
  return rounding === "halfUp" || floor % 2 === 1 ? floor + 1 : floor;
}

/** A multiple of 28, 29, 30 and 31: months of every length share it as a denominator. */
const commonParts = 377_580;

/** Money that adds up exactly over months of different lengths. */
interface Purse {
  fen: number;
  parts: number;
}

function putInto(purse: Purse, exact: number, parts: number): void {
  const remainder = exact % parts;
  const total = purse.parts + remainder * (commonParts / parts);
  const carried = Math.floor(total / commonParts);
  purse.fen += (exact - remainder) / parts + carried;
  purse.parts = total - carried * commonParts;
}

const roundPurse = ({ fen, parts }: Purse, rounding: Rounding): number => {
  // parity of the whole fen decides a half to even
  const rounded = roundQuotient(parts + (fen % 2) * commonParts, commonParts, rounding);
  return fen - (fen % 2) + rounded;
};

function partsOfSegment(compiled: CompiledBenefit, segment: Segment, month: MonthKey): number {
  const days = daysOfSegment(segment, month);
  return days === undefined ? 0 : partsIn(compiled, month, days.first, days.after);
}

/** Fills the sums of a holder's segments. Sums are exact up to 2^53 fen × 31. */
export function sumMonths(compiled: CompiledBenefit, segments: readonly Segment[], firstMonth: MonthKey, sums: MonthSums): void {
  const months = sums.parts.length;
  sums.leastExact.fill(0);
  sums.mostExact.fill(0);
  sums.granted.fill(0);
  for (let index = 0; index < months; index++) sums.parts[index] = partsOfMonth(compiled, firstMonth + index);
  for (const segment of segments) {
    const last = Math.min(firstMonth + months - 1, monthOfKey(segment.until));
    for (let month = Math.max(firstMonth, monthOfKey(segment.from)); month <= last; month++) {
      const index = month - firstMonth;
      const whole = compiled.benefit.per === "month" && segment.from <= dayKeyOf(month, 1) && segment.until >= dayKeyOf(month + 1, 1);
      const parts = whole ? (sums.parts[index] ?? 0) : partsOfSegment(compiled, segment, month);
      if (parts === 0) continue;
      if (segment.missing.length === 0) sums.granted[index] = 2;
      else if (sums.granted[index] === 0) sums.granted[index] = 1;
      sums.leastExact[index] = (sums.leastExact[index] ?? 0) + parts * segment.leastFen;
      sums.mostExact[index] = (sums.mostExact[index] ?? 0) + parts * segment.mostFen;
    }
  }
  roundMonths(compiled, sums);
}

function roundMonths({ benefit }: CompiledBenefit, { parts, leastExact, mostExact, leastFen, mostFen }: MonthSums): void {
  const { rounding = "down", roundedPer = "month" } = benefit.proration ?? {};
  if (roundedPer === "month") {
    for (let index = 0; index < parts.length; index++) {
      leastFen[index] = roundQuotient(leastExact[index] ?? 0, parts[index] ?? 1, rounding);
      mostFen[index] = roundQuotient(mostExact[index] ?? 0, parts[index] ?? 1, rounding);
    }
    return;
  }
  // rounded over the period: each month pays what the rounded sum up to it adds, so that no fen is lost or paid twice
  const purse: Purse = { fen: 0, parts: 0 };
  let paid = 0;
  let open = false;
  for (let index = 0; index < parts.length; index++) {
    const [least = 0, most = 0, part = 1] = [leastExact[index], mostExact[index], parts[index]];
    open ||= least !== most;
    if (open) {
      // what earlier months came to is not known: whatever it is, this month adds its exact sum to within a fen; rounded to
      // even, also a whole sum may differ by one, as half a fen goes down beside an even and up beside an odd number
      leastFen[index] = rounding === "halfEven" ? Math.max(0, roundQuotient(least, part, "up") - 1) : roundQuotient(least, part, "down");
      mostFen[index] = rounding === "halfEven" ? roundQuotient(most, part, "down") + 1 : roundQuotient(most, part, "up");
      continue;
    }
    putInto(purse, least, part);
    const rounded = roundPurse(purse, rounding);
    leastFen[index] = mostFen[index] = rounded - paid;
    paid = rounded;
  }
}

/** What the months come to together, rounded where the benefit says. */
export function totalOf(
  { benefit }: CompiledBenefit,
  { parts, leastExact, mostExact, leastFen, mostFen }: MonthSums,
): { least: number; most: number } {
  const { rounding = "down", roundedPer = "month" } = benefit.proration ?? {};
  const sum = (row: Float64Array): number => row.reduce((total, fen) => total + fen, 0);
  if (roundedPer === "month") return { least: sum(leastFen), most: sum(mostFen) };
  const rounded = (row: Float64Array): number => {
    const purse: Purse = { fen: 0, parts: 0 };
    row.forEach((exact, index) => {
      putInto(purse, exact, parts[index] ?? 1);
    });
    return roundPurse(purse, rounding);
  };
  return { least: rounded(leastExact), most: rounded(mostExact) };
}

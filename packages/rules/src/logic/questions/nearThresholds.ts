import type { CivilDate, Rational } from "@eldercare/core";
import { daysAround, type ShiftOperator, shiftedBy } from "../calendar.js";
import { calculate, compareValues, simplify, toRational, type Value } from "../value.js";

/** Dates of birth of people who are so many years old on a date, a year younger and a year older. */
function birthDatesAround(on: CivilDate, years: number): CivilDate[] {
  const [birthday, yearBefore] = [shiftedBy("addYears", on, -years), shiftedBy("addYears", on, -years - 1)];
  // two days, as whoever was born on 29 February may have the same age as who was born the day before
  return [...(birthday === null ? [] : daysAround(birthday, [0, 1, 2])), ...(yearBefore === null ? [] : [yearBefore])];
}

const mostBirthDates = 4096;
const birthDates = new Map<string, readonly CivilDate[]>();

/** The same, remembered: one threshold is asked about for thousands of people on one date. */
export function birthDatesNear(on: CivilDate, years: number): readonly CivilDate[] {
  const key = `${on} ${years}`;
  const known = birthDates.get(key);
  if (known !== undefined) return known;
  if (birthDates.size >= mostBirthDates) birthDates.clear();
  const made = birthDatesAround(on, years);
  birthDates.set(key, made);
  return made;
}

/** A threshold and what lies on both sides of it. */
export function numbersNear(threshold: Rational, integer: boolean): Value[] {
  const below = threshold.numerator < 0n && threshold.numerator % threshold.denominator !== 0n ? 1n : 0n;
  const floor = threshold.numerator / threshold.denominator - below;
  const whole = [floor - 1n, floor, floor + 1n].map(Number);
  return integer ? whole : [...whole, simplify(threshold)];
}

/** Numbers with one between each two neighbours: thresholds may lie closer together than whole numbers. */
export function withMiddles(values: readonly Value[]): Value[] {
  const sorted = values.filter((value) => toRational(value) !== undefined).sort(compareValues);
  return [...values, ...sorted.slice(1).map((value, index) => calculate("/", calculate("+", value, sorted[index]), 2))];
}

/** The days around the one that lies so far from a date, and around those a step before and after it. */
export function daysNear(op: ShiftOperator, date: CivilDate, amount: number): CivilDate[] {
  return [-1, 0, 1].flatMap((step) => {
    const day = shiftedBy(op, date, amount + step);
    // months without the day end early: as many as three days before lead to the same one
    return day === null ? [] : daysAround(day, [-3, -2, -1, 0, 1, 2, 3]);
  });
}

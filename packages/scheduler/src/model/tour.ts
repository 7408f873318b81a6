import { addDays, type CivilDate } from "@eldercare/core";
import * as v from "valibot";
import type { Caregiver, Shift } from "./caregiver.js";
import { civilDate, derivedId, id, positive, titled } from "./field.js";
import type { Problem } from "./problem.js";

const some = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.minLength(1, "EMPTY_LIST"));

/** Shape of a tour. */
export const tourSchema = v.strictObject({
  id,
  vehicle: titled(id, "车辆", "vehicle"),
  crew: titled(some(id), "队员", "crew"),
  dates: titled(some(civilDate), "日期", "dates"),
  profile: v.exactOptional(titled(id, "出行方式", "travel profile")),
  lodgings: v.exactOptional(titled(some(derivedId), "可过夜地点", "places to spend a night at")),
  restMinutes: v.exactOptional(titled(positive(24 * 60), "夜间休息最短时长（分钟）", "shortest rest of a night (minutes)")),
});

/**
 * Caregivers who share a vehicle as one team, for a day or for several days in a row. On its dates their shifts are the team's
 * hours, places and breaks and make no routes of their own; the first of the crew leads, and routes bear her name. A tour of
 * several dates leaves `start` of the first one's shift and comes back to `end` of the last one's; each night between is spent
 * at one of the `lodgings`, for `restMinutes` at least, and the next day begins there. The team travels by `profile`, or by
 * that of its leader. Limits on work, overtime and days of rest, areas served and training bind everybody in the crew.
 */
export interface Tour extends v.InferOutput<typeof tourSchema> {}

/** One date of a tour. */
export interface TourDay {
  readonly tour: Tour;
  /** Which of its dates, from 0. */
  readonly index: number;
  readonly date: CivilDate;
  readonly isLast: boolean;
}

/** The dates of a tour in order. */
export const datesOf = (tour: Tour): CivilDate[] => [...new Set(tour.dates)].sort();

/** The days of a tour in order. */
export function daysOf(tour: Tour): TourDay[] {
  const dates = datesOf(tour);
  return dates.map((date, index) => ({ tour, index, date, isLast: index + 1 === dates.length }));
}

const keyOf = (caregiver: string, date: CivilDate): string => JSON.stringify([caregiver, date]);

/** Finds the day of a tour on which a caregiver is; undefined where she is on none. */
export function tourDays({ tours = [] }: Pick<Problem, "tours">): (caregiver: string, date: CivilDate) => TourDay | undefined {
  const days = new Map<string, TourDay>();
  for (const tour of tours) for (const day of daysOf(tour)) for (const member of tour.crew) days.set(keyOf(member, day.date), day);
  return (caregiver, date) => days.get(keyOf(caregiver, date));
}

/** The crew of a tour in the order in which it is listed, the leader first. */
export function crewOf({ caregivers }: Pick<Problem, "caregivers">, tour: Tour): Caregiver[] {
  return tour.crew.flatMap((member) => caregivers.find(({ id }) => id === member) ?? []);
}

/** The shift of a caregiver on a date. */
export function shiftOf(caregiver: Caregiver | undefined, date: CivilDate): Shift | undefined {
  return caregiver?.shifts.find((shift) => shift.date === date);
}

/** Whether dates follow one another without a gap. */
export function areConsecutive(dates: readonly CivilDate[]): boolean {
  return dates.every((date, index) => index === 0 || date === addDays(dates[index - 1] ?? date, 1));
}

import type { Compiled } from "../../model/compiled.js";
import { daysOfWeekBefore } from "../../model/workBefore.js";
import { mondayOf } from "../workingTime/mondayOf.js";

/** On how many days of an ISO week each caregiver may work; weeks of caregivers are numbered. */
export interface WorkDays {
  /** Numbers of the weeks of everybody on each route. */
  readonly weeksOf: readonly (readonly number[])[];
  readonly routesOf: readonly (readonly number[])[];
  readonly most: Float64Array;
}

/** Reads the rest days off a compiled problem; undefined where there are rest days enough whatever is planned. */
export function workDaysOf(compiled: Compiled): WorkDays | undefined {
  const { problem, days } = compiled;
  const weeks = new Map<string, number>();
  const routesOf: number[][] = [];
  const most: number[] = [];
  const firstWeek = mondayOf(problem.horizon.from);
  const weeksOf = days.map(({ crew, date }, route) =>
    crew.map(({ id, restDaysPerWeek }) => {
      const monday = mondayOf(date);
      const key = JSON.stringify([id, monday]);
      const week = weeks.get(key) ?? weeks.size;
      weeks.set(key, week);
      routesOf[week] = [...(routesOf[week] ?? []), route];
      const before = monday === firstWeek ? daysOfWeekBefore(problem, id).filter(({ minutes }) => minutes !== 0).length : 0;
      most[week] = restDaysPerWeek === undefined ? Number.POSITIVE_INFINITY : Math.max(0, 7 - restDaysPerWeek - before);
      return week;
    }),
  );
  return routesOf.some((routes, week) => routes.length > (most[week] as number)) ? { weeksOf, routesOf, most: Float64Array.from(most) } : undefined;
}

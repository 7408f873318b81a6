import type { Caregiver } from "../../model/caregiver.js";
import type { Compiled } from "../../model/compiled.js";
import { daysOfWeekBefore } from "../../model/workBefore.js";
import { mondayOf } from "../workingTime/mondayOf.js";

/** On how many days of an ISO week each caregiver may work; weeks of caregivers are numbered. */
export interface WorkDays {
  /** Number of each route's week. */
  readonly weekOf: Int32Array;
  readonly routesOf: readonly (readonly number[])[];
  readonly most: Float64Array;
}

/** Reads the rest days off a compiled problem; undefined where there are rest days enough whatever is planned. */
export function workDaysOf(compiled: Compiled): WorkDays | undefined {
  const { problem, routeCount, routeCaregiver, routeDate } = compiled;
  const weeks = new Map<string, number>();
  const weekOf = new Int32Array(routeCount);
  const routesOf: number[][] = [];
  const most: number[] = [];
  const firstWeek = mondayOf(problem.horizon.from);
  for (let route = 0; route < routeCount; route++) {
    const row = routeCaregiver[route] as number;
    const { id, restDaysPerWeek } = problem.caregivers[row] as Caregiver;
    const monday = mondayOf(routeDate[route] as string);
    const key = `${row} ${monday}`;
    const week = weeks.get(key) ?? weeks.size;
    weeks.set(key, week);
    weekOf[route] = week;
    routesOf[week] = [...(routesOf[week] ?? []), route];
    const before = monday === firstWeek ? daysOfWeekBefore(problem, id).filter(({ minutes }) => minutes !== 0).length : 0;
    most[week] = restDaysPerWeek === undefined ? Number.POSITIVE_INFINITY : Math.max(0, 7 - restDaysPerWeek - before);
  }
  return routesOf.some((routes, week) => routes.length > (most[week] as number)) ? { weekOf, routesOf, most: Float64Array.from(most) } : undefined;
}

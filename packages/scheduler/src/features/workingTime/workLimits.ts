import type { Compiled } from "../../model/compiled.js";
import { mondayOf } from "./mondayOf.js";

/** Limits on paid work: by route, and by the ISO weeks of caregivers, which are numbered. Seconds; infinite where there is none. */
export interface WorkLimits {
  readonly dayLimit: Float64Array;
  readonly weekLimit: Float64Array;
  /** Number of each route's week; of a crew, that of its leader. */
  readonly weekOf: Int32Array;
  /** Numbers of the weeks of everybody on each route. */
  readonly weeksOf: readonly (readonly number[])[];
  /** Longest paid work that each shift can hold. */
  readonly shiftSeconds: Int32Array;
}

/** Reads the limits off a compiled problem. */
export function workLimitsOf(compiled: Compiled): WorkLimits {
  const { routeCount } = compiled;
  const weeks = new Map<string, number>();
  const dayLimit = new Float64Array(routeCount);
  const weekOf = new Int32Array(routeCount);
  const shiftSeconds = new Int32Array(routeCount);
  const weekLimit: number[] = [];
  const weeksOf: (readonly number[])[] = [];
  for (let route = 0; route < routeCount; route++) {
    const { crew = [] } = compiled.days[route] ?? {};
    dayLimit[route] = Math.min(...crew.map(({ workMinutes }) => workMinutes?.perDay ?? Number.POSITIVE_INFINITY)) * 60;
    const monday = mondayOf(compiled.routeDate[route] as string);
    const numbers = crew.map(({ id, workMinutes }) => {
      const key = JSON.stringify([id, monday]);
      const week = weeks.get(key) ?? weeks.size;
      weeks.set(key, week);
      weekLimit[week] = (workMinutes?.perWeek ?? Number.POSITIVE_INFINITY) * 60;
      return week;
    });
    weekOf[route] = numbers[0] ?? 0;
    weeksOf.push(numbers);
    let unpaid = 0;
    for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++)
      if (compiled.breakPaid[node] === 0 && compiled.breakRequired[node] === 1) unpaid += compiled.breakSeconds[node] as number;
    const overtime = compiled.routeOvertime[route] as number;
    shiftSeconds[route] = (compiled.routeTo[route] as number) + overtime - (compiled.routeFrom[route] as number) - unpaid;
  }
  return { dayLimit, weekLimit: Float64Array.from(weekLimit), weekOf, weeksOf, shiftSeconds };
}

/** Whether any limit could be reached at all. */
export function canBind({ dayLimit, weekLimit, weeksOf, shiftSeconds }: WorkLimits): boolean {
  const worked = new Float64Array(weekLimit.length);
  for (const [route, seconds] of shiftSeconds.entries()) {
    for (const week of weeksOf[route] ?? []) worked[week] = (worked[week] as number) + seconds;
    if (seconds > (dayLimit[route] as number)) return true;
  }
  return worked.some((seconds, week) => seconds > (weekLimit[week] as number));
}

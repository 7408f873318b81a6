import type { Compiled } from "../../model/compiled.js";
import { daysOfWeekBefore } from "../../model/workBefore.js";
import { limitSeconds, mayWorkOver } from "./limitSeconds.js";
import { mondayOf } from "./mondayOf.js";
import { OvertimeAccounts } from "./overtimeAccounts.js";

/** Limits on paid work: by route, and by the ISO weeks of caregivers, which are numbered. Seconds; infinite where there is none. */
export interface WorkLimits {
  /** Overtime included. */
  readonly dayLimit: Float64Array;
  /** What is left beside the work before the horizon; infinite where there may be overtime, which has accounts of its own. */
  readonly weekLimit: Float64Array;
  /** Number of each route's week; of a crew, that of its leader. */
  readonly weekOf: Int32Array;
  /** Numbers of the weeks of everybody on each route. */
  readonly weeksOf: readonly (readonly number[])[];
  /** Longest paid work that each shift can hold. */
  readonly shiftSeconds: Int32Array;
  readonly overtime: OvertimeAccounts;
}

function longestPaid(compiled: Compiled, route: number): number {
  let unpaid = 0;
  for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++)
    if (compiled.breakPaid[node] === 0 && compiled.breakRequired[node] === 1)
      unpaid += (compiled.breakSeconds[node] as number) - (compiled.heldSeconds[node] as number);
  const overtime = compiled.routeOvertime[route] as number;
  return Math.max(0, (compiled.routeTo[route] as number) + overtime - (compiled.routeFrom[route] as number) - unpaid);
}

/** Reads the limits off a compiled problem. */
export function workLimitsOf(compiled: Compiled): WorkLimits {
  const { problem, routeCount } = compiled;
  const weeks = new Map<string, number>();
  const dayLimit = new Float64Array(routeCount);
  const weekOf = new Int32Array(routeCount);
  const weekLimit: number[] = [];
  const weeksOf: (readonly number[])[] = [];
  const cutWeek = mondayOf(problem.horizon.from);
  for (let route = 0; route < routeCount; route++) {
    const { crew = [] } = compiled.days[route] ?? {};
    dayLimit[route] = Math.min(
      ...crew.map(({ workMinutes: { perDay, overtimePerDay = 0 } = {} }) => limitSeconds(perDay) + limitSeconds(overtimePerDay)),
    );
    const monday = mondayOf(compiled.routeDate[route] as string);
    const numbers = crew.map((caregiver) => {
      const key = JSON.stringify([caregiver.id, monday]);
      const known = weeks.get(key);
      if (known !== undefined) return known;
      const week = weeks.size;
      weeks.set(key, week);
      const before =
        monday === cutWeek ? daysOfWeekBefore(problem, caregiver.id).reduce((sum, { minutes = 0 }) => sum + Math.round(minutes * 60), 0) : 0;
      weekLimit[week] = mayWorkOver(caregiver) ? Number.POSITIVE_INFINITY : Math.max(0, limitSeconds(caregiver.workMinutes?.perWeek) - before);
      return week;
    });
    weekOf[route] = numbers[0] ?? 0;
    weeksOf.push(numbers);
  }
  return {
    dayLimit,
    weekLimit: Float64Array.from(weekLimit),
    weekOf,
    weeksOf,
    shiftSeconds: Int32Array.from({ length: routeCount }, (_, route) => longestPaid(compiled, route)),
    overtime: new OvertimeAccounts(compiled),
  };
}

/** Whether any limit could be reached at all. */
export function canBind({ dayLimit, weekLimit, weeksOf, shiftSeconds, overtime }: WorkLimits): boolean {
  const worked = new Float64Array(weekLimit.length);
  for (const [route, seconds] of shiftSeconds.entries()) {
    for (const week of weeksOf[route] ?? []) worked[week] = (worked[week] as number) + seconds;
    if (seconds > (dayLimit[route] as number) || !overtime.keeps(route, seconds, shiftSeconds)) return true;
  }
  return worked.some((seconds, week) => seconds > (weekLimit[week] as number));
}

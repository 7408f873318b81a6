import type { Caregiver } from "../../model/caregiver.js";
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
  /** Number of each route's week. */
  readonly weekOf: Int32Array;
  /** Longest paid work that each shift can hold. */
  readonly shiftSeconds: Int32Array;
  readonly overtime: OvertimeAccounts;
}

function longestPaid(compiled: Compiled, route: number): number {
  let unpaid = 0;
  for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++)
    if (compiled.breakPaid[node] === 0 && compiled.breakRequired[node] === 1) unpaid += compiled.breakSeconds[node] as number;
  const overtime = compiled.routeOvertime[route] as number;
  return (compiled.routeTo[route] as number) + overtime - (compiled.routeFrom[route] as number) - unpaid;
}

/** Reads the limits off a compiled problem. */
export function workLimitsOf(compiled: Compiled): WorkLimits {
  const { problem, routeCount } = compiled;
  const weeks = new Map<string, number>();
  const dayLimit = new Float64Array(routeCount);
  const weekOf = new Int32Array(routeCount);
  const weekLimit: number[] = [];
  const cutWeek = mondayOf(problem.horizon.from);
  for (let route = 0; route < routeCount; route++) {
    const row = compiled.routeCaregiver[route] as number;
    const caregiver = problem.caregivers[row] as Caregiver;
    const { perDay, perWeek, overtimePerDay = 0 } = caregiver.workMinutes ?? {};
    dayLimit[route] = limitSeconds(perDay) + limitSeconds(overtimePerDay);
    const monday = mondayOf(compiled.routeDate[route] as string);
    const key = `${row} ${monday}`;
    const known = weeks.get(key);
    const week = known ?? weeks.size;
    weeks.set(key, week);
    weekOf[route] = week;
    if (known !== undefined) continue;
    const before =
      monday === cutWeek ? daysOfWeekBefore(problem, caregiver.id).reduce((sum, { minutes = 0 }) => sum + Math.round(minutes * 60), 0) : 0;
    weekLimit[week] = mayWorkOver(caregiver) ? Number.POSITIVE_INFINITY : Math.max(0, limitSeconds(perWeek) - before);
  }
  return {
    dayLimit,
    weekLimit: Float64Array.from(weekLimit),
    weekOf,
    shiftSeconds: Int32Array.from({ length: routeCount }, (_, route) => longestPaid(compiled, route)),
    overtime: new OvertimeAccounts(compiled),
  };
}

/** Whether any limit could be reached at all. */
export function canBind({ dayLimit, weekLimit, weekOf, shiftSeconds, overtime }: WorkLimits): boolean {
  const worked = new Float64Array(weekLimit.length);
  for (const [route, seconds] of shiftSeconds.entries()) {
    const week = weekOf[route] as number;
    worked[week] = (worked[week] as number) + seconds;
    if (seconds > (dayLimit[route] as number) || !overtime.keeps(route, seconds, shiftSeconds)) return true;
  }
  return worked.some((seconds, week) => seconds > (weekLimit[week] as number));
}

import type { RouteState } from "../../evaluate/routeState.js";
import type { Compiled } from "../../model/compiled.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { mondayOf } from "./mondayOf.js";

/**
 * Paid work of a day (departure to return without unpaid breaks) and of an ISO week stays within the caregiver's limits.
 *
 * Most insertions cannot reach a limit even if the whole shift were worked: only the others are timed.
 */
class WorkingTimeLimit implements RouteLimit {
  readonly reason = "WORK_LIMIT";
  private readonly dayLimit: Float64Array;
  private readonly weekLimit: Float64Array;
  private readonly weekOf: Int32Array;
  /** Longest paid work that a shift can hold. */
  private readonly shiftSeconds: Int32Array;
  private readonly paid: Int32Array;
  private readonly weekPaid: Float64Array;

  constructor(compiled: Compiled) {
    const { problem, routeCount } = compiled;
    const weeks = new Map<string, number>();
    this.dayLimit = new Float64Array(routeCount);
    this.weekOf = new Int32Array(routeCount);
    this.shiftSeconds = new Int32Array(routeCount);
    this.paid = new Int32Array(routeCount);
    const weekLimit: number[] = [];
    for (let route = 0; route < routeCount; route++) {
      const row = compiled.routeCaregiver[route] as number;
      const limits = problem.caregivers[row]?.workMinutes;
      this.dayLimit[route] = (limits?.perDay ?? Number.POSITIVE_INFINITY) * 60;
      const key = `${row} ${mondayOf(compiled.routeDate[route] as string)}`;
      const week = weeks.get(key) ?? weeks.size;
      weeks.set(key, week);
      this.weekOf[route] = week;
      weekLimit[week] = (limits?.perWeek ?? Number.POSITIVE_INFINITY) * 60;
      let unpaid = 0;
      for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++)
        if (compiled.breakPaid[node] === 0) unpaid += compiled.breakSeconds[node] as number;
      this.shiftSeconds[route] = (compiled.routeTo[route] as number) - (compiled.routeFrom[route] as number) - unpaid;
    }
    this.weekLimit = Float64Array.from(weekLimit);
    this.weekPaid = new Float64Array(weekLimit.length);
  }

  /** Whether any limit could be reached at all. */
  get binds(): boolean {
    const worked = new Float64Array(this.weekLimit.length);
    for (const [route, seconds] of this.shiftSeconds.entries()) {
      const week = this.weekOf[route] as number;
      worked[week] = (worked[week] as number) + seconds;
      if (seconds > (this.dayLimit[route] as number)) return true;
    }
    return worked.some((seconds, week) => seconds > (this.weekLimit[week] as number));
  }

  private within(route: number, seconds: number): boolean {
    const week = this.weekOf[route] as number;
    const others = (this.weekPaid[week] as number) - (this.paid[route] as number);
    return seconds <= (this.dayLimit[route] as number) && others + seconds <= (this.weekLimit[week] as number);
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    if (this.within(route, this.shiftSeconds[route] as number)) return true;
    const span = state.timetable.span(state, route, visit, after);
    return span >= 0 && this.within(route, span - state.timetable.unpaidSeconds());
  }

  refresh(state: RouteState, route: number): boolean {
    const span = (state.stopsOn[route] as number) === 0 ? 0 : state.timetable.span(state, route, -1, -1);
    const paid = span <= 0 ? 0 : span - state.timetable.unpaidSeconds();
    const kept = this.within(route, paid);
    const week = this.weekOf[route] as number;
    this.weekPaid[week] = (this.weekPaid[week] as number) + paid - (this.paid[route] as number);
    this.paid[route] = paid;
    return kept;
  }
}

/** Nobody works longer than her limits for a day and a week. */
export const workingTimeSearch: FeatureSearch = {
  limit: (compiled) => {
    const limit = new WorkingTimeLimit(compiled);
    return limit.binds ? limit : undefined;
  },
};

import type { RouteState } from "../../evaluate/routeState.js";
import { hasBegunWhole } from "../routeHasBegun.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { WorkingTimeInOrder } from "./linkedLimit.js";
import { canBind, type WorkLimits, workLimitsOf } from "./workLimits.js";

/**
 * Paid work of a day (departure to return without unpaid breaks) and of an ISO week stays within the limits of the caregiver, or of everybody in a
 * crew, and overtime within those of the day and the month.
 *
 * Most insertions cannot reach a limit even if the whole shift were worked: only the others are timed.
 */
class WorkingTimeLimit implements RouteLimit {
  readonly reason = "WORK_LIMIT";
  private readonly limits: WorkLimits;
  private readonly paid: Int32Array;
  private readonly weekPaid: Float64Array;

  constructor(limits: WorkLimits) {
    this.limits = limits;
    this.paid = new Int32Array(limits.weekOf.length);
    this.weekPaid = new Float64Array(limits.weekLimit.length);
  }

  private within(route: number, seconds: number, next: Int32Array): boolean {
    const { dayLimit, weekLimit, weeksOf, overtime } = this.limits;
    if (seconds > (dayLimit[route] as number)) return false;
    const weeks = weeksOf[route] as readonly number[];
    const more = seconds - (this.paid[route] as number);
    for (let index = 0; index < weeks.length; index++) {
      const week = weeks[index] as number;
      if ((this.weekPaid[week] as number) + more > (weekLimit[week] as number)) return false;
    }
    return overtime.keeps(route, seconds, this.paid, next);
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    if (this.within(route, this.limits.shiftSeconds[route] as number, state.next)) return true;
    const span = state.timetable.span(state, route, visit, after);
    return span >= 0 && this.within(route, span - state.timetable.unpaidSeconds(), state.next);
  }

  refresh(state: RouteState, route: number): boolean {
    const span = !state.isDriven(route) ? 0 : state.timetable.span(state, route, -1, -1);
    const paid = span <= 0 ? 0 : span - state.timetable.unpaidSeconds();
    const kept = this.within(route, paid, state.next) || paid === 0 || hasBegunWhole(state.compiled, state.next, route);
    const weeks = this.limits.weeksOf[route] as readonly number[];
    for (let index = 0; index < weeks.length; index++) {
      const week = weeks[index] as number;
      this.weekPaid[week] = (this.weekPaid[week] as number) + paid - (this.paid[route] as number);
    }
    this.paid[route] = paid;
    return kept;
  }
}

/** Nobody works longer than her limits for a day and a week, overtime of day and month included. */
export const workingTimeSearch: FeatureSearch = {
  limit: (compiled) => {
    const limits = workLimitsOf(compiled);
    return canBind(limits) ? new WorkingTimeLimit(limits) : undefined;
  },
  linkedLimit: (compiled) => {
    const limits = workLimitsOf(compiled);
    return canBind(limits) ? new WorkingTimeInOrder(limits) : undefined;
  },
};

import type { LinkedState } from "../../linked/linkedState.js";
import { hasBegunWhole } from "../routeHasBegun.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { WorkLimits } from "./workLimits.js";

/** Paid work of a day and of an ISO week stays within the caregiver's limits, and overtime within those of the day and the month. */
export class WorkingTimeInOrder implements LinkedLimit {
  readonly reason = "WORK_LIMIT";
  private readonly limits: WorkLimits;
  private readonly routesOf: readonly (readonly number[])[];

  constructor(limits: WorkLimits) {
    this.limits = limits;
    const routesOf = Array.from(limits.weekLimit, (): number[] => []);
    for (const [route, week] of limits.weekOf.entries()) routesOf[week]?.push(route);
    this.routesOf = routesOf;
  }

  keeps(state: LinkedState, route: number): boolean {
    const { dayLimit, weekLimit, weekOf, overtime } = this.limits;
    const own = state.paidOn[route] as number;
    if (own > (dayLimit[route] as number) || !overtime.keeps(route, own, state.paidOn, state.next))
      return own === 0 || hasBegunWhole(state.model.compiled, state.next, route);
    const week = weekOf[route] as number;
    if (weekLimit[week] === Number.POSITIVE_INFINITY) return true;
    let paid = 0;
    for (const other of this.routesOf[week] ?? []) paid += state.paidOn[other] as number;
    return paid <= (weekLimit[week] as number) || own === 0 || hasBegunWhole(state.model.compiled, state.next, route);
  }
}

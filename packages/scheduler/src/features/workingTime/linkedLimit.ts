import type { LinkedState } from "../../linked/linkedState.js";
import type { Compiled } from "../../model/compiled.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { WorkLimits } from "./workLimits.js";

/** Whether everything of a route has begun. */
export function hasBegunWhole({ next }: Pick<LinkedState, "next">, compiled: Compiled, route: number): boolean {
  const { isFact, routeStart, routeEnd, visitCount } = compiled;
  for (let node = next[routeStart[route] as number] as number; node !== routeEnd[route]; node = next[node] as number)
    if (node < visitCount && isFact[node] === 0) return false;
  return true;
}

/** Paid work of a day and of an ISO week stays within the caregiver's limits. */
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
    const { dayLimit, weekLimit, weekOf } = this.limits;
    if ((state.paidOn[route] as number) > (dayLimit[route] as number)) return hasBegunWhole(state, state.model.compiled, route);
    const week = weekOf[route] as number;
    if (weekLimit[week] === Number.POSITIVE_INFINITY) return true;
    let paid = 0;
    for (const other of this.routesOf[week] ?? []) paid += state.paidOn[other] as number;
    return paid <= (weekLimit[week] as number) || hasBegunWhole(state, state.model.compiled, route);
  }
}

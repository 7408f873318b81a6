import type { LinkedState } from "../../linked/linkedState.js";
import { hasBegunWhole } from "../routeHasBegun.js";
import type { LinkedLimit } from "../searchHalf.js";
import type { WorkDays } from "./workDays.js";

/** A caregiver has visits on no more days of an ISO week than her rest days leave. */
export class RestDaysInOrder implements LinkedLimit {
  readonly reason = "REST_DAY";
  private readonly days: WorkDays;

  constructor(days: WorkDays) {
    this.days = days;
  }

  keeps({ visitsOn, next, model }: LinkedState, route: number): boolean {
    const { weeksOf, routesOf, most } = this.days;
    for (const week of weeksOf[route] as readonly number[]) {
      let left = most[week] as number;
      for (const other of routesOf[week] as readonly number[]) if ((visitsOn[other] as number) > 0) left--;
      if (left < 0) return visitsOn[route] === 0 || hasBegunWhole(model.compiled, next, route);
    }
    return true;
  }
}

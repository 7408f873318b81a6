import type { RouteState } from "../../evaluate/routeState.js";
import { hasBegunWhole } from "../routeHasBegun.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { RestDaysInOrder } from "./linkedLimit.js";
import { type WorkDays, workDaysOf } from "./workDays.js";

/** A caregiver is out on no more days of an ISO week than her rest days leave; every day of a tour that goes counts for everybody in its crew. */
class RestDaysLimit implements RouteLimit {
  readonly reason = "REST_DAY";
  private readonly days: WorkDays;
  private readonly isWorked: Uint8Array;
  private readonly worked: Int32Array;

  constructor(days: WorkDays) {
    this.days = days;
    this.isWorked = new Uint8Array(days.weeksOf.length);
    this.worked = new Int32Array(days.most.length);
  }

  hasRoom(route: number): boolean {
    if (this.isWorked[route] === 1) return true;
    const weeks = this.days.weeksOf[route] as readonly number[];
    for (let index = 0; index < weeks.length; index++) {
      const week = weeks[index] as number;
      if ((this.worked[week] as number) >= (this.days.most[week] as number)) return false;
    }
    return true;
  }

  admits(_state: RouteState, route: number): boolean {
    return this.hasRoom(route);
  }

  admitsPair(_state: RouteState, route: number): boolean {
    return this.hasRoom(route);
  }

  refresh(state: RouteState, route: number): boolean {
    const weeks = this.days.weeksOf[route] as readonly number[];
    const now = state.isDriven(route) ? 1 : 0;
    let kept = true;
    for (let index = 0; index < weeks.length; index++) {
      const week = weeks[index] as number;
      this.worked[week] = (this.worked[week] as number) + now - (this.isWorked[route] as number);
      if ((this.worked[week] as number) > (this.days.most[week] as number)) kept = false;
    }
    this.isWorked[route] = now;
    return kept || now === 0 || hasBegunWhole(state.compiled, state.next, route);
  }
}

/** Everybody has her days of rest in every week. */
export const restDaysSearch: FeatureSearch = {
  limit: (compiled) => {
    const days = workDaysOf(compiled);
    return days === undefined ? undefined : new RestDaysLimit(days);
  },
  linkedLimit: (compiled) => {
    const days = workDaysOf(compiled);
    return days === undefined ? undefined : new RestDaysInOrder(days);
  },
};

import type { RouteState } from "../../evaluate/routeState.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { RestDaysInOrder } from "./linkedLimit.js";
import { type WorkDays, workDaysOf } from "./workDays.js";

/** A caregiver has stops on no more days of an ISO week than her rest days leave. */
class RestDaysLimit implements RouteLimit {
  readonly reason = "REST_DAY";
  private readonly days: WorkDays;
  private readonly isWorked: Uint8Array;
  private readonly worked: Int32Array;

  constructor(days: WorkDays) {
    this.days = days;
    this.isWorked = new Uint8Array(days.weekOf.length);
    this.worked = new Int32Array(days.most.length);
  }

  hasRoom(route: number): boolean {
    const week = this.days.weekOf[route] as number;
    return this.isWorked[route] === 1 || (this.worked[week] as number) < (this.days.most[week] as number);
  }

  admits(_state: RouteState, route: number): boolean {
    return this.hasRoom(route);
  }

  admitsPair(_state: RouteState, route: number): boolean {
    return this.hasRoom(route);
  }

  refresh(state: RouteState, route: number): boolean {
    const week = this.days.weekOf[route] as number;
    const now = (state.stopsOn[route] as number) > 0 ? 1 : 0;
    this.worked[week] = (this.worked[week] as number) + now - (this.isWorked[route] as number);
    this.isWorked[route] = now;
    return (this.worked[week] as number) <= (this.days.most[week] as number);
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

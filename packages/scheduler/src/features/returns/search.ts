import type { RouteState } from "../../evaluate/routeState.js";
import type { Compiled } from "../../model/compiled.js";
import { CarriedTimes, type Times } from "../carriedTimes.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";

/** Who is brought back has been fetched, and has alighted before she boards again. */
class ReturnLimit implements RouteLimit {
  readonly reason = "NOT_FETCHED_BEFORE";
  readonly isLiftedByOthers = true;
  private readonly returnOf: Int32Array;
  private readonly times: CarriedTimes;
  private readonly visitCount: number;
  private readonly boardSeconds: Int32Array;

  constructor(compiled: Compiled) {
    const { returnOf, visitCount } = compiled;
    const fetched = new Set(returnOf);
    this.returnOf = returnOf;
    this.visitCount = visitCount;
    this.times = new CarriedTimes(compiled, (transport) => (returnOf[visitCount + transport] as number) >= 0 || fetched.has(visitCount + transport));
    // boarding takes as long whoever drives
    this.boardSeconds = compiled.durations.subarray(visitCount, compiled.jobCount);
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    return !this.times.imagine(state, route, visit, after) || this.hold(state, this.times.then);
  }

  refresh(state: RouteState, route: number): boolean {
    return !this.times.refresh(state, route) || this.hold(state, this.times.now);
  }

  private hold(state: RouteState, { boarded, alighted }: Times): boolean {
    const { returnOf, visitCount } = this;
    for (let job = visitCount; job < returnOf.length; job++) {
      const fetch = returnOf[job] as number;
      if (fetch < 0 || (state.routeOf[job] as number) < 0) continue;
      if ((state.routeOf[fetch] as number) < 0) return false;
      const board = (boarded[job - visitCount] as number) - (this.boardSeconds[job - visitCount] as number);
      // a route that cannot be timed is refused for that: NaN is not below anything
      if (board < (alighted[fetch - visitCount] as number)) return false;
    }
    return true;
  }
}

/** Nobody is brought back who was not fetched, nor before that. */
export const returnsSearch: FeatureSearch = {
  limit: (compiled) => (compiled.returnOf.some((fetch) => fetch >= 0) ? new ReturnLimit(compiled) : undefined),
};

import type { LinkedLimit, RouteLimit } from "../features/searchHalf.js";
import type { LinkedState } from "../linked/linkedState.js";
import type { Compiled } from "../model/compiled.js";
import type { RouteState } from "./routeState.js";

/** Nothing is put before what has begun. Hours alone do not see to that where the way round is shorter than the direct one. */
class BegunLimit implements RouteLimit {
  readonly reason = "NOT_BEFORE_BEGUN";
  private readonly isFact: Uint8Array;

  constructor({ isFact }: Compiled) {
    this.isFact = isFact;
  }

  admits({ next }: RouteState, _route: number, _visit: number, after: number): boolean {
    return this.isFact[next[after] as number] === 0;
  }

  refresh({ compiled, next }: RouteState, route: number): boolean {
    const end = compiled.routeEnd[route] as number;
    let mayBegin = true;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
      if (this.isFact[node] === 0) mayBegin = false;
      else if (!mayBegin) return false;
    }
    return true;
  }
}

/** The same for an order of appointments. */
class BegunInOrder implements LinkedLimit {
  readonly reason = "NOT_BEFORE_BEGUN";

  keeps({ model, next, visitCount }: LinkedState, route: number): boolean {
    const { isFact, routeStart } = model.compiled;
    let mayBegin = true;
    for (let visit = next[routeStart[route] as number] as number; visit < visitCount; visit = next[visit] as number) {
      if (isFact[visit] === 0) mayBegin = false;
      else if (!mayBegin) return false;
    }
    return true;
  }
}

/** The limit that what has begun sets to routes; none where nothing has. */
export function begunLimits(compiled: Compiled): RouteLimit[] {
  return compiled.isFact.includes(1) ? [new BegunLimit(compiled)] : [];
}

/** The same for an order of appointments. */
export function begunLinkedLimits(compiled: Compiled): LinkedLimit[] {
  return compiled.isFact.includes(1) ? [new BegunInOrder()] : [];
}

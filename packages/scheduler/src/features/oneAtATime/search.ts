import type { RouteState } from "../../evaluate/routeState.js";
import type { Compiled } from "../../model/compiled.js";
import type { FeatureSearch, RouteLimit } from "../searchHalf.js";
import { OneAtATimeInOrder } from "./linkedLimit.js";
import { type Rivals, rivalsOf } from "./rivals.js";

/**
 * Two routes never have one person at once. Times are those of the timetable that the plan will print, and a route is looked
 * at again whenever it changes, so what is admitted holds in the end. Within a route visits follow one another anyway. No
 * route waits for another to be done: where the shortest timetables of two orders clash, another order or day is taken.
 */
class OneAtATimeLimit implements RouteLimit {
  readonly reason = "PERSON_TWICE_AT_ONCE";
  private readonly first: Int32Array;
  private readonly rivals: Int32Array;
  /** When each visit with rivals begins and ends in the route that it is in; empty where that route cannot be kept. */
  private readonly begins: Int32Array;
  private readonly ends: Int32Array;

  constructor({ visitCount }: Compiled, { first, rivals }: Rivals) {
    this.first = first;
    this.rivals = rivals;
    this.begins = new Int32Array(visitCount);
    this.ends = new Int32Array(visitCount);
  }

  /** Whether a visit has a rival in another route of a date. */
  private isExposed(state: RouteState, route: number, visit: number): boolean {
    const { routeMidnight } = state.compiled;
    for (let index = this.first[visit] as number; index < (this.first[visit + 1] as number); index++) {
      const other = state.routeOf[this.rivals[index] as number] as number;
      if (other >= 0 && other !== route && routeMidnight[other] === routeMidnight[route]) return true;
    }
    return false;
  }

  private isRouteExposed(state: RouteState, route: number): boolean {
    const { compiled, next } = state;
    const end = compiled.routeEnd[route] as number;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
      if (node < compiled.visitCount && this.isExposed(state, route, node)) return true;
    return false;
  }

  /** What has begun is not held against its own route: it is the other visit that comes at the wrong time. */
  private isBegun({ compiled }: RouteState, node: number): boolean {
    return compiled.isFact[node] === 1;
  }

  private meets(state: RouteState, route: number, visit: number, begin: number, end: number): boolean {
    for (let index = this.first[visit] as number; index < (this.first[visit + 1] as number); index++) {
      const rival = this.rivals[index] as number;
      const other = state.routeOf[rival] as number;
      if (other >= 0 && other !== route && begin < (this.ends[rival] as number) && (this.begins[rival] as number) < end) return true;
    }
    return false;
  }

  private lengthIn({ compiled }: RouteState, route: number, visit: number): number {
    const seconds = compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + visit] as number;
    return seconds - (compiled.heldSeconds[visit] as number);
  }

  admits(state: RouteState, route: number, visit: number, after: number): boolean {
    if (!this.isExposed(state, route, visit) && !this.isRouteExposed(state, route)) return true;
    const { timetable, compiled } = state;
    if (timetable.span(state, route, visit, after) < 0) return false;
    for (let index = 0; index < timetable.stops; index++) {
      const node = timetable.nodes[index] as number;
      if (node >= compiled.visitCount || (node !== visit && this.isBegun(state, node))) continue;
      const begin = timetable.starts[index] as number;
      if (this.meets(state, route, node, begin, begin + this.lengthIn(state, route, node))) return false;
    }
    return true;
  }

  refresh(state: RouteState, route: number): boolean {
    const { timetable, compiled, next } = state;
    const end = compiled.routeEnd[route] as number;
    let contested = false;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
      if (node >= compiled.visitCount || this.first[node] === this.first[node + 1]) continue;
      contested = true;
      this.begins[node] = 0;
      this.ends[node] = 0;
    }
    if (!contested || timetable.span(state, route, -1, -1) < 0) return true;
    let kept = true;
    for (let index = 0; index < timetable.stops; index++) {
      const node = timetable.nodes[index] as number;
      if (node >= compiled.visitCount) continue;
      const begin = timetable.starts[index] as number;
      this.begins[node] = begin;
      this.ends[node] = begin + this.lengthIn(state, route, node);
      if (!this.isBegun(state, node) && this.meets(state, route, node, begin, this.ends[node] as number)) kept = false;
    }
    return kept;
  }
}

/** Nobody is visited by two caregivers at the same time. */
export const oneAtATimeSearch: FeatureSearch = {
  limit: (compiled) => {
    const rivals = rivalsOf(compiled);
    return rivals.rivals.length === 0 ? undefined : new OneAtATimeLimit(compiled, rivals);
  },
  linkedLimit: (compiled) => {
    const rivals = rivalsOf(compiled);
    return rivals.rivals.length === 0 ? undefined : new OneAtATimeInOrder(rivals);
  },
};

import type { RouteState } from "../evaluate/routeState.js";
import type { Compiled } from "../model/compiled.js";

/** When each of some transports ends boarding, begins and ends alighting; NaN for those in no route that can be timed. */
export interface Times {
  readonly boarded: Float64Array;
  readonly alights: Float64Array;
  readonly alighted: Float64Array;
}

const noTimes = (count: number): Times => ({
  boarded: new Float64Array(count).fill(Number.NaN),
  alights: new Float64Array(count).fill(Number.NaN),
  alighted: new Float64Array(count).fill(Number.NaN),
});

/**
 * Keeps the times of transports that bear on other routes, as the plan will print them: those of the shortest timetables. A
 * route that has none of them costs no time.
 */
export class CarriedTimes {
  private readonly tracked: Uint8Array;
  /** Route in which each transport was last seen, −1 for none; and how many each route has. */
  private readonly seenIn: Int32Array;
  private readonly countOn: Int32Array;
  readonly now: Times;
  /** What `imagine` found. */
  readonly then: Times;

  /** @param isTracked whether a transport, by its place in the problem's list, is kept */
  constructor({ problem, routeCount }: Compiled, isTracked: (transport: number) => boolean) {
    const count = (problem.transports ?? []).length;
    this.tracked = Uint8Array.from({ length: count }, (_, transport) => (isTracked(transport) ? 1 : 0));
    this.seenIn = new Int32Array(count).fill(-1);
    this.countOn = new Int32Array(routeCount);
    this.now = noTimes(count);
    this.then = noTimes(count);
  }

  /** Brings the times of a route up to date; false where it has none of the transports and had none. */
  refresh(state: RouteState, route: number): boolean {
    const { compiled, next } = state;
    const { visitCount, jobCount } = compiled;
    const { now, seenIn, countOn } = this;
    const had = countOn[route] as number;
    if (had > 0)
      for (let transport = 0; transport < seenIn.length; transport++) {
        if (seenIn[transport] !== route) continue;
        seenIn[transport] = -1;
        now.boarded[transport] = Number.NaN;
        now.alights[transport] = Number.NaN;
        now.alighted[transport] = Number.NaN;
      }
    let count = 0;
    const end = compiled.routeEnd[route] as number;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
      if (node < visitCount || node >= jobCount || this.tracked[node - visitCount] === 0) continue;
      const transport = node - visitCount;
      const before = seenIn[transport] as number;
      // moved here from a route that is not up to date yet
      if (before >= 0) countOn[before] = (countOn[before] as number) - 1;
      seenIn[transport] = route;
      count++;
    }
    countOn[route] = count;
    if (count > 0) this.write(state, route, -1, -1, now);
    return had + count > 0;
  }

  /** Works out the times with a visit put into a route; false where that route has none of the transports. */
  imagine(state: RouteState, route: number, visit: number, after: number): boolean {
    if (this.countOn[route] === 0) return false;
    this.then.boarded.set(this.now.boarded);
    this.then.alights.set(this.now.alights);
    this.then.alighted.set(this.now.alighted);
    this.write(state, route, visit, after, this.then);
    return true;
  }

  private write(state: RouteState, route: number, visit: number, after: number, times: Times): void {
    const { timetable, compiled } = state;
    const { visitCount, jobCount, stopCount, durations } = compiled;
    const row = (compiled.routeFactor[route] as number) * stopCount;
    const isTimed = timetable.span(state, route, visit, after) >= 0;
    for (let index = 0; index < timetable.stops; index++) {
      const node = timetable.nodes[index] as number;
      if (node < visitCount || node >= stopCount) continue;
      const start = isTimed ? (timetable.starts[index] as number) : Number.NaN;
      const end = start + (durations[row + node] as number);
      const transport = node < jobCount ? node - visitCount : node - jobCount;
      if (this.tracked[transport] === 0) continue;
      if (node < jobCount) times.boarded[transport] = end;
      else {
        times.alights[transport] = start;
        times.alighted[transport] = end;
      }
    }
  }
}

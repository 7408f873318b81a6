import type { Compiled } from "../model/compiled.js";
import type { RouteState } from "./routeState.js";
import { earliestStart, latestStart, windowEndAt } from "./windows.js";

/**
 * The times of one route: of all timetables that keep its order, one of the shortest span from departure to return (so
 * that no waiting is left that a later departure would avoid), and of these the one that returns first.
 *
 * Departing later moves every start later or leaves it where it is. So within one choice of windows the span is shortest at
 * the latest departure that does not delay the return; the next departure worth trying is the first that loses a window.
 */
export class Timetable {
  private readonly compiled: Compiled;
  /** Nodes of the route in order, without start and end. */
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  private readonly legs: Int32Array;
  private readonly seconds: Int32Array;
  private length = 0;
  private route = 0;
  private split = false;
  departs = 0;
  returns = 0;

  constructor(compiled: Compiled) {
    const room = compiled.nodeCount + 1;
    this.compiled = compiled;
    this.nodes = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.legs = new Int32Array(room);
    this.seconds = new Int32Array(room);
  }

  /** Number of stops of the route last asked about. */
  get stops(): number {
    return this.length;
  }

  /**
   * Seconds from departure to return of a route, `visit` put in after node `after` (−1: as it stands); −1 where it cannot
   * be kept. `departs`, `returns`, `nodes` and `starts` then hold its times.
   */
  span(state: RouteState, route: number, visit: number, after: number): number {
    this.read(state, route, visit, after);
    const { compiled } = this;
    let departure = compiled.routeFrom[route] as number;
    let best = -1;
    let bestDeparture = 0;
    for (;;) {
      const back = this.forward(departure);
      if (back < 0) break;
      const latest = this.backward(back);
      if (best < 0 || back - latest < best) {
        best = back - latest;
        bestDeparture = latest;
      }
      if (!this.split) break;
      this.forward(latest);
      departure = this.lastInTheseWindows() + 1;
    }
    if (best < 0) return -1;
    this.departs = bestDeparture;
    this.returns = this.forward(bestDeparture);
    return best;
  }

  /** Seconds of waiting in the shortest timetable of a route; −1 where the route cannot be kept. */
  waiting(state: RouteState, route: number, visit: number, after: number): number {
    const span = this.span(state, route, visit, after);
    return span < 0 ? -1 : span - this.busySeconds();
  }

  /** Seconds on the road, in service and in breaks of the route last asked about. */
  busySeconds(): number {
    let sum = this.legs[this.length] as number;
    for (let index = 0; index < this.length; index++) sum += (this.legs[index] as number) + (this.seconds[index] as number);
    return sum;
  }

  /** Seconds of unpaid breaks of the route last asked about. */
  unpaidSeconds(): number {
    const { compiled } = this;
    let sum = 0;
    for (let index = 0; index < this.length; index++) {
      const node = this.nodes[index] as number;
      if (node >= compiled.visitCount && compiled.breakPaid[node] === 0) sum += this.seconds[index] as number;
    }
    return sum;
  }

  private read(state: RouteState, route: number, visit: number, after: number): void {
    const { compiled } = this;
    const end = compiled.routeEnd[route] as number;
    const start = compiled.routeStart[route] as number;
    this.route = route;
    this.length = 0;
    this.split = false;
    let place = compiled.nodePlace[start] as number;
    if (after === start) place = this.append(visit, place);
    for (let node = state.next[start] as number; node !== end; node = state.next[node] as number) {
      place = this.append(node, place);
      if (node === after) place = this.append(visit, place);
    }
    this.legs[this.length] = this.leg(place, compiled.nodePlace[end] as number);
  }

  private leg(from: number, to: number): number {
    return (this.compiled.routeTravel[this.route] as Int32Array)[from * this.compiled.placeCount + to] as number;
  }

  private append(node: number, place: number): number {
    const { compiled } = this;
    const index = this.length++;
    this.nodes[index] = node;
    if (node >= compiled.visitCount) {
      this.legs[index] = 0;
      this.seconds[index] = compiled.breakSeconds[node] as number;
      return place;
    }
    const to = compiled.nodePlace[node] as number;
    this.legs[index] = this.leg(place, to);
    this.seconds[index] = compiled.durations[(compiled.routeFactor[this.route] as number) * compiled.visitCount + node] as number;
    if ((compiled.windowFirst[node + 1] as number) - (compiled.windowFirst[node] as number) > 1) this.split = true;
    return to;
  }

  /** Starts at the earliest from a departure on; returns the moment of return, −1 where a bound is missed. */
  private forward(departure: number): number {
    const { compiled } = this;
    const midnight = compiled.routeMidnight[this.route] as number;
    let time = departure;
    for (let index = 0; index < this.length; index++) {
      const node = this.nodes[index] as number;
      time += this.legs[index] as number;
      if (node >= compiled.visitCount) {
        const from = compiled.breakFrom[node] as number;
        if (time < from) time = from;
        if (time > (compiled.breakTo[node] as number)) return -1;
      } else {
        time = earliestStart(compiled, node, time, midnight);
        if (time < 0) return -1;
      }
      this.starts[index] = time;
      time += this.seconds[index] as number;
    }
    time += this.legs[this.length] as number;
    return time > (compiled.routeTo[this.route] as number) ? -1 : time;
  }

  /** The latest departure that returns by a moment. */
  private backward(back: number): number {
    const { compiled } = this;
    const midnight = compiled.routeMidnight[this.route] as number;
    let bound = back - (this.legs[this.length] as number);
    for (let index = this.length - 1; index >= 0; index--) {
      const node = this.nodes[index] as number;
      bound -= this.seconds[index] as number;
      if (node >= compiled.visitCount) {
        const to = compiled.breakTo[node] as number;
        if (bound > to) bound = to;
      } else bound = latestStart(compiled, node, bound, midnight);
      bound -= this.legs[index] as number;
    }
    return bound;
  }

  /** The latest departure that keeps every stop in the window in which `starts` has it. */
  private lastInTheseWindows(): number {
    const { compiled } = this;
    const midnight = compiled.routeMidnight[this.route] as number;
    let bound = (compiled.routeTo[this.route] as number) - (this.legs[this.length] as number);
    for (let index = this.length - 1; index >= 0; index--) {
      const node = this.nodes[index] as number;
      bound -= this.seconds[index] as number;
      const to =
        node >= compiled.visitCount ? (compiled.breakTo[node] as number) : windowEndAt(compiled, node, this.starts[index] as number, midnight);
      if (bound > to) bound = to;
      bound -= this.legs[index] as number;
    }
    return bound;
  }
}

import type { Compiled } from "../model/compiled.js";
import type { RouteState } from "./routeState.js";
import { earliestStart, latestStart, windowEndAt } from "./windows.js";

/**
 * The times of one route: of all timetables that keep its order, one of the shortest span from departure to return (so
 * that no waiting is left that a later departure would avoid), and of these the one that returns first.
 *
 * Departing later moves every start later or leaves it where it is. So within one choice of windows the span is shortest at
 * the latest departure that does not delay the return; the next departure worth trying is the first that loses a window.
 *
 * Where rides are limited, the earliest times that keep them are found by delaying boardings until no ride is too long, the
 * latest ones by hastening alightings. Both are unique, because limits on rides, hours and journeys are all kept by the
 * earlier, and by the later, of any two timetables that keep them.
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
  /** Limited rides of the route: positions of boarding and alighting in `nodes`, and the longest time between the two starts. */
  private readonly boards: Int32Array;
  private readonly alights: Int32Array;
  private readonly longest: Int32Array;
  private rides = 0;
  private extraWindows = 0;
  private readonly positionOf: Int32Array;
  /** Earliest start that the rides allow to each position, and the latest; and the latest starts last found. */
  private readonly floors: Int32Array;
  private readonly ceilings: Int32Array;
  private readonly lates: Int32Array;
  departs = 0;
  returns = 0;

  constructor(compiled: Compiled) {
    const room = compiled.nodeCount + 1;
    this.compiled = compiled;
    this.nodes = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.legs = new Int32Array(room);
    this.seconds = new Int32Array(room);
    const transports = compiled.jobCount - compiled.visitCount;
    this.boards = new Int32Array(transports);
    this.alights = new Int32Array(transports);
    this.longest = new Int32Array(transports);
    this.positionOf = new Int32Array(room);
    const limited = transports > 0 ? room : 0;
    this.floors = new Int32Array(limited);
    this.ceilings = new Int32Array(limited);
    this.lates = new Int32Array(limited);
  }

  /** Number of stops of the route last asked about. */
  get stops(): number {
    return this.length;
  }

  /**
   * Seconds from departure to return of a route, `visit` (any stop) put in after node `after` (−1: as it stands); −1 where it cannot
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
      const latest = this.latestDeparture(back, false);
      if (best < 0 || back - latest < best) {
        best = back - latest;
        bestDeparture = latest;
      }
      if (!this.split) break;
      this.forward(latest);
      departure = this.latestDeparture(compiled.routeTo[route] as number, true) + 1;
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
      if (node >= compiled.stopCount && compiled.breakPaid[node] === 0)
        sum += (compiled.breakSeconds[node] as number) - (compiled.heldSeconds[node] as number);
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
    this.rides = 0;
    this.extraWindows = 0;
    let place = state.where[start] as number;
    if (after === start) place = this.append(visit, place);
    for (let node = state.next[start] as number; node !== end; node = state.next[node] as number) {
      place = this.append(node, place);
      if (node === after) place = this.append(visit, place);
    }
    this.legs[this.length] = this.leg(place, state.where[end] as number);
    if (this.length === 0) return;
    // whoever goes home is not held up until now
    const last = this.nodes[this.length - 1] as number;
    this.seconds[this.length - 1] = (this.seconds[this.length - 1] as number) - (compiled.heldSeconds[last] as number);
  }

  private leg(from: number, to: number): number {
    return (this.compiled.routeTravel[this.route] as Int32Array)[from * this.compiled.placeCount + to] as number;
  }

  private append(node: number, place: number): number {
    const { compiled } = this;
    const index = this.length++;
    this.nodes[index] = node;
    if (node >= compiled.stopCount) {
      this.legs[index] = 0;
      this.seconds[index] = compiled.breakSeconds[node] as number;
      return place;
    }
    const to = compiled.nodePlace[node] as number;
    this.legs[index] = this.leg(place, to);
    this.seconds[index] = compiled.durations[(compiled.routeFactor[this.route] as number) * compiled.stopCount + node] as number;
    const windows = (compiled.windowFirst[node + 1] as number) - (compiled.windowFirst[node] as number);
    if (windows > 1) {
      this.split = true;
      this.extraWindows += windows - 1;
    }
    if (node >= compiled.visitCount) this.noteRide(node, index);
    return to;
  }

  private noteRide(node: number, index: number): void {
    const { visitCount, jobCount, longestRide } = this.compiled;
    this.positionOf[node] = index;
    if (node < jobCount) return;
    const board = node - jobCount + visitCount;
    const longest = longestRide[board - visitCount] as number;
    if (longest < 0) return;
    const at = this.positionOf[board] as number;
    // a route made by hand may have a person alight who has not boarded: that is for the checker to say
    if (at >= index || this.nodes[at] !== board) return;
    this.boards[this.rides] = at;
    this.alights[this.rides] = index;
    this.longest[this.rides++] = longest + (this.seconds[at] as number);
  }

  /**
   * Most passes that the limits on rides can need: within one choice of windows each pass settles a ride for good, or shows
   * that nothing settles them; and each window lost begins anew.
   */
  private get mostPasses(): number {
    return (this.rides + 1) * (this.extraWindows + 1);
  }

  /** Starts at the earliest from a departure on; returns the moment of return, −1 where a bound is missed. */
  private forward(departure: number): number {
    if (this.rides === 0) return this.drive(departure, false);
    this.floors.fill(0, 0, this.length);
    for (let pass = 0; pass <= this.mostPasses; pass++) {
      const back = this.drive(departure, true);
      if (back < 0) return -1;
      let kept = true;
      for (let ride = 0; ride < this.rides; ride++) {
        const board = this.boards[ride] as number;
        const least = (this.starts[this.alights[ride] as number] as number) - (this.longest[ride] as number);
        if ((this.starts[board] as number) >= least) continue;
        this.floors[board] = least;
        kept = false;
      }
      if (kept) return back;
    }
    return -1;
  }

  private drive(departure: number, limited: boolean): number {
    const { compiled } = this;
    const midnight = compiled.routeMidnight[this.route] as number;
    let time = departure;
    for (let index = 0; index < this.length; index++) {
      const node = this.nodes[index] as number;
      time += this.legs[index] as number;
      if (node >= compiled.stopCount) {
        const from = compiled.breakFrom[node] as number;
        if (time < from) time = from;
        if (time > (compiled.breakTo[node] as number)) return -1;
      } else {
        if (limited && time < (this.floors[index] as number)) time = this.floors[index] as number;
        time = earliestStart(compiled, node, time, midnight);
        if (time < 0) return -1;
      }
      this.starts[index] = time;
      time += this.seconds[index] as number;
    }
    time += this.legs[this.length] as number;
    return time > (compiled.routeTo[this.route] as number) ? -1 : time;
  }

  /**
   * The latest departure that returns by a moment; with `sameWindows`, of those that keep every stop in the window in which
   * `starts` has it. To be asked only where some departure does.
   */
  private latestDeparture(back: number, sameWindows: boolean): number {
    if (this.rides === 0) return this.driveBack(back, sameWindows, false);
    this.ceilings.fill(0x7fff_ffff, 0, this.length);
    let departure = 0;
    for (let pass = 0; pass <= this.mostPasses; pass++) {
      departure = this.driveBack(back, sameWindows, true);
      let kept = true;
      for (let ride = 0; ride < this.rides; ride++) {
        const alight = this.alights[ride] as number;
        const most = (this.lates[this.boards[ride] as number] as number) + (this.longest[ride] as number);
        if ((this.lates[alight] as number) <= most) continue;
        this.ceilings[alight] = most;
        kept = false;
      }
      if (kept) break;
    }
    return departure;
  }

  private driveBack(back: number, sameWindows: boolean, limited: boolean): number {
    const { compiled } = this;
    const midnight = compiled.routeMidnight[this.route] as number;
    let bound = back - (this.legs[this.length] as number);
    for (let index = this.length - 1; index >= 0; index--) {
      const node = this.nodes[index] as number;
      bound -= this.seconds[index] as number;
      if (node >= compiled.stopCount) {
        const to = compiled.breakTo[node] as number;
        if (bound > to) bound = to;
      } else {
        if (limited && bound > (this.ceilings[index] as number)) bound = this.ceilings[index] as number;
        if (sameWindows) bound = Math.min(bound, windowEndAt(compiled, node, this.starts[index] as number, midnight));
        else bound = latestStart(compiled, node, bound, midnight);
        if (limited) this.lates[index] = bound;
      }
      bound -= this.legs[index] as number;
    }
    return bound;
  }
}

import { placeBreaks } from "../construct/placeBreaks.js";
import type { RouteState } from "../evaluate/routeState.js";
import { entryOf } from "../model/entryOf.js";
import type { Random } from "./random.js";
import type { Neighbours } from "./ruin/neighbours.js";
import type { Undo } from "./undo.js";

/** How many of the visits nearest to one may come after it. */
const mostNear = 40;

/**
 * Joins a stop to one near it in another route, and what came after the first to what came before the second: long parts of
 * routes change places, which ruins of short strings cannot do.
 *
 * Source: the 2-opt* of Potvin & Rousseau 1995, between near neighbours only.
 */
export class TailSwap {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private readonly neighbours: Neighbours;
  private readonly tails: readonly [Int32Array, Int32Array];

  constructor(state: RouteState, undo: Undo, random: Random, neighbours: Neighbours) {
    const { stopCount } = state.compiled;
    this.state = state;
    this.undo = undo;
    this.random = random;
    this.neighbours = neighbours;
    this.tails = [new Int32Array(stopCount), new Int32Array(stopCount)];
  }

  /** Swaps the tails of two routes drawn by lot; false where there is nothing to swap, or a route cannot be kept. */
  swap(): boolean {
    const { state, random } = this;
    const { routeOf, prev, compiled } = state;
    const last = random.below(compiled.stopCount);
    const near = this.neighbours.of(last);
    const first = near[1 + random.below(Math.min(mostNear, near.length - 1))];
    if (first === undefined) return false;
    const [one, other] = [routeOf[last] as number, routeOf[first] as number];
    if (one < 0 || other < 0 || one === other || state.frozenRoutes[one] === 1 || state.frozenRoutes[other] === 1) return false;
    const before = prev[first] as number;
    if (!(this.inTime(one, last, other, first) && this.inTime(other, before, one, state.next[last] as number))) return false;
    if (this.ridesAcross(one, last) || this.ridesAcross(other, before)) return false;
    const ofOne = this.read(this.tails[0], one, last);
    const ofOther = this.read(this.tails[1], other, before);
    if (!(this.mayMove(this.tails[0], ofOne, other) && this.mayMove(this.tails[1], ofOther, one))) return false;
    this.undo.touch(one);
    this.undo.touch(other);
    for (let index = 0; index < ofOne; index++) state.remove(this.tails[0][index] as number);
    for (let index = 0; index < ofOther; index++) state.remove(this.tails[1][index] as number);
    this.put(this.tails[1], ofOther, one, last);
    this.put(this.tails[0], ofOne, other, before);
    return this.settle(one) && this.settle(other);
  }

  /** Whether a node of another route can be reached in time after one; of other days, or where breaks have a say, that shows later. */
  private inTime(route: number, after: number, other: number, node: number): boolean {
    const { compiled, finish, latest, where } = this.state;
    const { placeCount, routeBreak, routeMidnight } = compiled;
    if (routeMidnight[route] !== routeMidnight[other]) return true;
    if (routeBreak[route] !== routeBreak[route + 1] || routeBreak[other] !== routeBreak[other + 1]) return true;
    const end = compiled.routeEnd[route] as number;
    const to = node === compiled.routeEnd[other] ? end : node;
    const travel = compiled.routeTravel[route] as Int32Array;
    const arrive = (finish[after] as number) + (travel[(where[after] as number) * placeCount + (where[to] as number)] as number);
    return arrive <= (latest[to] as number);
  }

  /** Whether somebody is aboard after a node of a route. */
  private ridesAcross(route: number, node: number): boolean {
    const { compiled, prev } = this.state;
    const { visitCount, jobCount, stopCount } = compiled;
    if (jobCount === visitCount) return false;
    let aboard = 0;
    const start = compiled.routeStart[route] as number;
    for (let at = node; at !== start; at = prev[at] as number) {
      if (at >= stopCount || at < visitCount) continue;
      aboard += at < jobCount ? 1 : -1;
    }
    return aboard !== 0;
  }

  /** Notes the stops of a route after a node. */
  private read(tail: Int32Array, route: number, after: number): number {
    const { compiled, next } = this.state;
    const end = compiled.routeEnd[route] as number;
    let count = 0;
    for (let node = next[after] as number; node !== end; node = next[node] as number) if (node < compiled.stopCount) tail[count++] = node;
    return count;
  }

  private mayMove(tail: Int32Array, count: number, route: number): boolean {
    const { compiled } = this.state;
    for (let index = 0; index < count; index++) {
      const stop = tail[index] as number;
      if (stop < compiled.jobCount && entryOf(compiled, stop, route) < 0) return false;
    }
    return true;
  }

  private put(tail: Int32Array, count: number, route: number, after: number): void {
    const { compiled } = this.state;
    let last = after;
    for (let index = 0; index < count; index++) {
      const stop = tail[index] as number;
      const price = stop < compiled.jobCount ? (compiled.allowedPrice[entryOf(compiled, stop, route)] as number) : 0;
      this.state.insert(stop, route, last, price);
      last = stop;
    }
  }

  private settle(route: number): boolean {
    const { compiled, stopsOn } = this.state;
    if (stopsOn[route] === 0) this.state.empty(route);
    else if (compiled.routeBreak[route] !== compiled.routeBreak[route + 1]) return placeBreaks(this.state, route);
    return this.state.refresh(route);
  }
}

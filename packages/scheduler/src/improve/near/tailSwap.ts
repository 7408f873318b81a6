import { placeBreaks } from "../../construct/placeBreaks.js";
import type { RouteState } from "../../evaluate/routeState.js";
import type { Undo } from "../undo.js";
import { mostWaitingSaved, priceOn } from "./movesAlone.js";
import type { NearMove } from "./nearMove.js";

/**
 * Joins a stop to one of another route, and what came after the first to what came before the second: long parts of routes change
 * places, which ruins of short strings cannot do.
 *
 * Source: the 2-opt* of Potvin & Rousseau 1995, between near neighbours only.
 */
export class TailSwap implements NearMove {
  private readonly state: RouteState;
  private readonly undo: Undo;
  /** Stops that leave the route of `last`, and those that leave the other. */
  private readonly tails: readonly [Int32Array, Int32Array];
  private tailCount = 0;
  private otherCount = 0;
  /** Whether it costs the same whoever makes a stop. */
  private readonly isFree: boolean;
  private last = 0;
  private first = 0;

  constructor(state: RouteState, undo: Undo) {
    const { stopCount, allowedPrice } = state.compiled;
    this.state = state;
    this.undo = undo;
    this.tails = [new Int32Array(stopCount), new Int32Array(stopCount)];
    this.isFree = allowedPrice.every((price) => price === 0);
  }

  looksWorth(last: number, first: number, allowance: number): boolean {
    const { state, tails } = this;
    const { routeOf, prev, next } = state;
    const [one, other] = [routeOf[last] as number, routeOf[first] as number];
    const before = prev[first] as number;
    const bound = this.leastCost(last, first) - mostWaitingSaved(state, one, other);
    if (this.isFree && bound >= allowance) return false;
    if (!(this.inTime(one, last, other, first) && this.inTime(other, before, one, next[last] as number))) return false;
    if (this.ridesAcross(one, last) || this.ridesAcross(other, before)) return false;
    this.last = last;
    this.first = first;
    this.tailCount = this.read(tails[0], one, last);
    this.otherCount = this.read(tails[1], other, before);
    return bound + this.dearer(tails[0], this.tailCount, other) + this.dearer(tails[1], this.otherCount, one) < allowance;
  }

  make(): boolean {
    const { state, undo, tails, last, first, tailCount, otherCount } = this;
    const [one, other] = [state.routeOf[last] as number, state.routeOf[first] as number];
    const before = state.prev[first] as number;
    undo.touch(one);
    undo.touch(other);
    for (let index = 0; index < tailCount; index++) state.remove(tails[0][index] as number);
    for (let index = 0; index < otherCount; index++) state.remove(tails[1][index] as number);
    this.put(tails[1], otherCount, one, last);
    this.put(tails[0], tailCount, other, before);
    return this.settle(one) && this.settle(other);
  }

  /** What the swap costs at least on the road; anything where the two routes travel or end in different ways, or are days of tours. */
  private leastCost(last: number, first: number): number {
    const { compiled, routeOf, where, ahead, onward, prev } = this.state;
    const { placeCount, routeTravel, routeTour, routeStart, routeEnd, travelSecondCost, routeOpenCost } = compiled;
    const [one, other] = [routeOf[last] as number, routeOf[first] as number];
    const travel = routeTravel[one] as Int32Array;
    const home = where[routeEnd[one] as number] as number;
    const isAlike = travel === routeTravel[other] && home === where[routeEnd[other] as number];
    if (!isAlike || (routeTour[one] as number) >= 0 || (routeTour[other] as number) >= 0) return Number.NEGATIVE_INFINITY;
    const before = prev[first] as number;
    const [from, following] = [where[before] as number, ahead[last] as number];
    const joined = travel[(where[last] as number) * placeCount + (where[first] as number)] as number;
    const cut = (onward[last] as number) + (onward[before] as number);
    // all may then be on one route, and the other empty
    if (following === home && from === where[routeStart[other] as number]) return (joined - cut) * travelSecondCost - routeOpenCost;
    return (joined - cut + (travel[from * placeCount + following] as number)) * travelSecondCost;
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

  /** What stops cost more on another route; infinite where one may not be made there. */
  private dearer(tail: Int32Array, count: number, route: number): number {
    const { state } = this;
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const stop = tail[index] as number;
      if (stop < state.compiled.jobCount) sum += priceOn(state, stop, route) - (state.pricePaid[stop] as number);
    }
    return sum;
  }

  private put(tail: Int32Array, count: number, route: number, after: number): void {
    const { state } = this;
    let last = after;
    for (let index = 0; index < count; index++) {
      const stop = tail[index] as number;
      state.insert(stop, route, last, stop < state.compiled.jobCount ? priceOn(state, stop, route) : 0);
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

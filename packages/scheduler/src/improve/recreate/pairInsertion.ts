import type { RouteState } from "../../evaluate/routeState.js";
import { earliestStart } from "../../evaluate/windows.js";
import type { Compiled } from "../../model/compiled.js";
import { Lottery } from "../lottery.js";

/** What a search for the positions of a transport is to go by. */
export interface PairWanted {
  readonly board: number;
  readonly route: number;
  readonly price: number;
  /** Only positions that cost less are of interest. */
  readonly bound: number;
}

/**
 * Finds the cheapest pair of positions for the two stops of a transport in one route: boarding first, and any way between.
 *
 * For each position of the boarding the cheapest position that follows is known beforehand as a bound (suffix minima, O(length));
 * only where that beats the best so far is the rest of the route driven with the person aboard, until it runs late. What the
 * limits of the features allow is asked of those that come out cheapest, by putting both stops in where a limit has no quicker way.
 */
export class PairInsertion {
  private readonly state: RouteState;
  private readonly overlooked: Lottery;
  private readonly mustTry: boolean;
  private readonly nodes: Int32Array;
  private readonly gaps: Int32Array;
  private readonly alightDetour: Float64Array;
  private readonly leastLater: Float64Array;
  private count = 0;
  boardAfter = -1;
  /** Node after which the alighting goes: the boarding itself where nothing comes between. */
  alightAfter = -1;
  cost = Number.POSITIVE_INFINITY;
  /** Whether the last search met a pair of positions that the hours allow. */
  fitted = false;
  /** Reason of the first limit that refused such a pair. */
  refusedBy: string | undefined;

  constructor(state: RouteState, overlooked = new Lottery(0.5, undefined)) {
    const { nodeCount, stopCount, jobCount } = state.compiled;
    const room = stopCount > jobCount ? nodeCount : 0;
    this.state = state;
    this.overlooked = overlooked;
    this.mustTry = state.compiled.waitingSecondCost > 0 || state.limits.some(({ admitsPair }) => admitsPair === undefined);
    this.nodes = new Int32Array(room);
    this.gaps = new Int32Array(room);
    this.alightDetour = new Float64Array(room);
    this.leastLater = new Float64Array(room);
  }

  /** Looks for positions that cost less than the bound; false where there are none. */
  find(wanted: PairWanted): boolean {
    const { compiled, next, finish, latest, where, ahead, onward, waitingOn } = this.state;
    const { placeCount, stopCount, nodePlace, travelSecondCost } = compiled;
    const { board, route, price } = wanted;
    const midnight = compiled.routeMidnight[route] as number;
    const alight = board + compiled.jobCount - compiled.visitCount;
    const travel = compiled.routeTravel[route] as Int32Array;
    const empty = !this.state.isDriven(route);
    const fixed = empty ? price + compiled.routeOpenCost : price;
    const slack = (waitingOn[route] as number) * compiled.waitingSecondCost;
    const boardPlace = nodePlace[board] as number;
    const alightPlace = nodePlace[alight] as number;
    const boardRow = boardPlace * placeCount;
    const into = compiled.routeTravelInto[route] as Int32Array;
    const closes = closing(compiled, board, midnight);
    const service = compiled.durations[(compiled.routeFactor[route] as number) * stopCount + board] as number;
    const end = compiled.routeEnd[route] as number;
    const ride = travel[boardPlace * placeCount + alightPlace] as number;
    this.cost = wanted.bound;
    this.boardAfter = -1;
    this.fitted = false;
    this.refusedBy = undefined;
    this.read(route, alight);
    for (let at = 0; at < this.count; at++) {
      if (this.overlooked.wins()) continue;
      const after = this.nodes[at] as number;
      const free = finish[after] as number;
      if (free > closes) break;
      const following = ahead[after] as number;
      const saved = empty ? 0 : (onward[after] as number);
      const there = into[boardRow + (where[after] as number)] as number;
      const detour = there + (travel[boardRow + following] as number) - saved;
      const adjacent = there + ride + (travel[alightPlace * placeCount + following] as number) - saved;
      const least = Math.min(adjacent, detour + (this.leastLater[at] as number));
      if (fixed + least * travelSecondCost - slack >= this.cost) continue;
      const begin = earliestStart(compiled, board, free + there, midnight);
      if (begin < 0) continue;
      const time = begin + service;
      const node = next[after] as number;
      // where a break is taken changes with what comes before it
      if ((node < stopCount || node === end) && time > (latest[node] as number)) continue;
      this.rideOn(wanted, { at, time, fixed: fixed - slack, detour, adjacent });
    }
    return this.boardAfter >= 0;
  }

  /** Notes the nodes of a route after which something can be put, and what an alighting costs at the least from each on where it can be in time. */
  private read(route: number, alight: number): void {
    const { compiled, next, finish, latest, where, ahead, onward } = this.state;
    const { placeCount, stopCount } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const into = compiled.routeTravelInto[route] as Int32Array;
    const row = (compiled.nodePlace[alight] as number) * placeCount;
    const midnight = compiled.routeMidnight[route] as number;
    const opens = opening(compiled, alight, midnight);
    const closes = closing(compiled, alight, midnight);
    const service = compiled.durations[(compiled.routeFactor[route] as number) * stopCount + alight] as number;
    const end = compiled.routeEnd[route] as number;
    let gap = 0;
    this.count = 0;
    for (let node = compiled.routeStart[route] as number; node !== end; ) {
      if (node < stopCount) gap++;
      const there = into[row + (where[node] as number)] as number;
      const on = travel[row + (ahead[node] as number)] as number;
      const following = next[node] as number;
      // with the boarding before it, an alighting comes no earlier than without
      const begin = Math.max((finish[node] as number) + there, opens);
      const isBreak = following >= stopCount && following !== end;
      const isLate = begin > closes || (!isBreak && begin + service + on > (latest[following] as number));
      this.nodes[this.count] = node;
      this.gaps[this.count] = gap;
      this.alightDetour[this.count++] = isLate ? Number.POSITIVE_INFINITY : there + on - (onward[node] as number);
      node = following;
    }
    let least = Number.POSITIVE_INFINITY;
    let ofGap = Number.POSITIVE_INFINITY;
    for (let at = this.count - 1; at >= 0; at--) {
      if (at < this.count - 1 && this.gaps[at] !== this.gaps[at + 1]) {
        least = Math.min(least, ofGap);
        ofGap = Number.POSITIVE_INFINITY;
      }
      ofGap = Math.min(ofGap, this.alightDetour[at] as number);
      this.leastLater[at] = least;
    }
  }

  /** Drives on from a boarding and weighs every position of the alighting until the route runs late. */
  private rideOn({ board, route, price }: PairWanted, from: { at: number; time: number; fixed: number; detour: number; adjacent: number }): void {
    const { state } = this;
    const { compiled, latest } = state;
    const { placeCount, nodePlace, stopCount, travelSecondCost, breakFrom, breakTo, breakSeconds } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const factorRow = (compiled.routeFactor[route] as number) * stopCount;
    const midnight = compiled.routeMidnight[route] as number;
    const after = this.nodes[from.at] as number;
    let { time } = from;
    let place = nodePlace[board] as number;
    for (let at = from.at; at < this.count; at++) {
      const sameGap = this.gaps[at] === this.gaps[from.at];
      const least = sameGap ? from.adjacent : from.detour + (this.alightDetour[at] as number);
      const alightAfter = at === from.at ? board : (this.nodes[at] as number);
      if (from.fixed + least * travelSecondCost < this.cost && !this.overlooked.wins() && this.alightsInTime(board, route, { at, time, place }))
        this.weigh({ board, route, price, after, alightAfter, cost: from.fixed + least * travelSecondCost });
      if (at + 1 >= this.count) return;
      const rest = sameGap ? Math.min(from.adjacent, from.detour + (this.leastLater[at] as number)) : from.detour + this.leastFrom(at + 1);
      if (from.fixed + rest * travelSecondCost >= this.cost) return;
      const node = this.nodes[at + 1] as number;
      if (node >= stopCount) {
        time = Math.max(time, breakFrom[node] as number);
        if (time > (breakTo[node] as number)) return;
        time += breakSeconds[node] as number;
      } else {
        const to = nodePlace[node] as number;
        time = earliestStart(compiled, node, time + (travel[place * placeCount + to] as number), midnight);
        if (time < 0 || time > (latest[node] as number)) return;
        time += compiled.durations[factorRow + node] as number;
        place = to;
      }
    }
  }

  private leastFrom(at: number): number {
    return Math.min(this.alightDetour[at] as number, this.leastLater[at] as number);
  }

  /** Whether an alighting fits in after the node at a position, reached with the person aboard at a time and place. */
  private alightsInTime(board: number, route: number, { at, time, place }: { at: number; time: number; place: number }): boolean {
    const { compiled, latest, next, where } = this.state;
    const { placeCount, nodePlace, stopCount, breakFrom, breakTo, breakSeconds } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const alight = board + compiled.jobCount - compiled.visitCount;
    const here = nodePlace[alight] as number;
    const arrive = time + (travel[place * placeCount + here] as number);
    const begin = earliestStart(compiled, alight, arrive, compiled.routeMidnight[route] as number);
    if (begin < 0) return false;
    let left = begin + (compiled.durations[(compiled.routeFactor[route] as number) * stopCount + alight] as number);
    const end = compiled.routeEnd[route] as number;
    let node = next[this.nodes[at] as number] as number;
    while (node >= stopCount && node !== end) {
      left = Math.max(left, breakFrom[node] as number);
      if (left > (breakTo[node] as number)) return false;
      left += breakSeconds[node] as number;
      node = next[node] as number;
    }
    return left + (travel[here * placeCount + (where[node] as number)] as number) <= (latest[node] as number);
  }

  /** Keeps a pair of positions that the hours allow if the limits do too and it is the cheapest so far. */
  private weigh(pair: { board: number; route: number; price: number; after: number; alightAfter: number; cost: number }): void {
    const { state } = this;
    const { board, route, price, after, alightAfter } = pair;
    this.fitted = true;
    for (const limit of state.limits) {
      if (limit.admitsPair === undefined || limit.admitsPair(state, route, { board, boardAfter: after, alightAfter })) continue;
      this.refusedBy ??= limit.reason;
      return;
    }
    const cost = this.mustTry || state.isDormant(route) ? this.tryOut(board, route, price, after, alightAfter) : pair.cost;
    if (cost >= this.cost) return;
    this.cost = cost;
    this.boardAfter = after;
    this.alightAfter = alightAfter;
  }

  private put(board: number, route: number, price: number, after: number, alightAfter: number): void {
    const { compiled } = this.state;
    this.state.insert(board, route, after, price);
    this.state.insert(board + compiled.jobCount - compiled.visitCount, route, alightAfter, 0);
  }

  /** What a route costs more with both stops in it; infinite where a limit does not admit them. The route is left as it was. */
  private tryOut(board: number, route: number, price: number, after: number, alightAfter: number): number {
    const { state } = this;
    const before = state.costAround(route);
    this.put(board, route, price, after, alightAfter);
    const kept = state.refresh(route);
    const cost = kept ? state.costAround(route) - before : Number.POSITIVE_INFINITY;
    if (!kept) this.refusedBy ??= state.limits.find((limit) => !limit.refresh(state, route))?.reason;
    state.removeJob(board);
    state.refresh(route);
    return cost;
  }
}

/** The moments between which all windows of a stop lie. */
const opening = ({ openFrom, windowFirst, windowFrom }: Compiled, stop: number, midnight: number): number =>
  Math.max(openFrom[stop] as number, midnight + (windowFrom[windowFirst[stop] as number] as number));
const closing = ({ openTo, windowFirst, windowTo }: Compiled, stop: number, midnight: number): number =>
  Math.min(openTo[stop] as number, midnight + (windowTo[(windowFirst[stop + 1] as number) - 1] as number));

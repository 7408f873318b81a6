import { fitsInTime, waitingCost, withinLimits } from "../../evaluate/insertion.js";
import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";
import type { Neighbours } from "../ruin/neighbours.js";
import { PairInsertion } from "./pairInsertion.js";

/** Share of positions that a search overlooks on purpose, so that the greedy choice is not always the same. */
const blinkRate = 0.01;
/** From so many possible routes on, a search looks at those that pass near the visit, and at few of the empty ones. */
const manyRoutes = 60;
const nearbyVisits = 40;
const emptyRate = 0.1;
/** Share of searches that look everywhere all the same. */
const everywhereRate = 0.02;

/** Finds the cheapest way to put a visit or a transport into the routes. What it found stands in its fields. */
export class BestInsertion {
  private readonly state: RouteState;
  private readonly random: Random | undefined;
  private readonly neighbours: Neighbours | undefined;
  /** For each route, the last search that found it near its visit. */
  private readonly nearIn: Int32Array;
  /** For each class of empty routes, the visit for which one has been tried, and at what price. */
  private readonly triedFor: Int32Array;
  private readonly triedPrice: Float64Array;
  /** Last moment of the day at which each visit may begin. */
  private readonly lastStart: Int32Array;
  private readonly pairs: PairInsertion;
  /** Position of the alighting, where what was looked for is a transport. */
  private alightAfter = -1;
  private toNextBlink = 0;
  private search = 0;
  /** A route that is not looked at; −1: none. */
  closed = -1;
  /** Whether routes without stops are looked at. */
  opens = true;
  route = -1;
  after = -1;
  price = 0;
  cost = Number.POSITIVE_INFINITY;

  /** Without `random` no position is overlooked, without `neighbours` no route. */
  constructor(state: RouteState, random?: Random, neighbours?: Neighbours) {
    const { compiled } = state;
    this.state = state;
    this.random = random;
    this.neighbours = neighbours;
    this.nearIn = new Int32Array(compiled.routeCount);
    this.pairs = new PairInsertion(state, () => {
      if (this.toNextBlink-- > 0) return false;
      this.drawBlink();
      return true;
    });
    const classes = compiled.routeClass.reduce((most, each) => Math.max(most, each + 1), 0);
    this.triedFor = new Int32Array(classes);
    this.triedPrice = new Float64Array(classes);
    this.lastStart = Int32Array.from(
      { length: compiled.jobCount },
      (_, visit) => compiled.windowTo[(compiled.windowFirst[visit + 1] as number) - 1] as number,
    );
    this.drawBlink();
  }

  private drawBlink(): void {
    this.toNextBlink = this.random === undefined ? Number.POSITIVE_INFINITY : Math.floor(Math.log(1 - this.random.unit()) / Math.log(1 - blinkRate));
  }

  /** Looks for the cheapest position of a job that costs less than `bound`; false where there is none. */
  find(job: number, bound: number): boolean {
    const { compiled } = this.state;
    const first = compiled.allowedFirst[job] as number;
    const last = compiled.allowedFirst[job + 1] as number;
    this.search++;
    this.route = -1;
    this.cost = bound;
    const everywhere = last - first <= manyRoutes || !this.markNearby(job);
    for (let entry = first; entry < last; entry++) {
      const route = compiled.allowed[entry] as number;
      if (!(everywhere || this.nearIn[route] === this.search || this.looksAtEmpty(route))) continue;
      if (job < compiled.visitCount) this.findInRoute(job, route, compiled.allowedPrice[entry] as number);
      else this.findPairInRoute(job, route, compiled.allowedPrice[entry] as number);
    }
    return this.route >= 0;
  }

  /** Marks the routes of the visits nearest to one; false where this search is to look everywhere. */
  private markNearby(visit: number): boolean {
    const { random, neighbours } = this;
    if (random === undefined || neighbours === undefined || random.unit() < everywhereRate) return false;
    const near = neighbours.of(visit);
    const { routeOf } = this.state;
    let found = 0;
    for (let index = 0; index < near.length && found < nearbyVisits; index++) {
      const route = routeOf[near[index] as number] as number;
      if (route < 0) continue;
      this.nearIn[route] = this.search;
      found++;
    }
    return true;
  }

  private looksAtEmpty(route: number): boolean {
    return this.state.stopsOn[route] === 0 && this.random !== undefined && this.random.unit() < emptyRate;
  }

  // the cost of a detour is spelled out here rather than asked of `insertionCost`: with the arrays at hand in locals the
  // search does about twice as many iterations a second on 100 visits
  private findInRoute(visit: number, route: number, price: number): void {
    if (route === this.closed) return;
    const { state } = this;
    const { compiled, next, finish, where, ahead } = state;
    const { placeCount, nodePlace, travelSecondCost } = compiled;
    const kind = compiled.routeClass[route] as number;
    const empty = state.stopsOn[route] === 0;
    if (empty && !this.opens) return;
    if (empty && this.triedFor[kind] === this.search && price >= (this.triedPrice[kind] as number)) return;
    const travel = compiled.routeTravel[route] as Int32Array;
    const here = nodePlace[visit] as number;
    const hereRow = here * placeCount;
    const end = compiled.routeEnd[route] as number;
    const deadline = (this.lastStart[visit] as number) + (compiled.routeMidnight[route] as number);
    // an empty route is not driven at all; waiting that the visit would fill can lower the cost below that of the detour
    const fixed = empty ? price + compiled.routeOpenCost : price;
    const slack = (state.waitingOn[route] as number) * compiled.waitingSecondCost;
    for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
      if ((finish[after] as number) > deadline) break;
      if (this.toNextBlink-- <= 0) {
        this.drawBlink();
        continue;
      }
      const row = (where[after] as number) * placeCount;
      const following = ahead[after] as number;
      const around = (travel[row + here] as number) + (travel[hereRow + following] as number);
      const detour = empty ? around : around - (travel[row + following] as number);
      let cost = fixed + detour * travelSecondCost;
      if (cost - slack >= this.cost || !fitsInTime(state, route, visit, after)) continue;
      cost += waitingCost(state, route, visit, after);
      if (cost >= this.cost || !withinLimits(state, route, visit, after)) continue;
      this.route = route;
      this.after = after;
      this.price = price;
      this.cost = cost;
      if (!empty) continue;
      this.triedFor[kind] = this.search;
      this.triedPrice[kind] = price;
    }
  }

  private findPairInRoute(board: number, route: number, price: number): void {
    if (route === this.closed) return;
    const kind = this.state.compiled.routeClass[route] as number;
    const empty = this.state.stopsOn[route] === 0;
    if (empty && !this.opens) return;
    if (empty && this.triedFor[kind] === this.search && price >= (this.triedPrice[kind] as number)) return;
    const { pairs } = this;
    if (!pairs.find({ board, route, price, bound: this.cost })) return;
    this.route = route;
    this.after = pairs.boardAfter;
    this.alightAfter = pairs.alightAfter;
    this.price = price;
    this.cost = pairs.cost;
    if (!empty) return;
    this.triedFor[kind] = this.search;
    this.triedPrice[kind] = price;
  }

  /** Puts the job last looked for where it was found. */
  take(job: number): boolean {
    const { visitCount, jobCount } = this.state.compiled;
    this.state.insert(job, this.route, this.after, this.price);
    if (job >= visitCount) this.state.insert(job + jobCount - visitCount, this.route, this.alightAfter, 0);
    return this.state.refresh(this.route);
  }
}

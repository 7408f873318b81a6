import { hasNights, Nights } from "../../evaluate/nights.js";
import type { RouteState } from "../../evaluate/routeState.js";
import { entryOf } from "../../model/entryOf.js";
import { Lottery } from "../lottery.js";
import type { Random } from "../random.js";
import type { Neighbours } from "../ruin/neighbours.js";
import { PairInsertion } from "./pairInsertion.js";
import { RouteScan } from "./routeScan.js";

/** Share of positions that a search overlooks on purpose, so that the greedy choice is not always the same. */
const blinkRate = 0.01;
/** From so many possible routes on, a search looks at those that pass near the visit, and now and then at some of the empty ones. */
const manyRoutes = 60;
const nearbyVisits = 40;
const emptiesRate = 0.25;
const emptiesAtOnce = 10;
/** Chance that a tour about to go out is looked at with one way of spending its nights, drawn by lot, rather than with all. */
const anyNightsRate = 0.5;
/** Share of searches that look everywhere all the same. */
const everywhereRate = 0.02;

/** Finds the cheapest way to put a visit or a transport into the routes. What it found stands in its fields. */
export class BestInsertion {
  private readonly state: RouteState;
  private readonly random: Random | undefined;
  private readonly neighbours: Neighbours | undefined;
  private readonly everywhere: Lottery;
  private readonly empties: Lottery;
  private readonly anyNights: Lottery;
  /** For each route, the last search that found it near its visit. */
  private readonly nearIn: Int32Array;
  /** For each class of empty routes, the visit for which one has been tried, and at what price. */
  private readonly triedFor: Int32Array;
  private readonly triedPrice: Float64Array;
  private readonly scan: RouteScan;
  private readonly pairs: PairInsertion;
  private readonly nights: Nights;
  /** Where the tour that was found is to spend its nights; undefined where they stay as they are. */
  private way: Int32Array | undefined;
  /** Position of the alighting, where what was looked for is a transport. */
  private alightAfter = -1;
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
    const blinks = new Lottery(blinkRate, random);
    this.state = state;
    this.random = random;
    this.neighbours = neighbours;
    this.everywhere = new Lottery(everywhereRate, random);
    this.empties = new Lottery(emptiesRate, random);
    this.anyNights = new Lottery(anyNightsRate, hasNights(compiled) ? random : undefined);
    this.nearIn = new Int32Array(compiled.routeCount);
    this.scan = new RouteScan(state, blinks);
    this.pairs = new PairInsertion(state, blinks);
    this.nights = new Nights(state);
    const classes = compiled.routeClass.reduce((most, each) => Math.max(most, each + 1), 0);
    this.triedFor = new Int32Array(classes);
    this.triedPrice = new Float64Array(classes);
  }

  /** Looks for the cheapest position of a job that costs less than `bound`; false where there is none. */
  find(job: number, bound: number): boolean {
    const { compiled } = this.state;
    const first = compiled.allowedFirst[job] as number;
    const last = compiled.allowedTo[job] as number;
    const { neighbours } = this;
    this.search++;
    this.route = -1;
    this.cost = bound;
    if (neighbours === undefined || last - first <= manyRoutes || this.everywhere.wins()) {
      for (let entry = first; entry < last; entry++) this.findInRoute(job, entry);
    } else {
      this.findNearby(job, neighbours.of(job));
      if (this.empties.wins()) this.findInEmpties(job, first, last, emptiesAtOnce);
    }
    return this.route >= 0;
  }

  /** The same among the routes without stops. */
  findEmpty(job: number, bound: number): boolean {
    const { allowedFirst, allowedTo } = this.state.compiled;
    this.search++;
    this.route = -1;
    this.cost = bound;
    this.findInEmpties(job, allowedFirst[job] as number, allowedTo[job] as number, Number.POSITIVE_INFINITY);
    return this.route >= 0;
  }

  /** Looks at so many of the empty routes among those allowed between two entries, beginning anywhere; of one class at the cheapest. */
  private findInEmpties(job: number, first: number, last: number, most: number): void {
    const { compiled, stopsOn, frozenRoutes } = this.state;
    const count = last - first;
    const begin = this.random === undefined ? 0 : this.random.below(count);
    let looked = 0;
    for (let step = 0; step < count && looked < most; step++) {
      const entry = first + ((begin + step) % count);
      const route = compiled.allowed[entry] as number;
      if (stopsOn[route] !== 0 || frozenRoutes[route] === 1 || this.isTried(route, compiled.allowedPrice[entry] as number)) continue;
      looked++;
      this.findInRoute(job, entry);
    }
  }

  /** Whether a route of the same class has been found to do, at a price that was no higher. */
  private isTried(route: number, price: number): boolean {
    const kind = this.state.compiled.routeClass[route] as number;
    return this.triedFor[kind] === this.search && price >= (this.triedPrice[kind] as number);
  }

  /** Looks at the routes of the visits nearest to a job. */
  private findNearby(job: number, near: Int32Array): void {
    const { routeOf, compiled } = this.state;
    let found = 0;
    for (let index = 0; index < near.length && found < nearbyVisits; index++) {
      const route = routeOf[near[index] as number] as number;
      if (route < 0) continue;
      found++;
      if (this.nearIn[route] === this.search) continue;
      this.nearIn[route] = this.search;
      const entry = entryOf(compiled, job, route);
      if (entry >= 0) this.findInRoute(job, entry);
    }
  }

  private findInRoute(job: number, entry: number): void {
    const { compiled, stopsOn } = this.state;
    const route = compiled.allowed[entry] as number;
    const price = compiled.allowedPrice[entry] as number;
    if (route === this.closed || this.state.frozenRoutes[route] === 1) return;
    if (stopsOn[route] === 0 && !this.state.isDriven(route)) {
      if (!this.opens || this.isTried(route, price) || !this.look(job, route, price)) return;
      const kind = compiled.routeClass[route] as number;
      this.triedFor[kind] = this.search;
      this.triedPrice[kind] = price;
    } else this.look(job, route, price);
  }

  /** Looks for a position in a route that is cheaper than all found so far; in a tour that makes no stop yet, with every way of spending its nights. */
  private look(job: number, route: number, price: number): boolean {
    const { nights, state } = this;
    const tour = state.compiled.routeTour[route] as number;
    if (tour < 0 || !nights.hasChoice(tour) || !state.isDormant(route)) {
      if (!this.lookAsItStands(job, route, price)) return false;
      this.way = undefined;
      return true;
    }
    const before = nights.read(tour);
    let found = false;
    const ways = nights.waysThrough(tour, route);
    const drawn = this.anyNights.wins() ? this.random?.below(ways.length) : undefined;
    for (const [index, way] of ways.entries()) {
      if (drawn !== undefined && index !== drawn) continue;
      nights.spend(tour, way);
      if (!this.lookAsItStands(job, route, price)) continue;
      this.way = way;
      found = true;
    }
    nights.spend(tour, before);
    return found;
  }

  private lookAsItStands(job: number, route: number, price: number): boolean {
    const { scan, pairs } = this;
    if (job < this.state.compiled.visitCount) {
      if (!scan.find(job, route, this.cost - price)) return false;
      this.after = scan.after;
      this.cost = price + scan.cost;
    } else {
      if (!pairs.find({ board: job, route, price, bound: this.cost })) return false;
      this.after = pairs.boardAfter;
      this.alightAfter = pairs.alightAfter;
      this.cost = pairs.cost;
    }
    this.route = route;
    this.price = price;
    return true;
  }

  /** Puts the job last looked for where it was found. */
  take(job: number): boolean {
    const { visitCount, jobCount, routeTour } = this.state.compiled;
    if (this.way !== undefined) this.nights.spend(routeTour[this.route] as number, this.way);
    this.state.insert(job, this.route, this.after, this.price);
    if (job >= visitCount) this.state.insert(job + jobCount - visitCount, this.route, this.alightAfter, 0);
    return this.state.refresh(this.route);
  }
}

import type { RouteLimit } from "../features/searchHalf.js";
import type { Compiled } from "../model/compiled.js";
import { Timetable } from "./timetable.js";
import { earliestStart, latestStart } from "./windows.js";

/**
 * Routes under construction: doubly linked nodes, with what an insertion test needs cached on each.
 *
 * `finish` is the earliest end of a stop, `latest` the latest arrival that keeps the rest of the route on time (of the
 * node's own start, where it is a stop); both hold for the order as it stands, limits on rides left aside. Earlier is never
 * worse, so an insertion is possible exactly where the earliest way in meets the latest way on. A break stands at the place of the stop before it.
 * `finish` and `travelOn` are sums that several unreachable legs may enter, so they are not held in 32 bits.
 */
export class RouteState {
  readonly compiled: Compiled;
  readonly limits: readonly RouteLimit[];
  /** Those of the limits that can tell whether a route has room at all. */
  readonly quickLimits: readonly RouteLimit[];
  readonly timetable: Timetable;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of each stop, −1 while it is in none. */
  readonly routeOf: Int32Array;
  /** What each stop costs in the route that it is in; 0 for alightings. */
  readonly pricePaid: Float64Array;
  /** Place at which each node is, a break being where its caregiver then is, and a tour where it spends its nights. */
  readonly where: Int32Array;
  /** Place of the next node that is no break. */
  readonly ahead: Int32Array;
  /** Travel from where each node is to that place. */
  readonly onward: Int32Array;
  /** Whether all routes travel alike: the way on from a stop is then the same in each, and need not be looked up again. */
  private readonly oneTravel: boolean;
  readonly finish: Float64Array;
  readonly latest: Int32Array;
  /** Visits, boardings and alightings of each route. */
  readonly stopsOn: Int32Array;
  readonly travelOn: Float64Array;
  readonly waitingOn: Int32Array;
  readonly costOf: Float64Array;
  /** Routes, and jobs left out, that the search is to leave as they are: 1; of no effect on `insert` and `remove`. */
  readonly frozenRoutes: Uint8Array;
  readonly frozenJobs: Uint8Array;
  /** Cost of all routes and of all jobs left out. */
  totalCost: number;
  /** Jobs in no route. */
  left: number;

  constructor(compiled: Compiled, limits: readonly RouteLimit[]) {
    const { nodeCount, routeCount, stopCount } = compiled;
    this.compiled = compiled;
    this.limits = limits;
    this.quickLimits = limits.filter(({ hasRoom }) => hasRoom !== undefined);
    this.timetable = new Timetable(compiled);
    this.next = new Int32Array(nodeCount).fill(-1);
    this.prev = new Int32Array(nodeCount).fill(-1);
    this.routeOf = new Int32Array(stopCount).fill(-1);
    this.pricePaid = new Float64Array(stopCount);
    this.where = Int32Array.from(compiled.nodePlace);
    this.ahead = new Int32Array(nodeCount).fill(-1);
    this.onward = new Int32Array(nodeCount);
    this.oneTravel = compiled.routeTravel.every((travel) => travel === compiled.routeTravel[0]);
    this.finish = new Float64Array(nodeCount);
    this.latest = new Int32Array(nodeCount);
    this.stopsOn = new Int32Array(routeCount);
    this.travelOn = new Float64Array(routeCount);
    this.waitingOn = new Int32Array(routeCount);
    this.costOf = new Float64Array(routeCount);
    this.frozenRoutes = new Uint8Array(routeCount);
    this.frozenJobs = new Uint8Array(compiled.jobCount);
    this.left = compiled.jobCount;
    this.totalCost = compiled.leaveOutCost.reduce((sum, cost) => sum + cost, 0);
    for (let route = 0; route < routeCount; route++) this.empty(route);
    for (let route = 0; route < routeCount; route++) this.refresh(route);
  }

  /** Whether a route is driven: it has stops, or is a day of a tour that has some on another. */
  isDriven(route: number): boolean {
    return (this.stopsOn[route] as number) > 0 || ((this.compiled.routeTour[route] as number) >= 0 && !this.isDormant(route));
  }

  /** Whether a route is a day of a tour that makes no stop on any: the first would send it out for all its dates. */
  isDormant(route: number): boolean {
    const tour = this.compiled.routeTour[route] as number;
    if (tour < 0) return false;
    const routes = this.compiled.tourRoutes[tour] as Int32Array;
    for (let index = 0; index < routes.length; index++) if ((this.stopsOn[routes[index] as number] as number) > 0) return false;
    return true;
  }

  /** Cost of a route, or of all days of its tour. */
  costAround(route: number): number {
    const tour = this.compiled.routeTour[route] as number;
    if (tour < 0) return this.costOf[route] as number;
    let sum = 0;
    for (const day of this.compiled.tourRoutes[tour] as Int32Array) sum += this.costOf[day] as number;
    return sum;
  }

  /** Whether a night of a tour follows a route. */
  sleepsOut(route: number): boolean {
    const tour = this.compiled.routeTour[route] as number;
    return tour >= 0 && this.compiled.routeTour[route + 1] === tour;
  }

  /** Place at which a route ends: of the night, between a day of a tour and the next. */
  nightAfter(route: number): number {
    return this.where[this.compiled.routeEnd[route] as number] as number;
  }

  /** Spends the night between a day of a tour and the next at a place; `refresh` brings the tour up to date. */
  spendNight(route: number, place: number): void {
    this.where[this.compiled.routeEnd[route] as number] = place;
    // the days of a tour are numbered one after another
    this.where[this.compiled.routeStart[route + 1] as number] = place;
  }

  /** Leaves a route with its breaks alone, in the order in which they fall due; its stops are not told. */
  empty(route: number): void {
    const { compiled, next, prev } = this;
    let last = compiled.routeStart[route] as number;
    const end = compiled.routeEnd[route] as number;
    for (let node = compiled.routeBreak[route] as number; node < (compiled.routeBreak[route + 1] as number); node++) {
      next[last] = node;
      prev[node] = last;
      last = node;
    }
    next[last] = end;
    prev[end] = last;
    this.stopsOn[route] = 0;
  }

  /** Links a node in after another. */
  link(node: number, after: number): void {
    const before = this.next[after] as number;
    this.next[after] = node;
    this.prev[node] = after;
    this.next[node] = before;
    this.prev[before] = node;
  }

  /** Takes a node out of its route. */
  unlink(node: number): void {
    const before = this.prev[node] as number;
    const after = this.next[node] as number;
    this.next[before] = after;
    this.prev[after] = before;
  }

  /** Puts a stop into a route after a node; `refresh` brings the route up to date. */
  insert(stop: number, route: number, after: number, price: number): void {
    this.link(stop, after);
    this.routeOf[stop] = route;
    this.pricePaid[stop] = price;
    this.stopsOn[route] = (this.stopsOn[route] as number) + 1;
    if (stop >= this.compiled.jobCount) return;
    this.totalCost -= this.compiled.leaveOutCost[stop] as number;
    this.left--;
  }

  /** Takes a stop out of its route; `refresh` brings the route up to date. */
  remove(stop: number): void {
    const route = this.routeOf[stop] as number;
    this.unlink(stop);
    this.routeOf[stop] = -1;
    this.stopsOn[route] = (this.stopsOn[route] as number) - 1;
    if (stop >= this.compiled.jobCount) return;
    this.totalCost += this.compiled.leaveOutCost[stop] as number;
    this.left++;
  }

  /** Takes a visit, or a transport with both its stops, out of its route; `refresh` brings the route up to date. */
  removeJob(job: number): void {
    const { visitCount, jobCount } = this.compiled;
    this.remove(job);
    if (job >= visitCount) this.remove(job + jobCount - visitCount);
  }

  /** Brings the times, cost and limits of a route, and of all days of its tour, up to date; false where it cannot be kept as it stands. */
  refresh(route: number): boolean {
    const tour = this.compiled.routeTour[route] as number;
    if (tour < 0) return this.refreshRoute(route);
    // limits that sum over days are told of all of them first: what one gains, another may lose
    return this.refreshTour(tour) || this.refreshTour(tour);
  }

  private refreshTour(tour: number): boolean {
    let kept = true;
    for (const day of this.compiled.tourRoutes[tour] as Int32Array) if (!this.refreshRoute(day)) kept = false;
    return kept;
  }

  private refreshRoute(route: number): boolean {
    const { compiled, next, prev, where, ahead, onward, finish, latest, oneTravel } = this;
    const { placeCount, stopCount, breakFrom, breakTo, breakSeconds, nodePlace, durations } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const factorRow = (compiled.routeFactor[route] as number) * stopCount;
    const midnight = compiled.routeMidnight[route] as number;
    const start = compiled.routeStart[route] as number;
    const end = compiled.routeEnd[route] as number;
    let possible = true;
    let place = where[start] as number;
    let time = compiled.routeFrom[route] as number;
    let onTheRoad = 0;
    let price = 0;
    let last = start;
    finish[start] = time;
    for (let node = next[start] as number; node !== end; node = next[node] as number) {
      if (node >= stopCount) {
        const from = breakFrom[node] as number;
        if (time < from) time = from;
        if (time > (breakTo[node] as number)) possible = false;
        time += breakSeconds[node] as number;
        where[node] = place;
      } else {
        const to = nodePlace[node] as number;
        const isKnown = oneTravel && last < stopCount && ahead[last] === to;
        const leg = isKnown ? (onward[last] as number) : (travel[place * placeCount + to] as number);
        onTheRoad += leg;
        last = node;
        const begin = earliestStart(compiled, node, time + leg, midnight);
        if (begin < 0) possible = false;
        time = (begin < 0 ? time + leg : begin) + (durations[factorRow + node] as number);
        place = to;
        price += this.pricePaid[node] as number;
      }
      finish[node] = time;
    }
    const home = where[end] as number;
    const lastLeg = travel[place * placeCount + home] as number;
    // whoever goes home is not held up until now
    if (time - (compiled.heldSeconds[prev[end] as number] as number) + lastLeg > (compiled.routeTo[route] as number) && this.isDriven(route))
      possible = false;
    latest[end] = compiled.routeTo[route] as number;
    let bound = latest[end] as number;
    let following = home;
    ahead[end] = home;
    for (let node = prev[end] as number; node !== start; node = prev[node] as number) {
      let leg = onward[node] as number;
      if (!oneTravel || node >= stopCount || ahead[node] !== following) {
        leg = travel[(where[node] as number) * placeCount + following] as number;
        ahead[node] = following;
        onward[node] = leg;
      }
      // a break is taken where its caregiver is: the leg to the next place lies after it, or after the last of several
      const after = next[node] as number;
      if (after < stopCount || after === end) bound -= leg;
      if (node >= stopCount) bound = Math.min(bound - (breakSeconds[node] as number), breakTo[node] as number);
      else {
        bound = latestStart(compiled, node, bound - (durations[factorRow + node] as number), midnight);
        following = nodePlace[node] as number;
      }
      latest[node] = bound;
    }
    onward[start] = travel[(where[start] as number) * placeCount + following] as number;
    ahead[start] = following;
    return this.price(route, possible, onTheRoad + lastLeg, price);
  }

  private price(route: number, possible: boolean, onTheRoad: number, price: number): boolean {
    const { compiled } = this;
    const used = this.isDriven(route);
    this.travelOn[route] = used ? onTheRoad : 0;
    // a route whose rides are too long cannot be timed either
    this.waitingOn[route] = used && possible && compiled.waitingSecondCost > 0 ? Math.max(0, this.timetable.waiting(this, route, -1, -1)) : 0;
    const cost = used
      ? compiled.routeOpenCost * (compiled.routeCrew[route] as number) +
        onTheRoad * compiled.travelSecondCost +
        (this.waitingOn[route] as number) * compiled.waitingSecondCost +
        price
      : 0;
    this.totalCost += cost - (this.costOf[route] as number);
    this.costOf[route] = cost;
    let kept = possible || !used;
    for (const limit of this.limits) if (!limit.refresh(this, route)) kept = false;
    return kept;
  }
}

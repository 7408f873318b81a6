import { Random } from "../../improve/random.js";
import { beginFrom } from "../../linked/hours.js";
import { afterLast, type LinkedState } from "../../linked/linkedState.js";
import { Order } from "../../linked/order.js";

/** Between the keys of appointments that have been numbered lies 1,000: halfway is free. */
const apart = 1000;
const halfway = 500;

/** How many ways of making the visits linked to one are tried at each of its places: those of least detour. */
const mostWays = 256;

/** A place for one visit: after a node of a route, with breaks before or after it. */
interface Spot {
  readonly visit: number;
  readonly route: number;
  readonly before: number;
  readonly breaks: readonly { readonly pause: number; readonly mode: number }[];
}

/** A place for a visit and for those that stand or fall with it. */
export interface LinkedPlace {
  readonly spots: readonly Spot[];
}

/** Tries places for a visit, and for those that stand or fall with it, in the linked state of a plan that has none of them. */
export class LinkedPlaces {
  private readonly state: LinkedState;
  private readonly visit: number;
  private readonly appointment: number;
  private readonly others: readonly number[];
  /** The appointments that are made, in the order of their keys. */
  private made: readonly number[];
  private best: LinkedPlace | undefined;
  private least = Number.POSITIVE_INFINITY;
  /** Reason of the limit that was met where only a limit was. */
  limited: string | undefined;

  constructor(state: LinkedState, visit: number) {
    const { appointmentOf, memberFirst, member, appointmentCount } = state.model;
    this.state = state;
    this.visit = visit;
    this.appointment = appointmentOf[visit] as number;
    this.others = [...member.subarray(memberFirst[this.appointment], memberFirst[this.appointment + 1])].filter((other) => other !== visit);
    new Order(state, new Random(1)).renumber();
    this.made = Array.from({ length: appointmentCount }, (_, appointment) => appointment)
      .filter((appointment) => state.isMade(appointment))
      .sort((a, b) => (state.key[a] as number) - (state.key[b] as number));
  }

  /** Whether the visit stands or falls with others. */
  get isLinked(): boolean {
    return this.others.length > 0;
  }

  /** The cheapest place found with the visit in a route; undefined where there is none. */
  bestIn(route: number): LinkedPlace | undefined {
    const { routeMidnight, allowed, allowedFirst } = this.state.model.compiled;
    this.best = undefined;
    this.least = Number.POSITIVE_INFINITY;
    this.limited = undefined;
    const breadth = Math.max(1, Math.floor(mostWays ** (1 / Math.max(1, this.others.length))));
    const ofOthers = this.others.map((other) =>
      [...allowed.subarray(allowedFirst[other], allowedFirst[other + 1])]
        .filter((beside) => routeMidnight[beside] === routeMidnight[route])
        .flatMap((beside) => this.spotsIn(other, beside))
        .map((spot) => ({ spot, cost: this.detour(spot) }))
        .sort((a, b) => a.cost - b.cost)
        .slice(0, breadth)
        .map(({ spot }) => spot),
    );
    for (const spot of this.spotsIn(this.visit, route)) {
      let ways: Spot[][] = [[spot]];
      for (const spots of ofOthers) ways = ways.flatMap((way) => spots.map((other) => [...way, other]));
      for (const spots of ways) this.try({ spots });
    }
    return this.best;
  }

  /**
   * Puts the appointment in: the cost, infinite where it cannot be kept or, with a bound, where it is known to cost no less than
   * that. To be rolled back by the caller.
   */
  put({ spots }: LinkedPlace, bound = Number.POSITIVE_INFINITY): number {
    const { state, appointment } = this;
    const key = this.keyFor(spots);
    state.begin();
    if (key === undefined) return Number.POSITIVE_INFINITY;
    state.setKey(appointment, key);
    for (const { visit, route, breaks } of spots) {
      if (!state.mayBe(visit, route)) return Number.POSITIVE_INFINITY;
      for (const { pause, mode } of breaks) state.setBreakMode(route, pause, mode);
      state.put(visit, route);
    }
    state.leftCost -= state.model.leaveOutCost[appointment] as number;
    return state.bound < bound ? state.settle() : Number.POSITIVE_INFINITY;
  }

  private try(place: LinkedPlace): void {
    const { state } = this;
    // a visit by itself is timed at every place, as through links of others it may save elsewhere what the bound does not see
    const cost = this.put(place, this.isLinked ? this.least : Number.POSITIVE_INFINITY);
    if (cost === Number.POSITIVE_INFINITY) this.limited ??= state.brokenLimit;
    if (cost < this.least) [this.best, this.least] = [place, cost];
    state.rollBack();
  }

  /** Every place of a visit in a route where it could begin: before and after each visit of the route, and each break between them. */
  private spotsIn(visit: number, route: number): Spot[] {
    const { state } = this;
    const { next, breakMode, visitCount, visitsOn } = state;
    const { routeStart, routeEnd, routeBreak } = state.model.compiled;
    const spots: Spot[] = [];
    if (!state.mayBe(visit, route)) return spots;
    const isEmpty = visitsOn[route] === 0;
    for (let before = routeStart[route] as number; before !== routeEnd[route]; before = next[before] as number) {
      if (!this.couldBegin(visit, route, before)) continue;
      const after = next[before] as number;
      const follows = after < visitCount ? after : afterLast;
      const pauses: number[] = [];
      for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
        if (isEmpty || breakMode[pause] === follows) pauses.push(pause);
      spots.push({ visit, route, before, breaks: [] });
      // the first so many of the breaks that lie between come before the visit
      for (let count = isEmpty ? 0 : 1; count <= pauses.length; count++)
        spots.push({ visit, route, before, breaks: pauses.map((pause, index) => ({ pause, mode: index < count ? visit : follows })) });
    }
    return spots;
  }

  /** False where a visit cannot begin after a node, as nothing before it can end earlier than it does. */
  private couldBegin(visit: number, route: number, before: number): boolean {
    const { state } = this;
    const leaves = before < state.visitCount ? (state.finish[before] as number) : (state.model.compiled.routeFrom[route] as number);
    return beginFrom(state, visit, route, leaves + this.leg(route, before, visit)) >= 0;
  }

  private leg(route: number, from: number, to: number): number {
    const { nodePlace, placeCount, routeTravel } = this.state.model.compiled;
    return (routeTravel[route] as Int32Array)[(nodePlace[from] as number) * placeCount + (nodePlace[to] as number)] as number;
  }

  /** What a visit costs on the road, its route and its caregiver being priced as well. */
  private detour({ visit, route, before }: Spot): number {
    const { next, visitsOn, model } = this.state;
    const { compiled, price } = model;
    const after = next[before] as number;
    const added = this.leg(route, before, visit) + this.leg(route, visit, after) - (visitsOn[route] === 0 ? 0 : this.leg(route, before, after));
    const opens = visitsOn[route] === 0 ? compiled.routeOpenCost : 0;
    return added * compiled.travelSecondCost + opens + (price[visit * compiled.routeCount + route] as number);
  }

  /** A key that puts every visit where its spot is; appointments are numbered anew for it where need be. Undefined where there is none. */
  private keyFor(spots: readonly Spot[]): number | undefined {
    const { state } = this;
    const { next, visitCount } = state;
    let [lower, upper] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const { before } of spots) {
      const after = next[before] as number;
      if (before < visitCount) lower = Math.max(lower, state.keyOf(before));
      if (after < visitCount) upper = Math.min(upper, state.keyOf(after));
    }
    if (lower >= upper) return this.cutBefore(spots);
    if (lower !== Number.NEGATIVE_INFINITY) return lower + halfway;
    return upper === Number.POSITIVE_INFINITY ? halfway : upper - halfway;
  }

  /**
   * Numbers what must come before the spots first, and all else after it, either in its order so far: the key between the two;
   * undefined where something must come both before and after.
   */
  private cutBefore(spots: readonly Spot[]): number | undefined {
    const { next, prev, routeOf, visitCount, key, model } = this.state;
    const { appointmentOf, memberFirst, member } = model;
    const earlier = new Set<number>();
    const waiting = spots.map(({ before }) => before);
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
      for (let visit = from; visit < visitCount && !earlier.has(visit); visit = prev[visit] as number) {
        earlier.add(visit);
        const appointment = appointmentOf[visit] as number;
        for (const other of member.subarray(memberFirst[appointment], memberFirst[appointment + 1]))
          if ((routeOf[other] as number) >= 0) waiting.push(other);
      }
    if (spots.some(({ before }) => earlier.has(next[before] as number))) return undefined;
    const isEarlier = (appointment: number): boolean => earlier.has(member[memberFirst[appointment] as number] as number);
    const first = this.made.filter(isEarlier);
    this.made = [...first, ...this.made.filter((appointment) => !isEarlier(appointment))];
    for (const [index, appointment] of this.made.entries()) key[appointment] = index * apart;
    return first.length * apart - halfway;
  }
}

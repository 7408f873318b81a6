import { Random } from "../../improve/random.js";
import { afterLast, type LinkedState } from "../../linked/linkedState.js";
import { Order } from "../../linked/order.js";

/** Between the keys of appointments that `Order.renumber` has numbered lies 1,000: halfway is free. */
const halfway = 500;

/** How many ways of making the other visits of an appointment are tried at each place of the first. */
const waysAtOnce = 64;

/** How an appointment is put into routes: its key, a route for each of its visits, and breaks that are taken elsewhere. */
export interface LinkedPlace {
  readonly key: number;
  readonly routes: ReadonlyMap<number, number>;
  readonly breaks: readonly { readonly route: number; readonly pause: number; readonly mode: number }[];
}

/** Tries places for a visit, and for those that stand or fall with it, in the linked state of a plan that has none of them. */
export class LinkedPlaces {
  private readonly state: LinkedState;
  private readonly visit: number;
  private readonly appointment: number;
  private readonly others: readonly number[];
  /** Keys of the appointments that are made, in order. */
  private readonly keys: readonly number[];
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
    this.keys = Array.from({ length: appointmentCount }, (_, appointment) => appointment)
      .filter((appointment) => state.isMade(appointment))
      .map((appointment) => state.key[appointment] as number)
      .sort((a, b) => a - b);
  }

  /** Whether the visit is made together with others, or after or before them, or not at all. */
  get isLinked(): boolean {
    return this.others.length > 0;
  }

  /** The cheapest place found with the visit in a route; undefined where there is none. */
  bestIn(route: number): LinkedPlace | undefined {
    this.best = undefined;
    this.least = Number.POSITIVE_INFINITY;
    this.limited = undefined;
    if (!this.state.mayBe(this.visit, route)) return undefined;
    if (this.isLinked) for (const key of this.keysOn(route)) this.tryWith(route, key);
    else this.tryAlone(route);
    return this.best;
  }

  /** Puts the appointment in; the cost, infinite where it cannot be kept. To be called between `begin` and `rollBack`. */
  put({ key, routes, breaks }: LinkedPlace): number {
    if (!this.enter(key, routes)) return Number.POSITIVE_INFINITY;
    for (const { route, pause, mode } of breaks) this.state.setBreakMode(route, pause, mode);
    return this.state.settle();
  }

  private enter(key: number, routes: ReadonlyMap<number, number>): boolean {
    const { state, appointment } = this;
    state.setKey(appointment, key);
    for (const [visit, route] of routes) {
      if (!state.mayBe(visit, route)) return false;
      state.put(visit, route);
    }
    state.leftCost -= state.model.leaveOutCost[appointment] as number;
    return true;
  }

  private try(place: LinkedPlace): void {
    const { state } = this;
    state.begin();
    const cost = this.put(place);
    if (cost === Number.POSITIVE_INFINITY) this.limited ??= state.brokenLimit;
    if (cost < this.least) [this.best, this.least] = [place, cost];
    state.rollBack();
  }

  /** Every place of a visit by itself: before and after each visit of the route, and each break between them. */
  private tryAlone(route: number): void {
    const { state, visit } = this;
    const { next, breakMode, visitCount, visitsOn } = state;
    const { routeStart, routeEnd, routeBreak } = state.model.compiled;
    const routes = new Map([[visit, route]]);
    const end = routeEnd[route] as number;
    const isEmpty = visitsOn[route] === 0;
    for (let before = routeStart[route] as number; before !== end; before = next[before] as number) {
      const after = next[before] as number;
      const key = before < visitCount ? state.keyOf(before) + halfway : after < visitCount ? state.keyOf(after) - halfway : halfway;
      const next_ = after < visitCount ? after : afterLast;
      const pauses: number[] = [];
      for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
        if (isEmpty || breakMode[pause] === next_) pauses.push(pause);
      this.try({ key, routes, breaks: [] });
      // the first so many of the breaks that lie between come before the visit
      for (let count = isEmpty ? 0 : 1; count <= pauses.length; count++)
        this.try({ key, routes, breaks: pauses.map((pause, index) => ({ route, pause, mode: index < count ? visit : next_ })) });
    }
  }

  /** Keys that differ for the routes of a day: one before, between and after what is made on it. */
  private keysOn(route: number): number[] {
    const { routeMidnight } = this.state.model.compiled;
    const { appointmentOf } = this.state.model;
    const onDay = new Set<number>();
    for (const [visit, other] of this.state.routeOf.entries())
      if (other >= 0 && routeMidnight[other] === routeMidnight[route]) onDay.add(appointmentOf[visit] as number);
    const own = new Set([...onDay].map((appointment) => this.state.key[appointment] as number));
    const keys = this.keys.filter((key) => own.has(key));
    return keys.length === 0 ? [halfway] : [(keys[0] as number) - halfway, ...keys.map((key) => key + halfway)];
  }

  /** The visit in a route at a key, and each of the others where it makes least of a detour on the same day, in some ways. */
  private tryWith(route: number, key: number): void {
    const breadth = Math.max(1, Math.floor(waysAtOnce ** (1 / this.others.length)));
    let ways: Map<number, number>[] = [new Map([[this.visit, route]])];
    for (const other of this.others) {
      const routes = this.likely(other, route, key).slice(0, breadth);
      ways = ways.flatMap((way) => routes.map((to) => new Map(way).set(other, to)));
    }
    for (const routes of ways) {
      const place = { key, routes, breaks: [] };
      this.state.begin();
      const isWorthTiming = this.enter(key, routes) && this.state.bound < this.least;
      this.state.rollBack();
      if (isWorthTiming) this.try(place);
    }
  }

  private likely(visit: number, beside: number, key: number): number[] {
    const { state } = this;
    const { compiled, price } = state.model;
    const { allowed, allowedFirst, routeMidnight, routeCount } = compiled;
    const routes = [...allowed.subarray(allowedFirst[visit], allowedFirst[visit + 1])].filter(
      (route) => routeMidnight[route] === routeMidnight[beside] && state.mayBe(visit, route),
    );
    return routes
      .map((route) => ({ route, cost: this.detour(visit, route, key) + (price[visit * routeCount + route] as number) }))
      .sort((a, b) => a.cost - b.cost || a.route - b.route)
      .map(({ route }) => route);
  }

  /** What a visit costs on the road where a key puts it. */
  private detour(visit: number, route: number, key: number): number {
    const { state } = this;
    const { compiled } = state.model;
    const { nodePlace, placeCount } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    let after = state.next[compiled.routeStart[route] as number] as number;
    while (after < state.visitCount && state.keyOf(after) < key) after = state.next[after] as number;
    const before = state.prev[after] as number;
    const leg = (from: number, to: number): number => travel[(nodePlace[from] as number) * placeCount + (nodePlace[to] as number)] as number;
    const opens = state.visitsOn[route] === 0 ? compiled.routeOpenCost : 0;
    return (leg(before, visit) + leg(visit, after) - leg(before, after)) * compiled.travelSecondCost + opens;
  }
}

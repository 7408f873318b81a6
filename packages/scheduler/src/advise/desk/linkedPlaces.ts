import { Random } from "../../improve/random.js";
import { beginFrom } from "../../linked/hours.js";
import { afterLast, type LinkedState } from "../../linked/linkedState.js";
import { Order } from "../../linked/order.js";
import { closeRhythms, madeOf, openRhythms, settleFree } from "../../linked/restoreRegular.js";

/** Between the keys of appointments that have been numbered lies 1,000; appointments are numbered anew where that becomes too little. */
const apart = 1000;
const halfway = 500;
const leastRoom = 1e-3;

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
  private readonly bundle: number;
  /** Appointments that are made with it, earlier ones first, itself among them. */
  private readonly appointments: readonly number[];
  private readonly others: readonly number[];
  /** Rhythms of all these visits, and those of them that no visit has set yet. */
  private readonly rhythms: readonly number[];
  private readonly unset: readonly number[];
  /** The appointments that are made, in the order of their keys. */
  private made: readonly number[];
  private best: LinkedPlace | undefined;
  private least = Number.POSITIVE_INFINITY;
  /** Reason of the limit, or pattern, that was met where only that was. */
  limited: string | undefined;
  private isIrregular = false;
  /** Whether what was put in last was timed, and not given up before as dear or impossible. */
  private isTimed = false;

  constructor(state: LinkedState, visit: number) {
    const { appointmentOf, appointmentCount, bundleOf, bundleFirst, bundled, rhythms } = state.model;
    this.state = state;
    this.visit = visit;
    this.bundle = bundleOf[appointmentOf[visit] as number] as number;
    this.appointments = [...bundled.subarray(bundleFirst[this.bundle], bundleFirst[this.bundle + 1])];
    const visits = this.appointments.flatMap((appointment) => this.membersOf(appointment));
    this.others = visits.filter((other) => other !== visit);
    this.rhythms = [...new Set(visits.map((own) => rhythms.of[own] as number))].filter((rhythm) => rhythm >= 0);
    this.unset = this.rhythms.filter((rhythm) => madeOf(state, rhythm, state.routeOf).length === 0);
    new Order(state, new Random(1)).renumber();
    this.made = Array.from({ length: appointmentCount }, (_, appointment) => appointment)
      .filter((appointment) => this.membersOf(appointment).some((member) => (state.routeOf[member] as number) >= 0))
      .sort((a, b) => (state.key[a] as number) - (state.key[b] as number));
  }

  /** Whether the visit stands or falls with others. */
  get isLinked(): boolean {
    return this.others.length > 0;
  }

  private membersOf(appointment: number): number[] {
    const { memberFirst, member } = this.state.model;
    return [...member.subarray(memberFirst[appointment], memberFirst[appointment + 1])];
  }

  /** The cheapest place found with the visit in a route; undefined where there is none. */
  bestIn(route: number): LinkedPlace | undefined {
    const { appointmentOf, compiled } = this.state.model;
    const { routeMidnight, allowed, allowedFirst, allowedTo } = compiled;
    // those whose times hang together are made on one day, whoever else is made with them on any
    const isOn = (other: number, beside: number): boolean =>
      appointmentOf[other] !== appointmentOf[this.visit] || routeMidnight[beside] === routeMidnight[route];
    this.best = undefined;
    this.least = Number.POSITIVE_INFINITY;
    this.limited = undefined;
    this.isIrregular = false;
    const breadth = Math.max(1, Math.floor(mostWays ** (1 / Math.max(1, this.others.length))));
    const ofOthers = this.others.map((other) =>
      [...allowed.subarray(allowedFirst[other], allowedTo[other])]
        .filter((beside) => isOn(other, beside))
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
   * Puts the appointments in: the cost, infinite where they cannot be kept or, with a bound, where that is known to be no less than
   * it. Rhythms stay as the visits that are made have them; where that cannot be kept, they are as early as can be. To be rolled
   * back by the caller.
   */
  put({ spots }: LinkedPlace, bound = Number.POSITIVE_INFINITY): number {
    const { state, unset, rhythms } = this;
    const cost = this.putWith(spots, unset, bound);
    if (cost < Number.POSITIVE_INFINITY || !this.isTimed || rhythms.length === unset.length) return cost;
    state.rollBack();
    return this.putWith(spots, rhythms, bound);
  }

  private putWith(spots: readonly Spot[], free: readonly number[], bound: number): number {
    const { state, bundle } = this;
    state.begin();
    openRhythms(state, free);
    for (const rhythm of free) state.setRhythm(rhythm, 0);
    const isPut = this.putAll(spots);
    state.leftCost -= state.model.leaveOutCost[bundle] as number;
    this.isTimed = isPut && state.bound < bound;
    const opened = this.isTimed ? state.settle() : Number.POSITIVE_INFINITY;
    const cost = this.isTimed ? settleFree(state, free, opened) : opened;
    closeRhythms(state);
    if (cost === Number.POSITIVE_INFINITY && opened < Number.POSITIVE_INFINITY) this.isIrregular = true;
    return cost;
  }

  private putAll(spots: readonly Spot[]): boolean {
    const { state } = this;
    const { appointmentOf } = state.model;
    const placed: number[] = [];
    for (const appointment of this.appointments) {
      const own = spots.filter(({ visit }) => appointmentOf[visit] === appointment);
      const key = this.keyFor(own, placed);
      if (key === undefined) return false;
      state.setKey(appointment, key);
      for (const { visit, route, breaks } of own) {
        if (!state.mayBe(visit, route)) return false;
        for (const { pause, mode } of breaks) state.setBreakMode(route, pause, mode);
        state.put(visit, route);
      }
      placed.push(appointment);
    }
    return true;
  }

  private try(place: LinkedPlace): void {
    const { state } = this;
    // a visit by itself is timed at every place, as through links of others it may save elsewhere what the bound does not see
    const cost = this.put(place, this.isLinked ? this.least : Number.POSITIVE_INFINITY);
    if (cost === Number.POSITIVE_INFINITY) this.limited ??= state.brokenLimit ?? (this.isIrregular ? "PATTERN_NOT_KEPT" : undefined);
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

  /**
   * False where a visit cannot begin after a node, as nothing before it can end earlier than it does; where rhythms may be set
   * anew, than the shift begins.
   */
  private couldBegin(visit: number, route: number, before: number): boolean {
    const { state, rhythms } = this;
    const rhythm = state.model.rhythms.of[visit] as number;
    const isFirst = before >= state.visitCount || rhythms.length > 0;
    const leaves = isFirst ? (state.model.compiled.routeFrom[route] as number) : (state.finish[before] as number);
    const arrives = leaves + this.leg(route, before, visit);
    if (rhythm < 0) return beginFrom(state, visit, route, arrives) >= 0;
    const regular = state.rhythmFrom[rhythm] as number;
    openRhythms(state, [rhythm]);
    state.rhythmFrom[rhythm] = 0;
    const could = beginFrom(state, visit, route, arrives) >= 0;
    state.rhythmFrom[rhythm] = regular;
    closeRhythms(state);
    return could;
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

  /** The node before a spot, and the one after it, visits of the same bundle that were put there before being before it. */
  private around({ before }: Spot, placed: readonly number[]): { readonly before: number; readonly after: number } {
    const { next, visitCount, model } = this.state;
    let last = before;
    let after = next[last] as number;
    for (; after < visitCount && placed.includes(model.appointmentOf[after] as number); after = next[last] as number) last = after;
    return { before: last, after };
  }

  /** Visits in routes that a visit waits for. */
  private awaited(visit: number): number[] {
    const { routeOf, model } = this.state;
    const { first, from } = model.sequences;
    return [...from.subarray(first[visit], first[visit + 1])].filter((other) => (routeOf[other] as number) >= 0);
  }

  /**
   * A key that puts every visit of an appointment where its spot is, after those that it waits for; appointments are numbered anew
   * for it where need be. Undefined where there is none.
   *
   * @param placed appointments of the bundle that are in already
   */
  private keyFor(spots: readonly Spot[], placed: readonly number[]): number | undefined {
    const { state } = this;
    const { visitCount } = state;
    const gaps = spots.map((spot) => this.around(spot, placed));
    const earlier = [...gaps.map(({ before }) => before), ...spots.flatMap(({ visit }) => this.awaited(visit))].filter((node) => node < visitCount);
    const later = gaps.map(({ after }) => after).filter((node) => node < visitCount);
    let [lower, upper] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const visit of earlier) lower = Math.max(lower, state.keyOf(visit));
    for (const visit of later) upper = Math.min(upper, state.keyOf(visit));
    if (upper - lower <= leastRoom) return this.cutBetween(earlier, later, placed);
    // no two keys are ever the same: those of appointments that were numbered are whole thousands
    const off = halfway / (1 + placed.length);
    if (lower !== Number.NEGATIVE_INFINITY) return lower + Math.min(off, (upper - lower) / 2);
    return upper === Number.POSITIVE_INFINITY ? off : upper - off;
  }

  /**
   * Numbers what must come before some visits, and these, first, and all else after that, either in its order so far: the key
   * between the two; undefined where one of some others would have to come both before and after.
   */
  private cutBetween(before: readonly number[], after: readonly number[], placed: readonly number[]): number | undefined {
    const { prev, routeOf, visitCount, key, model } = this.state;
    const { appointmentOf } = model;
    const earlier = new Set<number>();
    const waiting = [...before];
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
      for (let visit = from; visit < visitCount && !earlier.has(visit); visit = prev[visit] as number) {
        earlier.add(visit);
        for (const other of this.membersOf(appointmentOf[visit] as number)) if ((routeOf[other] as number) >= 0) waiting.push(other);
        waiting.push(...this.awaited(visit));
      }
    if (after.some((visit) => earlier.has(visit))) return undefined;
    const all = placed.length === 0 ? this.made : [...this.made, ...placed].sort((a, b) => (key[a] as number) - (key[b] as number));
    const isEarlier = (appointment: number): boolean => this.membersOf(appointment).some((visit) => earlier.has(visit));
    const first = all.filter(isEarlier);
    const numbered = [...first, ...all.filter((appointment) => !isEarlier(appointment))];
    for (const [index, appointment] of numbered.entries()) key[appointment] = index * apart;
    this.made = numbered.filter((appointment) => !placed.includes(appointment));
    return first.length * apart - halfway;
  }
}

import type { Changes } from "./changes.js";
import { beginFrom, hoursEnd } from "./hours.js";
import type { LikelyRoutes } from "./likelyRoutes.js";
import { earliestAfter, keyAfter } from "./waits.js";

/** By how much estimates are spread, so that equal places take turns. */
const noise = 0.2;
const mostRoutes = 16;

/** Puts bundles that are left out back where it costs least, of the places that an estimate likes best. */
export class LinkedInsertion {
  private readonly changes: Changes;
  private readonly likely: LikelyRoutes | undefined;
  /** The places that the estimate likes best, best first: route, node before, estimated cost. */
  private readonly routes: Int32Array;
  private readonly befores: Int32Array;
  private readonly costs: Float64Array;
  private count = 0;
  /** The day and the caregiver that alone are looked at; −1: any. */
  private midnight = -1;
  private caregiver = -1;
  private readonly chosen: Int32Array;
  private readonly bestRoutes: Int32Array;

  /**
   * @param places how many of the places are tried
   * @param likely where places are looked for; in all routes without it
   */
  constructor(changes: Changes, places: number, likely?: LikelyRoutes) {
    const { mostMembers } = changes.state.model;
    this.changes = changes;
    this.likely = likely;
    this.routes = new Int32Array(places);
    this.befores = new Int32Array(places);
    this.costs = new Float64Array(places);
    this.chosen = new Int32Array(mostMembers);
    this.bestRoutes = new Int32Array(mostMembers);
  }

  /** From now on only looks at routes of a day, and of a caregiver; −1: of any. */
  narrow(midnight: number, caregiver: number): void {
    this.midnight = midnight;
    this.caregiver = caregiver;
  }

  private isLookedAt(route: number): boolean {
    const { routeMidnight, routeCaregiver } = this.changes.state.model.compiled;
    return (this.midnight < 0 || this.midnight === routeMidnight[route]) && (this.caregiver < 0 || this.caregiver === routeCaregiver[route]);
  }

  /**
   * Puts a bundle where it costs least; false where no place tried is cheaper than leaving it out, unless that may cost anything.
   * To be called on settled routes.
   */
  insert(bundle: number, atAnyCost = false): boolean {
    const { state } = this.changes;
    const { bundleFirst, bundled, leaveOutCost } = state.model;
    const first = bundleFirst[bundle] as number;
    const last = bundleFirst[bundle + 1] as number;
    const most = atAnyCost ? Number.POSITIVE_INFINITY : state.totalCost;
    const isSingle = last - first === 1;
    state.leftCost -= leaveOutCost[bundle] as number;
    let index = first;
    while (index < last && this.insertAppointment(bundled[index] as number, isSingle ? most : Number.POSITIVE_INFINITY)) index++;
    if (index === last && state.totalCost < most) return true;
    while (index > first) this.takeOut(bundled[--index] as number);
    state.leftCost += leaveOutCost[bundle] as number;
    this.settleBack();
    return false;
  }

  /** Puts an appointment where it costs least; false where no place tried comes below a cost. */
  private insertAppointment(appointment: number, most: number): boolean {
    const { changes, routes, befores, bestRoutes } = this;
    const { state, random, order } = changes;
    const { memberFirst, member } = state.model;
    const first = memberFirst[appointment] as number;
    const last = memberFirst[appointment + 1] as number;
    const visit = member[first + random.below(last - first)] as number;
    this.findPlaces(visit);
    let least = most;
    let bestKey = Number.NaN;
    for (let place = 0; place < this.count; place++) {
      const at = befores[place] as number;
      const key = order.between(at, state.next[at] as number);
      if (Number.isNaN(key) || !this.chooseRoutes(appointment, visit, routes[place] as number, key)) continue;
      const isPut = this.putIn(appointment, key, this.chosen);
      const isWorthTiming = isPut && state.bound < least;
      const cost = isWorthTiming ? state.settle() : Number.POSITIVE_INFINITY;
      if (cost < least) {
        least = cost;
        bestKey = key;
        bestRoutes.set(this.chosen);
      }
      this.takeOut(appointment);
      if (isWorthTiming) this.settleBack();
    }
    this.settleBack();
    if (Number.isNaN(bestKey)) return false;
    this.putIn(appointment, bestKey, bestRoutes);
    state.settle();
    return true;
  }

  /** Takes out those visits of an appointment that are in routes. */
  private takeOut(appointment: number): void {
    const { state } = this.changes;
    const { memberFirst, member } = state.model;
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++)
      if ((state.routeOf[member[index] as number] as number) >= 0) state.take(member[index] as number);
  }

  /** Times the routes anew from which an appointment has just been taken again, after a settling that may have been broken off. */
  private settleBack(): void {
    const { state } = this.changes;
    if (state.settle() === Number.POSITIVE_INFINITY) throw new Error("routes that were kept before cannot be kept again");
  }

  /** Puts an appointment into routes; false where one of its visits may not be there beside another, those after it being left out. */
  private putIn(appointment: number, key: number, routes: Int32Array): boolean {
    const { state } = this.changes;
    const { memberFirst, member } = state.model;
    const first = memberFirst[appointment] as number;
    state.setKey(appointment, key);
    for (let index = first; index < (memberFirst[appointment + 1] as number); index++) {
      const visit = member[index] as number;
      const route = routes[index - first] as number;
      if (index > first && !state.mayBe(visit, route)) return false;
      state.put(visit, route);
    }
    return true;
  }

  /** Finds the places that the estimate likes best for a visit. */
  private findPlaces(visit: number): void {
    const { state } = this.changes;
    const { compiled } = state.model;
    const follows = keyAfter(state, visit);
    this.count = 0;
    const isNarrow = this.midnight >= 0 || this.caregiver >= 0;
    const routes =
      this.likely === undefined || isNarrow
        ? compiled.allowed.subarray(compiled.allowedFirst[visit], compiled.allowedTo[visit])
        : this.likely.of(visit);
    for (let entry = 0; entry < routes.length; entry++) {
      const route = routes[entry] as number;
      if (!this.isLookedAt(route) || !state.mayBe(visit, route)) continue;
      const end = compiled.routeEnd[route] as number;
      for (let before = compiled.routeStart[route] as number; before !== end; before = state.next[before] as number) {
        const after = state.next[before] as number;
        if (after < state.visitCount && state.keyOf(after) <= follows) continue;
        const cost = this.estimate(visit, route, before);
        if (cost < Number.POSITIVE_INFINITY) this.offer(route, before, cost * (1 - noise / 2 + noise * this.changes.random.unit()));
      }
    }
  }

  private offer(route: number, before: number, cost: number): void {
    const { routes, befores, costs } = this;
    let at = this.count < costs.length ? this.count++ : costs.length;
    for (; at > 0 && (costs[at - 1] as number) > cost; at--)
      if (at < costs.length) {
        costs[at] = costs[at - 1] as number;
        routes[at] = routes[at - 1] as number;
        befores[at] = befores[at - 1] as number;
      }
    if (at >= costs.length) return;
    costs[at] = cost;
    routes[at] = route;
    befores[at] = before;
  }

  /** Roughly what a visit adds after a node of a route, by the times as they stand; infinite where its hours are over. */
  private estimate(visit: number, route: number, before: number): number {
    const { state } = this.changes;
    const { compiled, price } = state.model;
    const { placeCount, nodePlace, durations } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const after = state.next[before] as number;
    const [from, here, to] = [nodePlace[before] as number, nodePlace[visit] as number, nodePlace[after] as number];
    const [there, on] = [travel[from * placeCount + here] as number, travel[here * placeCount + to] as number];
    const leaves = before >= state.visitCount ? (compiled.routeFrom[route] as number) : (state.finish[before] as number);
    const start = beginFrom(state, visit, route, Math.max(leaves + there, earliestAfter(state, visit)));
    if (start < 0) return Number.POSITIVE_INFINITY;
    const service = durations[(compiled.routeFactor[route] as number) * compiled.stopCount + visit] as number;
    const back = start + service + on;
    const isLast = after >= state.visitCount;
    const due = isLast ? (compiled.routeTo[route] as number) : (state.start[after] as number);
    const pushed = Math.max(0, back - due) * (isLast ? compiled.overtimeSecondCost : 1.5 * compiled.latenessSecondCost);
    const late = Math.max(0, start - hoursEnd(state, visit, route, start));
    const idle = compiled.idlestSecondCost > 0 && state.idleOn[route] === state.idlest ? 0.5 * service * compiled.idlestSecondCost : 0;
    return (
      (there + on - (travel[from * placeCount + to] as number)) * compiled.travelSecondCost +
      late * (compiled.latenessSecondCost + 0.3 * compiled.latestSecondCost) +
      0.5 * (start - leaves - there) * compiled.waitingSecondCost +
      (state.visitsOn[route] === 0 ? compiled.routeOpenCost : 0) +
      pushed +
      (price[visit * compiled.routeCount + route] as number) -
      idle
    );
  }

  /** Chooses routes for all visits of an appointment, one being given: for each other the least detour where the key puts it, of some. */
  private chooseRoutes(appointment: number, visit: number, route: number, key: number): boolean {
    const { state } = this.changes;
    const { memberFirst, member } = state.model;
    const first = memberFirst[appointment] as number;
    const count = (memberFirst[appointment + 1] as number) - first;
    this.chosen.fill(-1);
    for (let rank = 0; rank < count; rank++) if (member[first + rank] === visit) this.chosen[rank] = route;
    for (let rank = 0; rank < count; rank++) {
      if (this.chosen[rank] !== -1) continue;
      this.chosen[rank] = this.chooseRoute(appointment, member[first + rank] as number, route, key, count);
      if (this.chosen[rank] === -1) return false;
    }
    return true;
  }

  private chooseRoute(appointment: number, visit: number, beside: number, key: number, count: number): number {
    const { state, random } = this.changes;
    const { compiled, price } = state.model;
    const { allowed, routeMidnight } = compiled;
    const first = compiled.allowedFirst[visit] as number;
    const routes = (compiled.allowedTo[visit] as number) - first;
    if (routes === 0) return -1;
    const begin = random.below(routes);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    let tried = 0;
    for (let step = 0; step < routes && tried < mostRoutes; step++) {
      const route = allowed[first + ((begin + step) % routes)] as number;
      if (routeMidnight[route] !== routeMidnight[beside] || !state.mayBe(visit, route) || !this.mayJoin(appointment, visit, route, count)) continue;
      tried++;
      const cost = this.detour(visit, route, key) * (1 + noise * random.unit()) + (price[visit * compiled.routeCount + route] as number);
      if (cost >= least) continue;
      least = cost;
      best = route;
    }
    return best;
  }

  /** Whether a visit may be in a route beside the routes chosen for others of its appointment. */
  private mayJoin(appointment: number, visit: number, route: number, count: number): boolean {
    const { model, ties } = this.changes.state;
    const first = model.memberFirst[appointment] as number;
    for (let rank = 0; rank < count; rank++) {
      const chosen = this.chosen[rank] as number;
      if (chosen !== -1 && !ties.allowBoth(visit, route, model.member[first + rank] as number, chosen)) return false;
    }
    return true;
  }

  private detour(visit: number, route: number, key: number): number {
    const { state } = this.changes;
    const { compiled } = state.model;
    const { nodePlace, placeCount } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    let before = state.prev[compiled.routeEnd[route] as number] as number;
    while (before < state.visitCount && state.keyOf(before) > key) before = state.prev[before] as number;
    const here = nodePlace[visit] as number;
    const [from, to] = [nodePlace[before] as number, nodePlace[state.next[before] as number] as number];
    const way =
      (travel[from * placeCount + here] as number) + (travel[here * placeCount + to] as number) - (travel[from * placeCount + to] as number);
    return way * compiled.travelSecondCost;
  }
}

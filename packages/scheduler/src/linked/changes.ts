import type { Random } from "../improve/random.js";
import type { LinkedState } from "./linkedState.js";
import type { NearVisits } from "./nearVisits.js";
import { Order } from "./order.js";

const mostDraws = 20;
const mostDrawsOfADay = 8;

/** What the moves of the linked search have in common: what they draw, and how appointments leave and enter routes. */
export class Changes {
  readonly state: LinkedState;
  readonly random: Random;
  readonly order: Order;
  readonly near: NearVisits;
  /** Route in which each visit last was. */
  private readonly lastRoute: Int32Array;

  constructor(state: LinkedState, random: Random, near: NearVisits) {
    this.state = state;
    this.random = random;
    this.order = new Order(state, random);
    this.near = near;
    this.lastRoute = new Int32Array(state.visitCount);
  }

  /** A visit that is in a route and has not begun; −1 where none is drawn. */
  drawMade(): number {
    const { state, random } = this;
    const { isFact } = state.model.compiled;
    for (let draw = 0; draw < mostDraws; draw++) {
      const visit = random.below(state.visitCount);
      if ((state.routeOf[visit] as number) >= 0 && isFact[visit] === 0) return visit;
    }
    return -1;
  }

  /** A visit near to another that is not of its appointment; −1 where there is none. */
  drawNear(visit: number): number {
    const list = this.near.of(visit);
    return list.length === 0 ? -1 : (list[this.random.below(list.length)] as number);
  }

  /** A route in which a visit may be; −1 where there is none. */
  drawRoute(visit: number): number {
    const { allowed, allowedFirst, allowedTo } = this.state.model.compiled;
    const first = allowedFirst[visit] as number;
    const count = (allowedTo[visit] as number) - first;
    return count === 0 ? -1 : (allowed[first + this.random.below(count)] as number);
  }

  /** The same on the day that begins at a midnight. */
  private drawRouteOn(visit: number, midnight: number): number {
    const { routeMidnight } = this.state.model.compiled;
    for (let draw = 0; draw < mostDrawsOfADay; draw++) {
      const route = this.drawRoute(visit);
      if (route < 0 || routeMidnight[route] === midnight) return route;
    }
    return -1;
  }

  /** A visit of a route, which has some. */
  drawFrom(route: number): number {
    const { next, visitsOn, model } = this.state;
    let node = next[model.compiled.routeStart[route] as number] as number;
    for (let steps = this.random.below(visitsOn[route] as number); steps > 0; steps--) node = next[node] as number;
    return node;
  }

  /** Takes an appointment out of its routes. */
  takeOut(appointment: number): void {
    const { state, lastRoute } = this;
    const { memberFirst, member } = state.model;
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
      const visit = member[index] as number;
      lastRoute[visit] = state.routeOf[visit] as number;
      state.take(visit);
    }
  }

  /** Takes a bundle out and leaves it out. */
  leaveOut(bundle: number): void {
    const { bundleFirst, bundled, leaveOutCost } = this.state.model;
    for (let index = bundleFirst[bundle] as number; index < (bundleFirst[bundle + 1] as number); index++) this.takeOut(bundled[index] as number);
    this.state.leftCost += leaveOutCost[bundle] as number;
  }

  /** The bundle of a visit. */
  bundleOf(visit: number): number {
    const { appointmentOf, bundleOf } = this.state.model;
    return bundleOf[appointmentOf[visit] as number] as number;
  }

  /**
   * Puts an appointment that was taken out back at a key, one of its visits into a given route and the others where
   * they were, or, where that visit changes its day, with someone on that day. False where a visit may not be where it would come.
   */
  putBack(appointment: number, key: number, visit: number, route: number): boolean {
    const { state, lastRoute } = this;
    const { memberFirst, member, compiled } = state.model;
    const first = memberFirst[appointment] as number;
    const last = memberFirst[appointment + 1] as number;
    const { routeMidnight } = compiled;
    const days = (routeMidnight[route] as number) - (routeMidnight[lastRoute[visit] as number] as number);
    state.setKey(appointment, key);
    for (let index = first; index < last; index++) {
      const own = member[index] as number;
      const old = lastRoute[own] as number;
      const to = own === visit ? route : days === 0 ? old : this.drawRouteOn(own, (routeMidnight[old] as number) + days);
      if (to < 0 || !state.mayBe(own, to)) return false;
      state.put(own, to);
    }
    return true;
  }

  /**
   * Puts a bundle that is left out, of one appointment, into routes at a key, one of its visits into a given route, others with
   * someone on that day.
   */
  putIn(appointment: number, key: number, visit: number, route: number): boolean {
    const { state } = this;
    const { memberFirst, member, compiled } = state.model;
    const midnight = compiled.routeMidnight[route] as number;
    state.setKey(appointment, key);
    for (let index = memberFirst[appointment] as number; index < (memberFirst[appointment + 1] as number); index++) {
      const own = member[index] as number;
      const to = own === visit ? route : this.drawRouteOn(own, midnight);
      if (to < 0 || !state.mayBe(own, to)) return false;
      state.put(own, to);
    }
    state.leftCost -= state.model.leaveOutCost[state.model.bundleOf[appointment] as number] as number;
    return true;
  }

  /** Whether a bundle is one appointment. */
  isSingle(bundle: number): boolean {
    const { bundleFirst } = this.state.model;
    return (bundleFirst[bundle + 1] as number) - (bundleFirst[bundle] as number) === 1;
  }

  /** Moves an appointment to a key, one of its visits to a given route. */
  move(appointment: number, key: number, visit: number, route: number): boolean {
    if (Number.isNaN(key)) return false;
    const bundle = this.state.model.bundleOf[appointment] as number;
    if (!this.state.isMade(bundle)) return this.isSingle(bundle) && this.putIn(appointment, key, visit, route);
    this.takeOut(appointment);
    return this.putBack(appointment, key, visit, route);
  }

  /** A key before or after a visit, as if one visit were not in its route. */
  keyBeside(neighbour: number, without: number): number {
    const { next, prev } = this.state;
    const isAfter = this.random.unit() < 0.5;
    const before = isAfter ? neighbour : (prev[neighbour] as number);
    const after = isAfter ? (next[neighbour] as number) : neighbour;
    return this.order.between(before === without ? (prev[without] as number) : before, after === without ? (next[without] as number) : after);
  }
}

import { hoursEnd } from "./hours.js";
import type { LinkedState } from "./linkedState.js";

/** Longer than any delay. */
const unlimited = 0x3fff_ffff;

const most = (values: Int32Array): number => {
  let greatest = 0;
  for (let index = 0; index < values.length; index++) if ((values[index] as number) > greatest) greatest = values[index] as number;
  return greatest;
};

/** Prices routes by their times: travel, waiting, lateness, overtime, breaks missed, and what is asked of all routes together. */
export class RoutePrices {
  private readonly state: LinkedState;
  /** Of the route at hand, so far: seconds of waiting and of breaks, lateness, breaks missed. */
  private waiting = 0;
  private pauses = 0;
  private unpaid = 0;
  private late = 0;
  private latest = 0;
  private missed = 0;
  /** By how much its beginning could be put off; when its first stop begins, before that. */
  private slack = 0;
  private begins = 0;

  constructor(state: LinkedState) {
    this.state = state;
  }

  /** Prices every route on the agenda; false where one cannot be kept. */
  run(): boolean {
    const { state } = this;
    const { agenda, costOn } = state;
    for (let index = 0; index < agenda.count; index++) {
      const route = agenda.routes[index] as number;
      const before = costOn[route] as number;
      if (state.visitsOn[route] === 0) this.priceEmpty(route);
      else if (!this.price(route)) return false;
      state.routesCost += (costOn[route] as number) - before;
    }
    const { latestSecondCost, idlestSecondCost } = state.model.compiled;
    if (latestSecondCost > 0) state.latest = most(state.latestOn);
    if (idlestSecondCost > 0) state.idlest = most(state.idleOn);
    return true;
  }

  /** What the present routes cost at least, by what is known of them before they are timed: see `LinkedState.bound`. */
  bound(): number {
    const { state } = this;
    const { agenda, costOn, roadOn, priceOn, visitsOn } = state;
    const { travelSecondCost, routeOpenCost, latestSecondCost, idlestSecondCost } = state.model.compiled;
    let cost = state.routesCost + state.tallyCost + state.leftCost;
    for (let index = 0; index < agenda.count; index++) {
      const route = agenda.routes[index] as number;
      cost -= costOn[route] as number;
      if ((visitsOn[route] as number) > 0) cost += routeOpenCost + (roadOn[route] as number) * travelSecondCost + (priceOn[route] as number);
    }
    if (latestSecondCost > 0) cost += latestSecondCost * this.mostOfOthers(state.latestOn);
    if (idlestSecondCost > 0) {
      let idlest = 0;
      // what others are idle for may be overtime spent waiting for a route that changes: that counts for nothing
      for (let route = 0; route < costOn.length; route++) idlest = Math.max(idlest, this.leastIdle(route));
      cost += idlestSecondCost * idlest;
    }
    return cost;
  }

  private mostOfOthers(values: Int32Array): number {
    const { agenda } = this.state;
    let greatest = 0;
    for (let route = 0; route < values.length; route++)
      if ((values[route] as number) > greatest && !agenda.has(route)) greatest = values[route] as number;
    return greatest;
  }

  /** Idle time of a route that ends within its shift and takes all its breaks. */
  private leastIdle(route: number): number {
    const { state } = this;
    const { routeFrom, routeTo, routeBreak, breakSeconds } = state.model.compiled;
    let idle = (routeTo[route] as number) - (routeFrom[route] as number);
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) idle -= breakSeconds[pause] as number;
    return (state.visitsOn[route] as number) === 0 ? idle : idle - (state.roadOn[route] as number) - (state.serviceOn[route] as number);
  }

  private priceEmpty(route: number): void {
    const { state } = this;
    state.costOn[route] = 0;
    state.idleOn[route] = this.leastIdle(route);
    state.latestOn[route] = 0;
    state.delay[route] = 0;
    state.paidOn[route] = 0;
  }

  private price(route: number): boolean {
    const { state } = this;
    const { compiled } = state.model;
    const { nodePlace, placeCount } = compiled;
    const travel = compiled.routeTravel[route] as Int32Array;
    const [start, end] = [compiled.routeStart[route] as number, compiled.routeEnd[route] as number];
    const to = compiled.routeTo[route] as number;
    this.forget();
    let pause = compiled.routeBreak[route] as number;
    let last = start;
    for (let visit = state.next[start] as number; visit !== end; visit = state.next[visit] as number) {
      pause = this.addVisit(route, visit, pause);
      last = visit;
    }
    const home = travel[(nodePlace[last] as number) * placeCount + (nodePlace[end] as number)] as number;
    const finish = state.finish[last] as number;
    const after = this.addBreaksAfter(route, pause, finish, home);
    if (after < 0) return false;
    // whoever goes home is not held up until now
    const held = after === finish ? (compiled.heldSeconds[last] as number) : 0;
    const back = after - held;
    const returns = back + home;
    if (returns > to + (compiled.routeOvertime[route] as number)) return false;
    const delay = Math.min(this.slack, this.waiting);
    const firstLeg = travel[(nodePlace[start] as number) * placeCount + (nodePlace[state.next[start] as number] as number)] as number;
    const road = state.roadOn[route] as number;
    state.costOn[route] =
      compiled.routeOpenCost +
      road * compiled.travelSecondCost +
      (this.waiting - delay) * compiled.waitingSecondCost +
      this.late * compiled.latenessSecondCost +
      (returns > to ? returns - to : 0) * compiled.overtimeSecondCost +
      this.missed * compiled.missedBreakCost +
      (state.priceOn[route] as number);
    state.delay[route] = delay;
    state.idleOn[route] =
      Math.max(returns, to) - (compiled.routeFrom[route] as number) - road - (state.serviceOn[route] as number) - this.pauses + held;
    state.latestOn[route] = this.latest;
    state.paidOn[route] = returns - (this.begins + delay - firstLeg) - this.unpaid;
    return true;
  }

  private forget(): void {
    this.waiting = 0;
    this.pauses = 0;
    this.unpaid = 0;
    this.late = 0;
    this.latest = 0;
    this.missed = 0;
    this.slack = unlimited;
    this.begins = -1;
  }

  /** Something begins for which the caregiver was ready earlier, and which could begin so much later. */
  private addBegin(ready: number, begin: number, slack: number): void {
    // nobody waits for the first stop: the way there begins later
    if (this.begins < 0) this.begins = begin;
    else this.waiting += begin - ready;
    if (this.waiting + slack < this.slack) this.slack = this.waiting + slack;
  }

  /** Adds the breaks before a visit, and the visit; the next break. */
  private addVisit(route: number, visit: number, firstPause: number): number {
    const { state } = this;
    const { model, start, breakStart } = state;
    const { compiled, isTied } = model;
    const begin = start[visit] as number;
    const breaksEnd = (compiled.routeBreak[route] as number) + (state.breaksBefore[visit] as number);
    let ready = state.arrive[visit] as number;
    for (let pause = firstPause; pause < breaksEnd; pause++) {
      const isMissed = ready > (compiled.breakTo[pause] as number);
      breakStart[pause] = isMissed ? -1 : Math.max(ready, compiled.breakFrom[pause] as number);
      if (isMissed) this.missed++;
      else ready = this.addBreak(pause, ready, breakStart[pause] as number);
    }
    const late = begin - hoursEnd(state, visit, route, begin);
    if (late > 0) {
      this.late += late;
      if (late > this.latest) this.latest = late;
    }
    this.addBegin(ready, begin, late > 0 || isTied[visit] === 1 ? 0 : Math.min(-late, (compiled.openTo[visit] as number) - begin));
    return breaksEnd;
  }

  /** Adds a break that begins at a moment; its end. */
  private addBreak(pause: number, ready: number, begin: number): number {
    const { breakTo, breakSeconds, breakPaid } = this.state.model.compiled;
    const length = breakSeconds[pause] as number;
    this.addBegin(ready, begin, (breakTo[pause] as number) - begin);
    this.pauses += length;
    if (breakPaid[pause] === 0) this.unpaid += length;
    return begin + length;
  }

  /** Adds the breaks after the last visit, those that may be missed where that is cheaper; when they end, −1 where one that must be taken cannot be. */
  private addBreaksAfter(route: number, firstPause: number, finish: number, home: number): number {
    const { state } = this;
    const { compiled } = state.model;
    const { breakFrom, breakTo, breakSeconds, breakRequired } = compiled;
    const to = compiled.routeTo[route] as number;
    let back = finish;
    for (let pause = firstPause; pause < (compiled.routeBreak[route + 1] as number); pause++) {
      const from = breakFrom[pause] as number;
      const begin = Math.max(back, from);
      const end = begin + (breakSeconds[pause] as number);
      const fits = begin <= (breakTo[pause] as number) && end + home <= to + (compiled.routeOvertime[route] as number);
      const added = Math.max(0, end + home - to) - Math.max(0, back + home - to);
      const cost = added * compiled.overtimeSecondCost + (begin - back) * compiled.waitingSecondCost;
      if (fits && (breakRequired[pause] === 1 || cost <= compiled.missedBreakCost)) {
        state.breakStart[pause] = begin;
        back = this.addBreak(pause, back, begin);
      } else {
        if (breakRequired[pause] === 1) return -1;
        state.breakStart[pause] = -1;
        this.missed++;
      }
    }
    return back;
  }
}

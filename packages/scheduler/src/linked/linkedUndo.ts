import { Journal } from "./journal.js";
import type { LinkedState } from "./linkedState.js";

const timesOfAVisit = 4;
const ofARoute = 4;

/** Remembers what a change does to routes and appointments and the times that they had, so that it can be rolled back. */
export class LinkedUndo {
  private readonly state: LinkedState;
  /** The change in which each route's times were last remembered, and the routes of this one. */
  private readonly touchedIn: Int32Array;
  private readonly touched: Int32Array;
  private count = 0;
  private change = 0;
  /** Visits of touched routes, those of the i-th from `firsts[i]` on, with their times. */
  private readonly firsts: Int32Array;
  private visits: Int32Array;
  private times: Int32Array;
  private readonly pauses: Int32Array;
  private readonly costs: Float64Array;
  private readonly ofRoutes: Int32Array;
  /** Visits taken out and put in, appointments moved in the order, breaks moved: in the order in which that was done. */
  readonly journal: Journal;
  private routesCost = 0;
  private tallyCost = 0;
  private leftCost = 0;
  private idlest = 0;
  private latest = 0;

  constructor(state: LinkedState) {
    const { visitCount, routeCount, nodeCount } = state.model.compiled;
    this.state = state;
    this.touchedIn = new Int32Array(routeCount);
    this.touched = new Int32Array(routeCount);
    this.firsts = new Int32Array(routeCount + 1);
    this.visits = new Int32Array(visitCount);
    this.times = new Int32Array(visitCount * timesOfAVisit);
    this.pauses = new Int32Array(nodeCount);
    this.costs = new Float64Array(routeCount);
    this.ofRoutes = new Int32Array(routeCount * ofARoute);
    this.journal = new Journal(state);
  }

  begin(): void {
    const { state } = this;
    this.change++;
    this.count = 0;
    this.journal.clear();
    this.routesCost = state.routesCost;
    this.tallyCost = state.tallyCost;
    this.leftCost = state.leftCost;
    this.idlest = state.idlest;
    this.latest = state.latest;
  }

  /** Remembers the times of a route before any of them changes. */
  touch(route: number): void {
    if (this.touchedIn[route] === this.change) return;
    this.touchedIn[route] = this.change;
    const { state, ofRoutes } = this;
    const { next, visitCount } = state;
    const { routeStart, routeBreak } = state.model.compiled;
    const index = this.count++;
    this.touched[index] = route;
    let at = this.firsts[index] as number;
    this.makeRoom(at + (state.visitsOn[route] as number));
    const { visits, times } = this;
    for (let visit = next[routeStart[route] as number] as number; visit < visitCount; visit = next[visit] as number) {
      visits[at] = visit;
      const base = at * timesOfAVisit;
      times[base] = state.arrive[visit] as number;
      times[base + 1] = state.start[visit] as number;
      times[base + 2] = state.finish[visit] as number;
      times[base + 3] = state.breaksBefore[visit] as number;
      at++;
    }
    this.firsts[index + 1] = at;
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
      this.pauses[pause] = state.breakStart[pause] as number;
    this.costs[index] = state.costOn[route] as number;
    const base = index * ofARoute;
    ofRoutes[base] = state.delay[route] as number;
    ofRoutes[base + 1] = state.idleOn[route] as number;
    ofRoutes[base + 2] = state.latestOn[route] as number;
    ofRoutes[base + 3] = state.paidOn[route] as number;
  }

  /** A visit that is tried in several routes is remembered with each of them. */
  private makeRoom(visits: number): void {
    if (visits <= this.visits.length) return;
    const [oldVisits, oldTimes] = [this.visits, this.times];
    this.visits = new Int32Array(2 * visits);
    this.times = new Int32Array(2 * visits * timesOfAVisit);
    this.visits.set(oldVisits);
    this.times.set(oldTimes);
  }

  rollBack(): void {
    const { state } = this;
    for (let index = 0; index < this.count; index++) this.restore(index);
    this.journal.takeBack();
    state.routesCost = this.routesCost;
    state.tallyCost = this.tallyCost;
    state.leftCost = this.leftCost;
    state.idlest = this.idlest;
    state.latest = this.latest;
  }

  private restore(index: number): void {
    const { state, visits, times, ofRoutes } = this;
    const { routeBreak } = state.model.compiled;
    const route = this.touched[index] as number;
    for (let at = this.firsts[index] as number; at < (this.firsts[index + 1] as number); at++) {
      const visit = visits[at] as number;
      const base = at * timesOfAVisit;
      state.arrive[visit] = times[base] as number;
      state.start[visit] = times[base + 1] as number;
      state.finish[visit] = times[base + 2] as number;
      state.breaksBefore[visit] = times[base + 3] as number;
    }
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++)
      state.breakStart[pause] = this.pauses[pause] as number;
    state.costOn[route] = this.costs[index] as number;
    const base = index * ofARoute;
    state.delay[route] = ofRoutes[base] as number;
    state.idleOn[route] = ofRoutes[base + 1] as number;
    state.latestOn[route] = ofRoutes[base + 2] as number;
    state.paidOn[route] = ofRoutes[base + 3] as number;
  }
}

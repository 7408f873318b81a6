import type { LinkedState } from "./linkedState.js";

const timesOfAVisit = 4;

/** Remembers the routes and appointments that a change touches as they were, so that it can be rolled back. */
export class LinkedUndo {
  private readonly state: LinkedState;
  /** The change in which each route was last touched, and the routes touched in this one. */
  private readonly touchedIn: Int32Array;
  private readonly touched: Int32Array;
  private count = 0;
  private change = 0;
  /** Visits of touched routes in order, those of the i-th from `firsts[i]` on, with their times. */
  private readonly firsts: Int32Array;
  private readonly visits: Int32Array;
  private readonly times: Int32Array;
  private readonly pauses: Int32Array;
  private readonly modes: Int32Array;
  private readonly costs: Float64Array;
  private readonly ofRoutes: Int32Array;
  /** Visits put into routes. */
  private readonly put: number[] = [];
  private readonly appointments: number[] = [];
  private readonly keys: number[] = [];
  private readonly late: number[] = [];
  private totals: readonly [number, number, number, number] = [0, 0, 0, 0];

  constructor(state: LinkedState) {
    const { visitCount, routeCount, nodeCount } = state.model.compiled;
    this.state = state;
    this.touchedIn = new Int32Array(routeCount);
    this.touched = new Int32Array(routeCount);
    this.firsts = new Int32Array(routeCount + 1);
    this.visits = new Int32Array(visitCount);
    this.times = new Int32Array(visitCount * timesOfAVisit);
    this.pauses = new Int32Array(nodeCount);
    this.modes = new Int32Array(nodeCount);
    this.costs = new Float64Array(routeCount);
    this.ofRoutes = new Int32Array(routeCount * 6);
  }

  begin(): void {
    const { routesCost, leftCost, idlest, latest } = this.state;
    this.change++;
    this.count = 0;
    this.put.length = 0;
    this.appointments.length = 0;
    this.keys.length = 0;
    this.late.length = 0;
    this.totals = [routesCost, leftCost, idlest, latest];
  }

  noteAppointment(appointment: number): void {
    this.appointments.push(appointment);
    this.keys.push(this.state.key[appointment] as number);
    this.late.push(this.state.lateBetween[appointment] as number);
  }

  notePut(visit: number): void {
    this.put.push(visit);
  }

  touch(route: number): void {
    if (this.touchedIn[route] === this.change) return;
    this.touchedIn[route] = this.change;
    const { state, visits, times, ofRoutes } = this;
    const { next, visitCount } = state;
    const { routeStart, routeBreak } = state.model.compiled;
    const index = this.count++;
    this.touched[index] = route;
    let at = this.firsts[index] as number;
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
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) {
      this.pauses[pause] = state.breakStart[pause] as number;
      this.modes[pause] = state.breakMode[pause] as number;
    }
    this.costs[index] = state.costOn[route] as number;
    const base = index * 6;
    ofRoutes[base] = state.visitsOn[route] as number;
    ofRoutes[base + 1] = state.returns[route] as number;
    ofRoutes[base + 2] = state.delay[route] as number;
    ofRoutes[base + 3] = state.idleOn[route] as number;
    ofRoutes[base + 4] = state.latestOn[route] as number;
    ofRoutes[base + 5] = state.paidOn[route] as number;
  }

  rollBack(): void {
    const { state, put, appointments } = this;
    for (let index = 0; index < put.length; index++) state.routeOf[put[index] as number] = -1;
    for (let index = 0; index < this.count; index++) this.restore(index);
    for (let index = appointments.length - 1; index >= 0; index--) {
      const appointment = appointments[index] as number;
      state.key[appointment] = this.keys[index] as number;
      state.lateBetween[appointment] = this.late[index] as number;
    }
    [state.routesCost, state.leftCost, state.idlest, state.latest] = this.totals;
  }

  private restore(index: number): void {
    const { state, visits, times, ofRoutes } = this;
    const { next, prev, routeOf } = state;
    const { routeStart, routeEnd, routeBreak } = state.model.compiled;
    const route = this.touched[index] as number;
    let last = routeStart[route] as number;
    for (let at = this.firsts[index] as number; at < (this.firsts[index + 1] as number); at++) {
      const visit = visits[at] as number;
      next[last] = visit;
      prev[visit] = last;
      last = visit;
      routeOf[visit] = route;
      const base = at * timesOfAVisit;
      state.arrive[visit] = times[base] as number;
      state.start[visit] = times[base + 1] as number;
      state.finish[visit] = times[base + 2] as number;
      state.breaksBefore[visit] = times[base + 3] as number;
    }
    next[last] = routeEnd[route] as number;
    prev[routeEnd[route] as number] = last;
    for (let pause = routeBreak[route] as number; pause < (routeBreak[route + 1] as number); pause++) {
      state.breakStart[pause] = this.pauses[pause] as number;
      state.breakMode[pause] = this.modes[pause] as number;
    }
    state.costOn[route] = this.costs[index] as number;
    const base = index * 6;
    state.visitsOn[route] = ofRoutes[base] as number;
    state.returns[route] = ofRoutes[base + 1] as number;
    state.delay[route] = ofRoutes[base + 2] as number;
    state.idleOn[route] = ofRoutes[base + 3] as number;
    state.latestOn[route] = ofRoutes[base + 4] as number;
    state.paidOn[route] = ofRoutes[base + 5] as number;
  }
}

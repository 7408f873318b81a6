import type { RouteState } from "../evaluate/routeState.js";

/** A copy of all routes that can be brought back. */
export class Snapshot {
  private readonly state: RouteState;
  readonly next: Int32Array;
  private readonly prev: Int32Array;
  private readonly routeOf: Int32Array;
  readonly stopsOn: Int32Array;
  readonly pricePaid: Float64Array;
  /** Where each route ends: between two days of a tour, where it spends the night. */
  private readonly nights: Int32Array;
  cost: number;
  /** Visits and transports in no route. */
  left = 0;

  constructor(state: RouteState) {
    this.state = state;
    this.next = Int32Array.from(state.next);
    this.prev = Int32Array.from(state.prev);
    this.routeOf = Int32Array.from(state.routeOf);
    this.stopsOn = Int32Array.from(state.stopsOn);
    this.pricePaid = Float64Array.from(state.pricePaid);
    this.nights = new Int32Array(state.compiled.routeCount);
    this.cost = state.totalCost;
    this.take();
  }

  /** Copies the routes as they stand. */
  take(): void {
    const { state } = this;
    this.next.set(state.next);
    this.prev.set(state.prev);
    this.routeOf.set(state.routeOf);
    this.stopsOn.set(state.stopsOn);
    this.pricePaid.set(state.pricePaid);
    for (let route = 0; route < this.nights.length; route++) this.nights[route] = state.nightAfter(route);
    this.cost = state.totalCost;
    this.left = state.left;
  }

  /** Brings the routes back as they were copied. */
  restore(): void {
    const { state } = this;
    state.next.set(this.next);
    state.prev.set(this.prev);
    state.routeOf.set(this.routeOf);
    state.stopsOn.set(this.stopsOn);
    state.pricePaid.set(this.pricePaid);
    for (let route = 0; route < this.nights.length; route++) if (state.sleepsOut(route)) state.spendNight(route, this.nights[route] as number);
    for (let route = 0; route < state.compiled.routeCount; route++) state.refresh(route);
    state.totalCost = this.cost;
    state.left = this.left;
  }
}

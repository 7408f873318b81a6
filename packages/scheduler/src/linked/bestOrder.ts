import type { LinkedState } from "./linkedState.js";
import { type KeptOrder, restoreOrder } from "./restoreOrder.js";

/** A plan kept aside: who makes what in which order, from which all times follow. */
export class BestOrder implements KeptOrder {
  private readonly state: LinkedState;
  readonly key: Float64Array;
  readonly lateBetween: Uint8Array;
  readonly rhythmFrom: Int32Array;
  readonly breakMode: Int32Array;
  readonly routeOf: Int32Array;
  cost: number;

  /** Keeps the plan as it stands. */
  constructor(state: LinkedState) {
    this.state = state;
    this.key = state.key.slice();
    this.lateBetween = state.lateBetween.slice();
    this.rhythmFrom = state.rhythmFrom.slice();
    this.breakMode = state.breakMode.slice();
    this.routeOf = state.routeOf.slice();
    this.cost = state.totalCost;
  }

  /** The same in objective units. */
  get units(): number {
    return this.cost / this.state.model.compiled.costScale;
  }

  /** Visits that are left out. */
  get left(): number {
    return this.routeOf.reduce((count, route) => count + (route < 0 ? 1 : 0), 0);
  }

  /** Keeps the plan as it stands where it is cheaper; true where it is. */
  offer(): boolean {
    const { state } = this;
    if (state.totalCost >= this.cost) return false;
    this.key.set(state.key);
    this.lateBetween.set(state.lateBetween);
    this.rhythmFrom.set(state.rhythmFrom);
    this.breakMode.set(state.breakMode);
    this.routeOf.set(state.routeOf);
    this.cost = state.totalCost;
    return true;
  }

  /** Makes the plan the present one. */
  restore(): void {
    restoreOrder(this.state, this);
  }
}

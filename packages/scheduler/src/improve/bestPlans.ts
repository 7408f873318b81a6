import type { RouteState } from "../evaluate/routeState.js";
import type { Random } from "./random.js";
import { Snapshot } from "./snapshot.js";

/** The best plan of each cooling, and which is the best of all. */
export class BestPlans {
  private readonly state: RouteState;
  private readonly plans: Snapshot[];
  private readonly sources: Snapshot[] = [];
  private best: Snapshot;
  private current: Snapshot;

  constructor(state: RouteState) {
    this.state = state;
    this.current = new Snapshot(state);
    this.best = this.current;
    this.plans = [this.current];
  }

  /** Cost of the best plan of all. */
  get cost(): number {
    return this.best.cost;
  }

  /** The same in objective units. */
  get units(): number {
    return this.best.cost / this.state.compiled.costScale;
  }

  /** Visits and transports that it has in no route. */
  get left(): number {
    return this.best.left;
  }

  /** The order of the best plan of all: see `loadOrder`. */
  get order(): Int32Array {
    return this.best.next.slice();
  }

  /** The order of the best plan of each cooling, the best of all first. */
  get orders(): Int32Array[] {
    const others = this.plans.filter((plan) => plan !== this.best);
    return [this.best, ...others].map(({ next }) => next.slice());
  }

  /** Adds plans found elsewhere to those that `draw` draws from. */
  addSources(sources: readonly Snapshot[]): void {
    this.sources.push(...sources);
  }

  /** Keeps the present plan where it is the best of this cooling; true where it is the best of all. */
  offer(): boolean {
    if (this.state.totalCost >= this.current.cost) return false;
    const isBest = this.state.totalCost < this.best.cost;
    this.current.take();
    if (isBest) this.best = this.current;
    return isBest;
  }

  /** Begins another cooling, from the best plan of all or from where the last one ended. */
  beginNext(fromBest: boolean): void {
    if (fromBest) this.best.restore();
    this.current = new Snapshot(this.state);
    this.plans.push(this.current);
  }

  /** A plan of an earlier cooling or found elsewhere, drawn by lot; the present cooling's where there is none. */
  draw(random: Random): Snapshot {
    const { plans, sources } = this;
    const drawn = random.below(plans.length - 1 + sources.length);
    return (drawn < plans.length - 1 ? plans[drawn] : (sources[drawn - plans.length + 1] ?? this.current)) as Snapshot;
  }

  /** Brings the best plan of all back. */
  restore(): void {
    this.best.restore();
  }
}

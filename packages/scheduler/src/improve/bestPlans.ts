import type { RouteState } from "../evaluate/routeState.js";
import type { Random } from "./random.js";
import { Snapshot } from "./snapshot.js";

/** The best plan of each cooling, and which is the best of all. */
export class BestPlans {
  private readonly state: RouteState;
  private readonly plans: Snapshot[];
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

  /** Visits and transports that it has in no route. */
  get left(): number {
    return this.best.left;
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

  /** A plan of an earlier cooling, drawn by lot. */
  draw(random: Random): Snapshot {
    return this.plans[random.below(this.plans.length - 1)] as Snapshot;
  }

  /** Brings the best plan of all back. */
  restore(): void {
    this.best.restore();
  }
}

import type { RouteState } from "../evaluate/routeState.js";
import type { Random } from "./random.js";
import type { Snapshot } from "./snapshot.js";
import type { Undo } from "./undo.js";

/**
 * Takes a route of another good plan over as it is: its visits leave the routes that they are in, and what stood in the route
 * that it takes the place of is left to be put back elsewhere. So plans that were found apart pass on what is good in them.
 *
 * Source: the route exchange of Nagata, Bräysy & Dullaert 2010, with recreation in the place of repair.
 */
export class Graft {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private readonly used: Int32Array;
  private readonly shared: Int32Array;
  private readonly ruinedIn: Int32Array;
  private step = 0;
  /** The routes that lost visits, and the visits that are in none now. */
  readonly routes: Int32Array;
  readonly removed: Int32Array;
  routeCount = 0;
  removedCount = 0;

  constructor(state: RouteState, undo: Undo, random: Random) {
    const { routeCount, stopCount } = state.compiled;
    this.state = state;
    this.undo = undo;
    this.random = random;
    this.used = new Int32Array(routeCount);
    this.shared = new Int32Array(routeCount);
    this.ruinedIn = new Int32Array(routeCount);
    this.routes = new Int32Array(routeCount);
    this.removed = new Int32Array(stopCount);
  }

  /** Takes over a route of a plan that the present one does not have; false where there is none, or a route cannot be kept. */
  graft(plan: Snapshot): boolean {
    const { state } = this;
    const { compiled } = state;
    this.step++;
    this.routeCount = 0;
    this.removedCount = 0;
    const from = this.drawRoute(plan);
    if (from < 0) return false;
    const into = this.placeFor(plan, from);
    if (into < 0) return false;
    this.clear(into);
    const end = compiled.routeEnd[from] as number;
    for (let node = plan.next[compiled.routeStart[from] as number] as number; node !== end; node = plan.next[node] as number)
      if (node < compiled.jobCount && (state.routeOf[node] as number) >= 0) this.takeOut(node);
    this.copy(plan, from, into);
    let kept = true;
    for (let index = 0; index < this.routeCount; index++) {
      const route = this.routes[index] as number;
      if (state.stopsOn[route] === 0) state.empty(route);
      if (!state.refresh(route)) kept = false;
    }
    this.forgetPlaced();
    return kept;
  }

  /** A route of a plan by lot among those with stops; −1 where none has any. */
  private drawRoute(plan: Snapshot): number {
    let count = 0;
    for (let route = 0; route < this.used.length; route++) if ((plan.stopsOn[route] as number) > 0) this.used[count++] = route;
    return count === 0 ? -1 : (this.used[this.random.below(count)] as number);
  }

  /** The route of the same class with most of its jobs; −1 where one holds all of them and no more. */
  private placeFor(plan: Snapshot, from: number): number {
    const { compiled, routeOf, stopsOn } = this.state;
    this.shared.fill(0);
    const end = compiled.routeEnd[from] as number;
    for (let node = plan.next[compiled.routeStart[from] as number] as number; node !== end; node = plan.next[node] as number) {
      const route = node < compiled.stopCount ? (routeOf[node] as number) : -1;
      if (route >= 0) this.shared[route] = (this.shared[route] as number) + 1;
    }
    let into = from;
    for (let route = 0; route < this.shared.length; route++) {
      if (compiled.routeClass[route] !== compiled.routeClass[from]) continue;
      if ((this.shared[route] as number) > (this.shared[into] as number)) into = route;
    }
    const all = plan.stopsOn[from] as number;
    return this.shared[into] === all && stopsOn[into] === all ? -1 : into;
  }

  private touch(route: number): void {
    if (this.ruinedIn[route] === this.step) return;
    this.ruinedIn[route] = this.step;
    this.routes[this.routeCount++] = route;
    this.undo.touch(route);
  }

  private takeOut(job: number): void {
    this.touch(this.state.routeOf[job] as number);
    this.state.removeJob(job);
    this.removed[this.removedCount++] = job;
  }

  /** Takes every job out of a route. */
  private clear(route: number): void {
    const { state } = this;
    const { compiled, next } = state;
    const end = compiled.routeEnd[route] as number;
    this.touch(route);
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; ) {
      const following = next[node] as number;
      if (node < compiled.jobCount) this.takeOut(node);
      node = following;
    }
    state.empty(route);
  }

  /** Puts the stops and breaks of a plan's route into an empty one of the same class. */
  private copy(plan: Snapshot, from: number, into: number): void {
    const { state } = this;
    const { compiled } = state;
    const breaks = (compiled.routeBreak[into] as number) - (compiled.routeBreak[from] as number);
    const end = compiled.routeEnd[from] as number;
    for (let node = compiled.routeBreak[into] as number; node < (compiled.routeBreak[into + 1] as number); node++) state.unlink(node);
    let last = compiled.routeStart[into] as number;
    for (let node = plan.next[compiled.routeStart[from] as number] as number; node !== end; node = plan.next[node] as number) {
      const copied = node < compiled.stopCount ? node : node + breaks;
      if (node < compiled.stopCount) state.insert(node, into, last, plan.pricePaid[node] as number);
      else state.link(copied, last);
      last = copied;
    }
  }

  /** Strikes what the grafted route holds from the list of what was taken out. */
  private forgetPlaced(): void {
    let count = 0;
    for (let index = 0; index < this.removedCount; index++) {
      const job = this.removed[index] as number;
      if ((this.state.routeOf[job] as number) < 0) this.removed[count++] = job;
    }
    this.removedCount = count;
  }
}

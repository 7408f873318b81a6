import type { RouteState } from "../evaluate/routeState.js";

/** Remembers the routes that a step touches as they were before it, and nothing else. */
export class Undo {
  private readonly state: RouteState;
  private readonly touched: Int32Array;
  private readonly touchedIn: Int32Array;
  private readonly firstNode: Int32Array;
  private readonly nodes: Int32Array;
  private readonly prices: Float64Array;
  private readonly nights: Int32Array;
  private count = 0;
  private step = 0;
  private costBefore = 0;
  private leftBefore = 0;

  constructor(state: RouteState) {
    const { routeCount, nodeCount } = state.compiled;
    this.state = state;
    this.touched = new Int32Array(routeCount);
    this.touchedIn = new Int32Array(routeCount);
    this.firstNode = new Int32Array(routeCount + 1);
    this.nodes = new Int32Array(nodeCount);
    this.prices = new Float64Array(nodeCount);
    this.nights = new Int32Array(routeCount);
  }

  /** Begins a step. */
  begin(): void {
    this.step++;
    this.count = 0;
    this.costBefore = this.state.totalCost;
    this.leftBefore = this.state.left;
  }

  /** How many routes were touched in this step, and the one of each number. */
  get touchedCount(): number {
    return this.count;
  }

  touchedRoute(index: number): number {
    return this.touched[index] as number;
  }

  /** To be called before a route changes; remembers it, and all days of its tour, once a step. */
  touch(route: number): void {
    const tour = this.state.compiled.routeTour[route] as number;
    if (tour < 0) this.remember(route);
    else for (const day of this.state.compiled.tourRoutes[tour] as Int32Array) this.remember(day);
  }

  private remember(route: number): void {
    if (this.touchedIn[route] === this.step) return;
    const { compiled, next, pricePaid } = this.state;
    this.touchedIn[route] = this.step;
    this.touched[this.count] = route;
    this.nights[this.count] = this.state.nightAfter(route);
    let at = this.count === 0 ? 0 : (this.firstNode[this.count] as number);
    const end = compiled.routeEnd[route] as number;
    for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
      this.nodes[at] = node;
      this.prices[at++] = node < compiled.stopCount ? (pricePaid[node] as number) : 0;
    }
    this.firstNode[0] = 0;
    this.firstNode[++this.count] = at;
  }

  /** Puts every touched route back as it was when the step began. */
  rollBack(): void {
    const { state } = this;
    const { compiled, next, prev, routeOf, pricePaid, stopsOn } = state;
    const { stopCount } = compiled;
    for (let index = 0; index < this.count; index++) {
      const route = this.touched[index] as number;
      const end = compiled.routeEnd[route] as number;
      for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
        if (node < stopCount) routeOf[node] = -1;
    }
    for (let index = 0; index < this.count; index++) {
      const route = this.touched[index] as number;
      const end = compiled.routeEnd[route] as number;
      let last = compiled.routeStart[route] as number;
      let visits = 0;
      for (let at = this.firstNode[index] as number; at < (this.firstNode[index + 1] as number); at++) {
        const node = this.nodes[at] as number;
        next[last] = node;
        prev[node] = last;
        last = node;
        if (node >= stopCount) continue;
        routeOf[node] = route;
        pricePaid[node] = this.prices[at] as number;
        visits++;
      }
      next[last] = end;
      prev[end] = last;
      stopsOn[route] = visits;
      if (state.sleepsOut(route)) state.spendNight(route, this.nights[index] as number);
    }
    for (let index = 0; index < this.count; index++) state.refresh(this.touched[index] as number);
    state.totalCost = this.costBefore;
    state.left = this.leftBefore;
  }
}

import type { LinkedState } from "./linkedState.js";

/** Nothing of a route is to be timed: it is as it was, or only to be priced. */
const asItWas = -1;
const onlyPriced = -2;

/** What is to be timed anew after a change: in each route the visits whose way there has changed, from the first of them on. */
export class Agenda {
  private readonly state: LinkedState;
  /** The first visit to be timed in each route. */
  private readonly first: Int32Array;
  /** Routes that are on the agenda. */
  readonly routes: Int32Array;
  count = 0;
  private readonly isStale: Uint8Array;
  private readonly stale: Int32Array;
  private staleCount = 0;

  constructor(state: LinkedState) {
    const { visitCount, routeCount } = state.model.compiled;
    this.state = state;
    this.first = new Int32Array(routeCount).fill(asItWas);
    this.routes = new Int32Array(routeCount);
    this.isStale = new Uint8Array(visitCount);
    this.stale = new Int32Array(visitCount);
  }

  /** Puts a route on the agenda, its times being right. */
  addPriced(route: number): void {
    if (this.first[route] !== asItWas) return;
    this.first[route] = onlyPriced;
    this.routes[this.count++] = route;
  }

  /** Whether anything of a route is on the agenda. */
  has(route: number): boolean {
    return this.first[route] !== asItWas;
  }

  /** Puts a visit of a route, or its end, on the agenda. */
  add(route: number, node: number): void {
    this.addPriced(route);
    if (node >= this.state.visitCount) return;
    if (this.isStale[node] === 0) {
      this.isStale[node] = 1;
      this.stale[this.staleCount++] = node;
    }
    const first = this.first[route] as number;
    if (first < 0 || this.state.keyOf(node) < this.state.keyOf(first)) this.first[route] = node;
  }

  /** Takes a visit that leaves its route off the agenda; `next` is what follows it. */
  drop(route: number, visit: number, next: number): void {
    if (this.first[route] === visit) this.first[route] = next < this.state.visitCount ? next : onlyPriced;
  }

  /** The visit of least key that is to be timed; −1 where there is none. */
  earliest(): number {
    const { first, routes, state } = this;
    let best = -1;
    let bestKey = Number.POSITIVE_INFINITY;
    for (let index = 0; index < this.count; index++) {
      const visit = first[routes[index] as number] as number;
      if (visit < 0) continue;
      const key = state.keyOf(visit);
      if (key < bestKey) {
        bestKey = key;
        best = visit;
      }
    }
    return best;
  }

  /** Takes note that a visit has been timed; `changed`: that it ends at another time, so that the next is to be timed. */
  done(route: number, visit: number, changed: boolean): void {
    const { first, isStale, state } = this;
    const { next, visitCount } = state;
    isStale[visit] = 0;
    let following = next[visit] as number;
    if (!changed) while (following < visitCount && isStale[following] === 0) following = next[following] as number;
    const now = first[route] as number;
    if (following >= visitCount) {
      if (now === visit) first[route] = onlyPriced;
      else this.addPriced(route);
    } else if (now < 0 || now === visit || state.keyOf(following) < state.keyOf(now)) {
      this.addPriced(route);
      first[route] = following;
    }
  }

  clear(): void {
    for (let index = 0; index < this.count; index++) this.first[this.routes[index] as number] = asItWas;
    for (let index = 0; index < this.staleCount; index++) this.isStale[this.stale[index] as number] = 0;
    this.count = 0;
    this.staleCount = 0;
  }
}

import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";
import type { Neighbours } from "../ruin/neighbours.js";
import type { Undo } from "../undo.js";
import { BestInsertion } from "./bestInsertion.js";
import { SortOrders } from "./sortOrders.js";

/** Visits left out earlier that a step tries again; more would slow every step down where there is too much work for all. */
const mostRetried = 10;
/** Share of steps that put visits back at any price, so that several may pay together what none pays alone. */
const generousRate = 0.1;
/**
 * Share of steps that keep one of the ruined routes closed, and share of those that send the first visit into an empty one, so
 * that visits move together where none would go first.
 */
const closedRate = 0.03;
const openedRate = 0.1;

/** What a ruin leaves: the visits removed and the routes they were in, the first so many entries of each. */
export interface Ruined {
  readonly removed: Int32Array;
  readonly removedCount: number;
  readonly routes: Int32Array;
  readonly routeCount: number;
}

/** Puts visits back greedily, in an order drawn by lot, overlooking a position now and then. */
export class GreedyRecreate {
  private readonly state: RouteState;
  private readonly undo: Undo;
  private readonly random: Random;
  private readonly best: BestInsertion;
  private readonly orders: SortOrders;
  private readonly list: Int32Array;
  private readonly absent: Int32Array;
  private readonly servable: Int32Array;

  constructor(state: RouteState, undo: Undo, random: Random, neighbours: Neighbours) {
    const { jobCount, allowedFirst, allowedTo } = state.compiled;
    this.state = state;
    this.undo = undo;
    this.random = random;
    this.best = new BestInsertion(state, random, neighbours);
    this.orders = new SortOrders(state.compiled, random);
    this.list = new Int32Array(jobCount);
    this.absent = new Int32Array(jobCount);
    this.servable = Int32Array.from(
      Array.from({ length: jobCount }, (_, visit) => visit).filter((visit) => allowedFirst[visit] !== allowedTo[visit]),
    );
  }

  /** Whether routes without stops may be used. */
  set opens(value: boolean) {
    this.best.opens = value;
  }

  /**
   * Puts back what a ruin removed, with some of what was left out before; false where a route cannot be kept, or as soon as the plan
   * would cost `limit` or more even if the rest cost nothing.
   */
  recreate({ removed, removedCount, routes, routeCount }: Ruined, limit = Number.POSITIVE_INFINITY): boolean {
    const { list, random, best, state } = this;
    const { leaveOutCost } = state.compiled;
    const count = this.choose(removed, removedCount);
    best.closed = routeCount > 0 && random.unit() < closedRate ? (routes[random.below(routeCount)] as number) : -1;
    this.orders.sort(list, count);
    this.returnsLast(count);
    const generous = random.unit() < generousRate;
    const opened = best.opens && random.unit() < openedRate;
    let leftOut = 0;
    for (let index = 0; index < count; index++) leftOut += leaveOutCost[list[index] as number] as number;
    for (let index = 0; index < count; index++) {
      const visit = list[index] as number;
      const price = leaveOutCost[visit] as number;
      // what is left to spend if all that follow cost nothing
      const left = limit - (state.totalCost - leftOut);
      leftOut -= price;
      const bound = Math.min(left, generous ? Number.POSITIVE_INFINITY : price);
      if (!(opened && index === 0 && best.findEmpty(visit, bound)) && !best.find(visit, bound)) {
        if (left <= price) return false;
        continue;
      }
      this.undo.touch(best.route);
      if (!best.take(visit)) return false;
    }
    return true;
  }

  /** Who is to be brought back has to be fetched first. */
  private returnsLast(count: number): void {
    const { list, state } = this;
    if (state.compiled.visitCount === state.compiled.jobCount) return;
    let kept = 0;
    let returns = 0;
    for (let index = 0; index < count; index++) {
      const job = list[index] as number;
      if ((state.compiled.returnOf[job] as number) >= 0) this.absent[returns++] = job;
      else list[kept++] = job;
    }
    for (let index = 0; index < returns; index++) list[kept++] = this.absent[index] as number;
  }

  private choose(removed: Int32Array, removedCount: number): number {
    const { list, absent, servable, random, state } = this;
    let count = 0;
    for (; count < removedCount; count++) list[count] = removed[count] as number;
    if (state.left === removedCount) return count;
    let absentCount = 0;
    for (let index = 0; index < servable.length; index++) {
      const visit = servable[index] as number;
      if ((state.routeOf[visit] as number) < 0 && state.frozenJobs[visit] === 0) absent[absentCount++] = visit;
    }
    // the visits just removed are among the absent: those drawn again are skipped
    const draws = Math.min(mostRetried, absentCount);
    for (let draw = 0; draw < draws; draw++) {
      const at = draw + random.below(absentCount - draw);
      const visit = absent[at] as number;
      absent[at] = absent[draw] as number;
      absent[draw] = visit;
      let known = false;
      for (let index = 0; index < removedCount; index++) if (removed[index] === visit) known = true;
      if (!known) list[count++] = visit;
    }
    return count;
  }
}

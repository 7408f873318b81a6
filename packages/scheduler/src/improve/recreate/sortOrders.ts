import type { Compiled } from "../../model/compiled.js";
import type { Random } from "../random.js";

/** Weights of the orders in which visits are put back: random, dearest to leave out, far, near, narrow hours, early, late. */
const weights = [4, 4, 2, 1, 2, 2, 2] as const;
const sum = weights.reduce<number>((total, weight) => total + weight, 0);

/**
 * The orders in which visits are put back, drawn with fixed weights.
 *
 * Source: Christiaens & Vanden Berghe 2020, section 5.2, with priority in the place of demand.
 */
export class SortOrders {
  private readonly keys: readonly Float64Array[];
  private readonly random: Random;

  constructor(compiled: Compiled, random: Random) {
    const { jobCount, windowFirst, windowFrom, windowTo, nodePlace, placeCount, allowedFirst, allowedTo, allowed, routeStart, routeTravel } =
      compiled;
    const key = (of: (visit: number) => number) => Float64Array.from({ length: jobCount }, (_, visit) => of(visit));
    const firstWindow = (visit: number): number => windowFirst[visit] as number;
    const lastWindow = (visit: number): number => (windowFirst[visit + 1] as number) - 1;
    const remoteness = key((visit) => {
      if (allowedFirst[visit] === allowedTo[visit]) return 0;
      const route = allowed[allowedFirst[visit] as number] as number;
      const from = nodePlace[routeStart[route] as number] as number;
      return routeTravel[route]?.[from * placeCount + (nodePlace[visit] as number)] as number;
    });
    const open = key((visit) => {
      let seconds = 0;
      for (let window = firstWindow(visit); window <= lastWindow(visit); window++)
        seconds += (windowTo[window] as number) - (windowFrom[window] as number);
      return seconds;
    });
    this.random = random;
    this.keys = [
      new Float64Array(jobCount),
      key((visit) => -(compiled.leaveOutCost[visit] as number)),
      remoteness.map((seconds) => -seconds),
      remoteness,
      open,
      key((visit) => windowFrom[firstWindow(visit)] as number),
      key((visit) => -(windowTo[lastWindow(visit)] as number)),
    ];
  }

  /** Sorts the first `count` visits of a list by an order drawn by lot. */
  sort(visits: Int32Array, count: number): void {
    let draw = this.random.below(sum);
    let order = 0;
    while (draw >= (weights[order] as number)) draw -= weights[order++] as number;
    const keys = this.keys[order] as Float64Array;
    // ties fall by lot, so every order begins from a shuffled list
    for (let index = count - 1; index > 0; index--) {
      const other = this.random.below(index + 1);
      const visit = visits[index] as number;
      visits[index] = visits[other] as number;
      visits[other] = visit;
    }
    if (order === 0) return;
    for (let index = 1; index < count; index++) {
      const visit = visits[index] as number;
      const key = keys[visit] as number;
      let at = index - 1;
      while (at >= 0 && (keys[visits[at] as number] as number) > key) {
        visits[at + 1] = visits[at] as number;
        at--;
      }
      visits[at + 1] = visit;
    }
  }
}

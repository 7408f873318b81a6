import type { RouteState } from "../../evaluate/routeState.js";
import type { Random } from "../random.js";

/** First and last temperature, as shares of what a visit costs on average in the first plan. */
const firstShare = 3;
const lastShare = 0.02;

/**
 * Accepts a worse plan with a chance that falls as the search cools: geometric cooling over whatever budget there is.
 *
 * Source: Christiaens & Vanden Berghe 2020, section 5.3; temperatures derived from the instance.
 */
export class Annealing {
  private readonly random: Random;
  private readonly first: number;
  temperature: number;

  constructor(state: RouteState, random: Random) {
    const { compiled, costOf, routeOf } = state;
    const served = routeOf.reduce((count, route) => count + (route >= 0 ? 1 : 0), 0);
    // what a day costs at all has no part in what a visit costs: where it is dear, no day would ever be too many
    const cost = costOf.reduce((sum, each) => sum + (each > 0 ? each - compiled.routeOpenCost : 0), 0);
    const perVisit = served === 0 ? 0 : cost / served;
    this.random = random;
    this.first = firstShare * Math.max(perVisit, 1);
    this.temperature = this.first;
  }

  /** Cools to where a share of a cooling is over (0 … 1) that began so hot, as a share of the first temperature. */
  coolTo(share: number, heat = 1): void {
    this.temperature = this.first * heat * (lastShare / (firstShare * heat)) ** share;
  }

  /** Whether a plan of cost `next` may follow one of cost `now`. */
  accepts(next: number, now: number): boolean {
    return next < now - this.temperature * Math.log(1 - this.random.unit());
  }
}

import type { RouteState } from "../../evaluate/routeState.js";
import type { Steps } from "../../model/steps.js";
import type { Random } from "../random.js";
import type { Neighbours } from "../ruin/neighbours.js";

/** First and last temperature, as shares of what a small move costs. */
const firstShare = 3;
const lastShare = 0.02;

/**
 * Accepts a worse plan with a chance that falls as the search cools: geometric cooling over whatever budget there is.
 *
 * Source: Christiaens & Vanden Berghe 2020, section 5.3; temperatures derived from the instance.
 */
export class Annealing {
  private readonly random: Random;
  private readonly move: number;
  private readonly firstHeat: number;
  temperature: number;

  /**
   * @param move cost of a small move: see `costOfAMove`
   * @param heat how much hotter than usual it begins
   */
  constructor(random: Random, move: number, heat = 1) {
    this.random = random;
    this.move = Math.max(move, 1);
    this.firstHeat = firstShare * heat;
    this.temperature = this.firstHeat * this.move;
  }

  /** Cools to where a share of a cooling is over (0 … 1) that began so hot, as a share of the first temperature. */
  coolTo(share: number, heat = 1): void {
    const first = this.firstHeat * heat;
    this.temperature = this.move * first * (lastShare / first) ** share;
  }

  /** What the next plan may cost more than the present one, drawn by lot: less than this. */
  allowance(): number {
    return -this.temperature * Math.log(1 - this.random.unit());
  }

  /** Whether a plan of cost `next` may follow one of cost `now`. */
  accepts(next: number, now: number): boolean {
    return next < now + this.allowance();
  }
}

/** How many of the nearest visits a move may lead to, and how many visits are looked at: all of thousands would take a second. */
const nearest = 10;
const mostSampled = 200;

/**
 * What moving a visit costs, roughly: the way to one of the visits nearest to it, and what visits cost on average beside their
 * travel. The way from and to the depot has no part in it, nor has what a day costs at all. Resumable.
 */
export function* costOfAMove({ compiled, costOf, travelOn, routeOf }: RouteState, neighbours: Neighbours): Steps<number> {
  const { stopCount, routeCount, placeCount, nodePlace, routeTravel, travelSecondCost, routeOpenCost } = compiled;
  const travel = routeTravel[0] ?? new Int32Array();
  let [way, ways] = [0, 0];
  const apart = Math.ceil(stopCount / mostSampled);
  for (let stop = 0; stop < stopCount; stop += apart) {
    const near = neighbours.of(stop);
    for (let index = 1; index <= Math.min(nearest, near.length - 1); index++) {
      way += travel[(nodePlace[stop] as number) * placeCount + (nodePlace[near[index] as number] as number)] as number;
      ways++;
    }
    yield;
  }
  let beside = 0;
  for (let route = 0; route < routeCount; route++)
    if ((costOf[route] as number) > 0) beside += (costOf[route] as number) - routeOpenCost - (travelOn[route] as number) * travelSecondCost;
  const served = routeOf.reduce((count, route) => count + (route >= 0 ? 1 : 0), 0);
  return (ways === 0 ? 0 : (way / ways) * travelSecondCost) + (served === 0 ? 0 : beside / served);
}

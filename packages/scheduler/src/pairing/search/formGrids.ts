import type { Budget } from "../../improve/stop/budget.js";
import type { Steps } from "../../model/steps.js";
import { branchOnLeaders } from "./branchOnLeaders.js";
import { type Clash, worstClash } from "./clashes.js";
import { exchangeLeaders } from "./exchangeLeaders.js";
import { decidedBy, dive, type GridSearch, isSpent, ledBy, note, openFrame, relax, underfull } from "./gridSearch.js";
import type { Market } from "./market.js";
import { type Raised, raisePrices } from "./raisePrices.js";

/** Grids, and how good they are known to be. */
export interface GridsFound {
  readonly pairOf: Int32Array;
  /** No way of forming grids costs less. */
  readonly lowerBound: number;
  /** Prices of the persons that give a bound by themselves. */
  readonly prices: Float64Array;
  readonly iterations: number;
  /** Grids were found: what is left out is left out for a reason, not because the search was stopped before it began. */
  readonly settled: boolean;
}

/** Rounds of raising prices before leaders are exchanged, and how many times they are made. */
const rounds = 200;
const times = 4;
/** The share of the budget after which leaders are no longer exchanged for luck, but looked through. */
const exchangeShare = 0.5;

/**
 * Forms grids: near-exact, with a bound on how much better they could be. Without a least size and a greatest width the
 * cheapest matching is the answer; with them it is a bound, which prices of persons and a search over leaders raise, while
 * dives and exchanges of leaders find grids. Resumable.
 */
export function* formGrids(market: Market, clash: Clash, budget: Budget): Steps<GridsFound> {
  const search: GridSearch = { market, clash, budget, iterations: 0, best: undefined };
  const nobody = { pairOf: new Int32Array(market.unpaired.length).fill(-1), prices: new Float64Array(market.unpaired.length) };
  const first = yield* relax(search, openFrame);
  if (first === undefined) return { ...nobody, lowerBound: 0, iterations: search.iterations, settled: false };
  if (underfull(market, first.load).length === 0 && worstClash(market, clash, first.pairOf) < 0) {
    note(search, first);
    return { pairOf: first.pairOf, lowerBound: first.value, prices: first.price, iterations: search.iterations, settled: true };
  }

  yield* dive(search, openFrame);
  const all = decidedBy(market, openFrame);
  const stop = (): boolean => isSpent(search);
  let raised: Raised | undefined;
  for (let time = 0; time < times && !stop(); time++) {
    const before = search.best;
    raised = yield* raisePrices(market, all, raised?.prices ?? first.price, before?.value ?? first.value, rounds, stop);
    search.iterations += rounds;
    yield* dive(search, ledBy(openFrame, raised.bound.leads));
    // a nearer target makes other steps, and other leaders
    if (search.best === before) break;
  }
  const prices = raised?.prices ?? first.price;
  const certified = Math.max(first.value, raised?.value ?? first.value);
  yield* exchangeLeaders(search, () => !stop() && budget.share(search.iterations) < exchangeShare && (search.best?.value ?? 0) > certified);
  const lowerBound = yield* branchOnLeaders(search, certified);
  return { pairOf: search.best?.pairOf ?? nobody.pairOf, lowerBound, prices, iterations: search.iterations, settled: search.best !== undefined };
}

import type { Budget } from "../../improve/stop/budget.js";
import type { Steps } from "../../model/steps.js";
import { branchOnLeaders } from "./branchOnLeaders.js";
import { type Clash, worstClash } from "./clashes.js";
import { exchangeLeaders } from "./exchangeLeaders.js";
import { decidedBy, dive, type GridSearch, isSpent, note, openFrame, relax, underfull } from "./gridSearch.js";
import type { Market } from "./market.js";
import { priceBound } from "./priceBound.js";
import { raisePrices } from "./raisePrices.js";

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

/** Rounds of raising prices before leaders are exchanged. */
const rounds = 200;
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
  const raised = yield* raisePrices(market, all, first.price, search.best?.value ?? first.value, rounds, stop);
  search.iterations += rounds;
  const { leads } = priceBound(market, raised.prices, all);
  if (!stop()) yield* dive(search, { closed: [...leads.keys()].filter((j) => leads[j] === 0), must: [], ruledOut: [] });
  yield* exchangeLeaders(search, () => !stop() && budget.share(search.iterations) < exchangeShare && (search.best?.value ?? 0) > raised.value);
  const again = yield* raisePrices(market, all, raised.prices, search.best?.value ?? first.value, rounds, stop);
  search.iterations += rounds;
  const certified = Math.max(first.value, again.value);
  const lowerBound = yield* branchOnLeaders(search, certified);
  return {
    pairOf: search.best?.pairOf ?? nobody.pairOf,
    lowerBound,
    prices: again.prices,
    iterations: search.iterations,
    settled: search.best !== undefined,
  };
}

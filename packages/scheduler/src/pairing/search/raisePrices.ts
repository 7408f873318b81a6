import type { Steps } from "../../model/steps.js";
import type { Market } from "./market.js";
import { type Leaders, type PriceBound, priceBound } from "./priceBound.js";

/** Prices and the bound that they give. */
export interface Raised {
  readonly value: number;
  readonly prices: Float64Array;
  readonly bound: PriceBound;
}

/** Rounds in vain after which steps become half as long. */
const patience = 6;

/**
 * Raises the bound by changing prices: up where nobody takes a person, down where several do, in steps that shorten. Whole
 * prices, so that the bound is exact. Resumable between rounds.
 *
 * @param from prices to begin with
 * @param target what a known pairing costs
 * @param rounds how many steps at most; `stop` is asked before each
 * Source: Held, Wolfe & Crowder, "Validation of subgradient optimization", Mathematical Programming 6, 1974.
 */
export function* raisePrices(
  market: Market,
  leaders: Leaders,
  from: Float64Array,
  target: number,
  rounds: number,
  stop: () => boolean,
): Steps<Raised> {
  const rounded = (prices: Float64Array): Float64Array => prices.map((price) => Math.round(price));
  let prices = rounded(from);
  let best: Raised = { prices, bound: yield* priceBound(market, prices, leaders), value: Number.NEGATIVE_INFINITY };
  best = { ...best, value: best.bound.value };
  let at = best;
  let stretch = 1;
  let vain = 0;
  for (let round = 0; round < rounds; round++) {
    if (best.value >= target || stretch < 1e-3 || stop()) break;
    yield;
    let length = 0;
    const step = at.prices.map((price, i) => {
      const towards = 1 - (at.bound.taken[i] as number);
      return towards > 0 && price >= (market.unpaired[i] as number) ? 0 : towards;
    });
    for (const part of step) length += part * part;
    if (length === 0) break;
    const far = (stretch * Math.max(1, target - at.value)) / length;
    prices = rounded(at.prices.map((price, i) => Math.min(market.unpaired[i] as number, price + far * (step[i] as number))));
    const bound = yield* priceBound(market, prices, leaders);
    at = { prices, bound, value: bound.value };
    if (at.value > best.value) {
      best = at;
      vain = 0;
    } else if (++vain >= patience) {
      vain = 0;
      stretch /= 2;
      at = best;
    }
  }
  return best;
}

import type { Optimality } from "../model/pairing.js";
import { costOfMatching } from "./cheapestPairs.js";
import { type CompiledPairing, costOfPair } from "./compilePairing.js";
import type { Market } from "./market.js";

/** Who is paired in one mode, and what is known of how good that is. */
export interface Solved {
  readonly market: Market;
  readonly pairOf: Int32Array;
  /** No pairing costs less, unpaired persons included. */
  readonly lowerBound: number;
  readonly prices: Float64Array;
  /** All that was to be done was done. */
  readonly finished: boolean;
}

const units = (thousandths: number): number => Math.round(thousandths) / 1000;
const parts = 1e6;

/** What is known of how good a pairing is in one mode. */
export function optimalityOf(compiled: CompiledPairing, { market, pairOf, lowerBound, prices }: Solved): Optimality {
  const { step, unpaired, persons } = market;
  const left = pairOf.reduce((sum, pair, i) => (pair < 0 ? sum + (unpaired[i] ?? 0) : sum), 0);
  const cost = costOfMatching(market, pairOf) - left;
  const mostPaired = Math.floor(lowerBound / step) * step >= left;
  const least = Math.max(0, lowerBound - left);
  return {
    mostPaired,
    cost: units(cost),
    lowerBound: mostPaired ? units(least) : null,
    gapPercent: mostPaired ? (cost === 0 ? 0 : Math.round((100 * parts * (cost - least)) / cost) / parts) : null,
    proven: mostPaired && cost <= least,
    certificate: {
      unpaired: step,
      prices: Array.from(prices, (price, i) => ({ person: compiled.persons[persons[i] ?? -1]?.id ?? "", price: Math.round(price) })),
    },
  };
}

/** What the pairs of a mode cost by component, thousandths. */
export function costsOf(compiled: CompiledPairing, { market, pairOf }: Solved) {
  const costs = { distance: 0, change: 0, notPreferred: 0, furtherPerson: 0 };
  for (const [i, pair] of pairOf.entries()) {
    const person = compiled.persons[market.persons[i] ?? -1];
    const volunteer = compiled.volunteers[market.volunteer[pair] ?? -1];
    if (pair < 0 || person === undefined || volunteer === undefined) continue;
    const one = costOfPair(person, volunteer, compiled.distance(volunteer.place, person.place), compiled.weights);
    costs.distance += one.distance;
    costs.change += one.change;
    costs.notPreferred += one.notPreferred;
  }
  const unpaired = pairOf.reduce((sum, pair, i) => (pair < 0 ? sum + (market.unpaired[i] ?? 0) : sum), 0);
  costs.furtherPerson = costOfMatching(market, pairOf) - unpaired - costs.distance - costs.change - costs.notPreferred;
  return costs;
}

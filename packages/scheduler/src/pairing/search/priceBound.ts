import type { Steps } from "../../model/steps.js";
import { type Market, slotCost } from "./market.js";

/** What leaders may do where a bound is asked for: pairs ruled out, most persons (0 = closed), and who must have persons. */
export interface Leaders {
  readonly ruledOut?: Uint8Array;
  readonly most: Int32Array;
  /** 1 for leaders who must have persons. */
  readonly mustLead?: Uint8Array;
}

/** A lower bound, and how often the leaders, each for himself, would take each person at these prices. */
export interface PriceBound {
  readonly value: number;
  readonly taken: Int32Array;
  /** 1 for leaders who would take anybody. */
  readonly leads: Uint8Array;
}

/** Leaders after whom the work may be interrupted. */
const atOnce = 16;

/**
 * A lower bound on the cost of every way of pairing, from prices of the persons: each person pays her price, and each leader,
 * for himself, takes the persons who bring him most, as many as a leader may have, or none. That everybody is taken once at
 * most is what the prices stand for. Resumable.
 *
 * @param prices any numbers; a price above that of leaving the person unpaired counts as that
 * @returns a value that no pairing undercuts; `Infinity` where a leader cannot have as many persons as he must
 * Source: Geoffrion, "Lagrangean relaxation for integer programming", Mathematical Programming Study 2, 1974.
 */
export function* priceBound(market: Market, prices: Float64Array, { ruledOut, most, mustLead }: Leaders): Steps<PriceBound> {
  const { startOf, pairsOf, personOf, cost, unpaired, least } = market;
  const taken = new Int32Array(unpaired.length);
  const leads = new Uint8Array(most.length);
  const paid = (i: number): number => Math.min(prices[i] as number, unpaired[i] as number);
  let value = 0;
  for (let i = 0; i < unpaired.length; i++) value += paid(i);
  for (let j = 0; j < most.length; j++) {
    if (most[j] === 0) continue;
    if (j % atOnce === 0) yield;
    const bring: { readonly worth: number; readonly person: number }[] = [];
    for (let at = startOf[j] as number; at < (startOf[j + 1] as number); at++) {
      const pair = pairsOf[at] as number;
      if (ruledOut?.[pair] === 1) continue;
      const person = personOf[pair] as number;
      bring.push({ worth: (cost[pair] as number) - paid(person), person });
    }
    const must = mustLead?.[j] === 1;
    const room = Math.min(most[j] as number, bring.length);
    if (room < least) {
      if (must) return { value: Number.POSITIVE_INFINITY, taken, leads };
      continue;
    }
    bring.sort((a, b) => a.worth - b.worth || a.person - b.person);
    let sum = 0;
    let many = 0;
    for (; many < room; many++) {
      const worth = (bring[many] as { worth: number }).worth + slotCost(market, j, many + 1);
      if (many >= least && worth >= 0) break;
      sum += worth;
    }
    if (sum >= 0 && !must) continue;
    value += sum;
    leads[j] = 1;
    for (let nth = 0; nth < many; nth++) {
      const { person } = bring[nth] as { person: number };
      taken[person] = (taken[person] as number) + 1;
    }
  }
  return { value, taken, leads };
}

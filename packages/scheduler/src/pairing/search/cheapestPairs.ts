import type { Steps } from "../../model/steps.js";
import { type Market, slotCost } from "./market.js";
import { Queue } from "./queue.js";

/** What is decided already: pairs ruled out, most persons of each volunteer, and fewest of those who must have persons. */
export interface Decided {
  readonly ruledOut?: Uint8Array;
  readonly most: Int32Array;
  /** Fewest persons of each volunteer; 0 where he need not have any. */
  readonly least?: Int32Array;
}

/** Who is paired with whom at least cost, and the prices that prove it. */
export interface Matching {
  /** The pair of each person; −1 where she has none. */
  readonly pairOf: Int32Array;
  readonly load: Int32Array;
  /** What each person pays: no more than she would at any volunteer, or unpaired. */
  readonly price: Float64Array;
  /** Cost of pairs, loads and unpaired persons. */
  readonly value: number;
  /** All persons were looked at: the matching is the cheapest there is. */
  readonly finished: boolean;
}

const nobody = -1;

/**
 * The cheapest way to pair the persons of a market, one person to one volunteer, each volunteer up to his most: exact.
 *
 * Persons come in one by one, the most urgent first, each along a shortest path of displacements; prices of persons and
 * volunteers stay such that no pair is a bargain (reduced costs ≥ 0), which is what proves the result. Of a volunteer who must
 * have persons the first ones are paid for so well that they come if at all they can. Resumable; where `stop` says so, those
 * not yet looked at stay unpaired.
 * Source: Jonker & Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 1987; with convex costs of load as in Ahuja, Magnanti & Orlin, "Network flows", 1993, ch. 14.
 */
export function* cheapestPairs(market: Market, decided: Decided, stop: () => boolean = () => false): Steps<Matching> {
  const { start, volunteer, cost, unpaired, step } = market;
  const { ruledOut, most, least } = decided;
  const people = unpaired.length;
  const helpers = most.length;
  // dearer than any path of displacements, leaving the most urgent person unpaired included
  const filled = 8 * step;
  const slot = (j: number, nth: number): number => slotCost(market, j, nth) - (least !== undefined && nth <= (least[j] as number) ? filled : 0);

  const pairOf = new Int32Array(people).fill(nobody);
  const load = new Int32Array(helpers);
  const price = new Float64Array(people);
  const wage = Float64Array.from(most, (_, j) => slot(j, 1));
  const first = new Int32Array(helpers).fill(nobody);
  const next = new Int32Array(people).fill(nobody);
  const reached = new Float64Array(helpers).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(helpers);
  const heap = new Queue();

  const take = (i: number, pair: number): void => {
    const j = volunteer[pair] as number;
    pairOf[i] = pair;
    next[i] = first[j] as number;
    first[j] = i;
  };
  const release = (i: number): void => {
    const j = volunteer[pairOf[i] as number] as number;
    if (first[j] === i) first[j] = next[i] as number;
    else {
      let before = first[j] as number;
      while (next[before] !== i) before = next[before] as number;
      next[before] = next[i] as number;
    }
    pairOf[i] = nobody;
  };

  const lowest = (i: number): number => {
    let found = unpaired[i] as number;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
      const j = volunteer[pair] as number;
      if (most[j] !== 0 && ruledOut?.[pair] !== 1) found = Math.min(found, (cost[pair] as number) + (wage[j] as number));
    }
    return found;
  };

  const order = Array.from(unpaired.keys()).sort((a, b) => (unpaired[b] as number) - (unpaired[a] as number) || a - b);
  let work = 0;
  let finished = true;
  for (const s of order) {
    finished &&= !stop();
    price[s] = lowest(s);
    if (!finished) continue;

    // the shortest way to a free slot, or to a person who had better be left unpaired
    let end = Number.POSITIVE_INFINITY;
    let endHelper = nobody;
    let endPerson = nobody;
    const touched: number[] = [];
    const helpersDone: number[] = [];
    const peopleDone: number[] = [];
    const peopleAt: number[] = [];
    const leave = (i: number, at: number): void => {
      peopleDone.push(i);
      peopleAt.push(at);
      const out = at + (unpaired[i] as number) - (price[i] as number);
      if (out < end) {
        end = out;
        endPerson = i;
        endHelper = nobody;
      }
      for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
        const j = volunteer[pair] as number;
        if (most[j] === 0 || ruledOut?.[pair] === 1) continue;
        const there = at + (cost[pair] as number) + (wage[j] as number) - (price[i] as number);
        if (there >= (reached[j] as number) || there >= end) continue;
        if (reached[j] === Number.POSITIVE_INFINITY) touched.push(j);
        reached[j] = there;
        via[j] = pair;
        heap.push(there, j);
      }
      work += (start[i + 1] as number) - (start[i] as number) + 1;
    };
    leave(s, 0);
    for (;;) {
      const j = heap.pop();
      if (j === nobody) break;
      const at = heap.poppedKey;
      if (at >= end) break;
      if (at > (reached[j] as number)) continue;
      helpersDone.push(j);
      if ((load[j] as number) < (most[j] as number)) {
        const there = at + slot(j, (load[j] as number) + 1) - (wage[j] as number);
        if (there < end) {
          end = there;
          endHelper = j;
          endPerson = nobody;
        }
        if (end <= at) break;
      }
      for (let i = first[j] as number; i !== nobody; i = next[i] as number) leave(i, at);
      if (work > 20_000) {
        work = 0;
        yield;
      }
    }
    heap.clear();

    for (const [index, i] of peopleDone.entries()) price[i] = (price[i] as number) + Math.max(0, end - (peopleAt[index] as number));
    for (const j of helpersDone) wage[j] = (wage[j] as number) + Math.max(0, end - (reached[j] as number));
    let j = endHelper;
    if (j !== nobody) load[j] = (load[j] as number) + 1;
    else if (endPerson !== s) {
      j = volunteer[pairOf[endPerson] as number] as number;
      release(endPerson);
    }
    while (j !== nobody) {
      const pair = via[j] as number;
      const i = market.personOf[pair] as number;
      const left = pairOf[i] as number;
      if (left !== nobody) release(i);
      take(i, pair);
      j = left === nobody ? nobody : (volunteer[left] as number);
    }
    for (const at of touched) reached[at] = Number.POSITIVE_INFINITY;
  }
  if (!finished) fillUp(market, decided, pairOf, load, order);
  return { pairOf, load, price, value: costOfMatching(market, pairOf), finished };
}

/** Pairs those who are left with the cheapest volunteer who has room. */
function fillUp(
  { start, volunteer, cost }: Market,
  { ruledOut, most }: Decided,
  pairOf: Int32Array,
  load: Int32Array,
  order: readonly number[],
): void {
  for (const i of order) {
    if (pairOf[i] !== nobody) continue;
    let best = nobody;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
      const j = volunteer[pair] as number;
      if (ruledOut?.[pair] === 1 || (load[j] as number) >= (most[j] as number)) continue;
      if (best === nobody || (cost[pair] as number) < (cost[best] as number)) best = pair;
    }
    if (best === nobody) continue;
    const j = volunteer[best] as number;
    pairOf[i] = best;
    load[j] = (load[j] as number) + 1;
  }
}

/** What a matching costs: its pairs, the loads and those left unpaired. */
export function costOfMatching(market: Market, pairOf: Int32Array): number {
  const load = new Int32Array(market.most.length);
  let value = 0;
  for (let i = 0; i < pairOf.length; i++) {
    const pair = pairOf[i] as number;
    if (pair === nobody) {
      value += market.unpaired[i] as number;
      continue;
    }
    const j = market.volunteer[pair] as number;
    load[j] = (load[j] as number) + 1;
    value += (market.cost[pair] as number) + slotCost(market, j, load[j] as number);
  }
  return value;
}

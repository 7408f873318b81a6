import type { Steps } from "../../model/steps.js";
import type { Matching } from "./cheapestPairs.js";
import { clashingWith, worstClash } from "./clashes.js";
import { decidedBy, dive, type Frame, type GridSearch, isSpent, ledBy, note, openFrame, relax, underfull } from "./gridSearch.js";
import { Queue } from "./queue.js";
import { raisePrices } from "./raisePrices.js";

/** Rounds of raising prices at each frame. */
const rounds = 24;
/** A dive is made from each frame of this many. */
const divesEvery = 8;

/**
 * What a frame splits into: with a grid or without for the leader who lacks fewest persons; else, where a person clashes with
 * others of her grid, without her in it, or with her and without those others.
 */
function split({ market, clash }: GridSearch, frame: Frame, { pairOf, load }: Matching): Frame[] {
  const [leader] = underfull(market, load).sort((a, b) => (load[b] as number) - (load[a] as number) || a - b);
  if (leader !== undefined)
    return [
      { ...frame, must: [...frame.must, leader] },
      { ...frame, closed: [...frame.closed, leader] },
    ];
  const pair = worstClash(market, clash, pairOf);
  if (pair < 0) return [];
  const person = market.personOf[pair] as number;
  const elsewhere: number[] = [];
  for (let other = market.start[person] as number; other < (market.start[person + 1] as number); other++) if (other !== pair) elsewhere.push(other);
  const without = clashingWith(market, clash, market.volunteer[pair] as number, person);
  return [
    { ...frame, ruledOut: [...frame.ruledOut, pair] },
    { ...frame, ruledOut: [...frame.ruledOut, ...elsewhere, ...without] },
  ];
}

/**
 * Looks through the ways of choosing leaders, the most promising first, leaving out what cannot be better than the best found:
 * to the end on small problems, so that the best is then proven. Resumable.
 *
 * @param rootBound a bound that holds for all of them
 * @returns a bound on the cost of every way of forming grids; the cost of the best found where all were looked through
 * Source: Land & Doig, "An automatic method of solving discrete programming problems", Econometrica 28, 1960.
 */
export function* branchOnLeaders(search: GridSearch, rootBound: number): Steps<number> {
  const frames: { readonly frame: Frame; readonly bound: number }[] = [{ frame: openFrame, bound: rootBound }];
  const queue = new Queue();
  queue.push(rootBound, 0);
  const worth = (bound: number): boolean => search.best === undefined || bound < search.best.value;
  for (let looked = 0; ; looked++) {
    const row = queue.pop();
    if (row < 0) break;
    const { frame, bound: before } = frames[row] as { frame: Frame; bound: number };
    if (!worth(before)) break;
    if (isSpent(search)) return before;
    const matching = yield* relax(search, frame);
    if (matching === undefined) return before;
    const { load, value, price } = matching;
    if (!worth(value) || frame.must.some((j) => (load[j] as number) < search.market.least)) continue;
    const parts = split(search, frame, matching);
    if (parts.length === 0) {
      note(search, matching);
      continue;
    }
    const target = search.best?.value ?? Number.POSITIVE_INFINITY;
    const raised = yield* raisePrices(search.market, decidedBy(search.market, frame), price, target, rounds, () => isSpent(search));
    search.iterations += rounds;
    const bound = Math.max(before, value, raised.value);
    if (looked % divesEvery === 0) yield* dive(search, ledBy(frame, raised.bound.leads));
    if (!worth(bound)) continue;
    for (const part of parts) {
      queue.push(bound, frames.length);
      frames.push({ frame: part, bound });
    }
  }
  return search.best?.value ?? rootBound;
}

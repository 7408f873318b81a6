import type { Budget } from "../../improve/stop/budget.js";
import type { Steps } from "../../model/steps.js";
import { cheapestPairs, costOfMatching, type Decided, type Matching } from "./cheapestPairs.js";
import { type Clash, clashingPairs, membersOf } from "./clashes.js";
import type { Market } from "./market.js";
import type { Leaders } from "./priceBound.js";

/** What is taken as decided while grids are searched for: leaders without a grid, leaders with one, pairs ruled out. */
export interface Frame {
  readonly closed: readonly number[];
  readonly must: readonly number[];
  readonly ruledOut: readonly number[];
}

/** Nothing decided. */
export const openFrame: Frame = { closed: [], must: [], ruledOut: [] };

/** A way of forming grids that keeps every rule. */
export interface Formed {
  readonly pairOf: Int32Array;
  readonly load: Int32Array;
  readonly value: number;
}

/** What a search for grids works on, and the best it has found. */
export interface GridSearch {
  readonly market: Market;
  readonly clash: Clash;
  readonly budget: Budget;
  /** Matchings and bounds computed so far. */
  iterations: number;
  best: Formed | undefined;
}

/** Whether the search is to stop: at a signal at once, by its budget as soon as there are any grids. */
export function isSpent({ budget, iterations, best }: GridSearch): boolean {
  const spent = budget.spent(iterations);
  return spent === "signal" || (spent !== undefined && best !== undefined);
}

/** A frame as the matching and the bound read it. */
export function decidedBy(market: Market, frame: Frame): Decided & Leaders {
  const most = market.most.slice();
  const least = new Int32Array(most.length);
  const mustLead = new Uint8Array(most.length);
  const ruledOut = new Uint8Array(market.volunteer.length);
  for (const j of frame.closed) most[j] = 0;
  for (const j of frame.must) {
    least[j] = market.least;
    mustLead[j] = 1;
  }
  for (const pair of frame.ruledOut) ruledOut[pair] = 1;
  return { most, least, mustLead, ruledOut };
}

/** The cheapest matching within a frame, which may leave leaders with too few persons; undefined where it was stopped. */
export function* relax(search: GridSearch, frame: Frame): Steps<Matching | undefined> {
  const matching = yield* cheapestPairs(search.market, decidedBy(search.market, frame), () => isSpent(search));
  search.iterations++;
  return matching.finished ? matching : undefined;
}

/** The leaders who have persons, but fewer than a grid must have. */
export function underfull({ least }: Market, load: Int32Array): number[] {
  return [...load.keys()].filter((j) => (load[j] as number) > 0 && (load[j] as number) < least);
}

/** Takes note of a way that is better than the best so far. */
export function note(search: GridSearch, { pairOf, load, value }: Formed): boolean {
  if (search.best !== undefined && value >= search.best.value) return false;
  search.best = { pairOf, load, value };
  search.budget.note(value, search.iterations);
  return true;
}

/** Pairs who was left out because of a clash that has since gone with the grid that still has room for her at least cost. */
function fillGaps({ market, clash }: GridSearch, frame: Frame, formed: Formed): Formed {
  if (clash === undefined || frame.ruledOut.length === 0) return formed;
  const { start, volunteer, cost } = market;
  const pairOf = formed.pairOf.slice();
  const members = membersOf(market, pairOf);
  for (let i = 0; i < pairOf.length; i++) {
    if (pairOf[i] !== -1) continue;
    let best = -1;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
      const grid = members[volunteer[pair] as number] ?? [];
      if (grid.length === 0 || grid.length >= (market.most[volunteer[pair] as number] as number)) continue;
      if (grid.some((other) => clash(i, other))) continue;
      if (best === -1 || (cost[pair] as number) < (cost[best] as number)) best = pair;
    }
    if (best === -1) continue;
    pairOf[i] = best;
    members[volunteer[best] as number]?.push(i);
  }
  return { pairOf, load: Int32Array.from(members, ({ length }) => length), value: costOfMatching(market, pairOf) };
}

/** A frame in which those lead who would at given prices, each a whole grid, and nobody else does. */
export function ledBy(frame: Frame, leads: Uint8Array): Frame {
  const rows = [...leads.keys()];
  return { ...frame, closed: rows.filter((j) => leads[j] === 0), must: rows.filter((j) => leads[j] === 1) };
}

/** Of this many leaders with too few persons one more is closed at once. */
const closedAtOnce = 8;

/**
 * Makes grids of a frame in one go: pairs that clash are given up, leaders with too few persons are closed, the emptiest
 * first, until every rule is kept. Resumable.
 *
 * @returns undefined where it was stopped before
 */
export function* dive(search: GridSearch, from: Frame): Steps<Formed | undefined> {
  let frame = from;
  for (;;) {
    const matching = yield* relax(search, frame);
    if (matching === undefined) return undefined;
    const { pairOf, load, value } = matching;
    const given = yield* clashingPairs(search.market, search.clash, pairOf);
    if (given.length > 0) {
      frame = { ...frame, ruledOut: [...frame.ruledOut, ...given] };
      continue;
    }
    const small = underfull(search.market, load).sort((a, b) => (load[a] as number) - (load[b] as number) || a - b);
    const closing = [
      ...small.slice(0, 1 + Math.floor(small.length / closedAtOnce)),
      ...frame.must.filter((j) => load[j] === 0 && search.market.least > 0 && !frame.closed.includes(j)),
    ];
    if (closing.length === 0) {
      const formed = fillGaps(search, frame, { pairOf, load, value });
      note(search, formed);
      return formed;
    }
    frame = { ...frame, closed: [...frame.closed, ...closing], must: frame.must.filter((j) => !closing.includes(j)) };
  }
}

import type { Steps } from "../../model/steps.js";
import type { CompiledPairing } from "./compilePairing.js";
import type { Market } from "./market.js";

/** Whether two persons of a market live too far apart for one grid; undefined where nothing limits that. */
export type Clash = ((a: number, b: number) => boolean) | undefined;

/** Longest distance between two persons, either way. */
export function widthBetween({ distance, persons }: CompiledPairing, a: number, b: number): number {
  const from = persons[a]?.place ?? "";
  const to = persons[b]?.place ?? "";
  return from === to ? 0 : Math.max(distance(from, to), distance(to, from));
}

/** Persons up to whose number it is kept who clashes with whom: 25 MB. */
const mostKept = 5000;

/** The clashes of a market, by its own rows of persons. */
export function clashesOf(compiled: CompiledPairing, market: Market): Clash {
  const widest = compiled.asked.grid.widestMetres;
  if (market.mode !== "grid" || widest === undefined) return undefined;
  const many = market.persons.length;
  const isWide = (a: number, b: number): boolean => widthBetween(compiled, market.persons[a] as number, market.persons[b] as number) > widest;
  if (many > mostKept) return isWide;
  // the same two are asked about again and again
  const known = new Uint8Array(many * many);
  return (a, b) => {
    const at = a * many + b;
    if (known[at] === 0) known[at] = isWide(a, b) ? 2 : 1;
    return known[at] === 2;
  };
}

/** The members of each leader, by the matching. */
export function membersOf(market: Market, pairOf: Int32Array): number[][] {
  const members: number[][] = Array.from({ length: market.most.length }, () => []);
  for (let i = 0; i < pairOf.length; i++) {
    const pair = pairOf[i] as number;
    if (pair >= 0) members[market.volunteer[pair] as number]?.push(i);
  }
  return members;
}

/** The pair of a matching that clashes with most others of its grid; −1 where there is no clash. */
export function worstClash(market: Market, clash: Clash, pairOf: Int32Array): number {
  if (clash === undefined) return -1;
  let worst = -1;
  let most = 0;
  for (const members of membersOf(market, pairOf))
    for (const i of members) {
      const many = members.reduce((sum, other) => (clash(i, other) ? sum + 1 : sum), 0);
      if (many <= most) continue;
      most = many;
      worst = pairOf[i] as number;
    }
  return worst;
}

/** The pairs of a leader whose persons clash with a given one. */
export function clashingWith({ startOf, pairsOf, personOf }: Market, clash: Clash, leader: number, person: number): number[] {
  const pairs = Array.from(pairsOf.subarray(startOf[leader] as number, startOf[leader + 1] as number));
  return clash === undefined ? [] : pairs.filter((pair) => clash(personOf[pair] as number, person));
}

/**
 * Pairs that a matching had better do without: in each grid the cheapest are kept as long as they do not clash. Who clashes
 * with the cheapest of all cannot come later either, so that few rounds are needed.
 * Resumable between grids.
 */
export function* clashingPairs(market: Market, clash: Clash, pairOf: Int32Array): Steps<number[]> {
  const given: number[] = [];
  if (clash === undefined) return given;
  const costOf = (i: number): number => market.cost[pairOf[i] as number] as number;
  for (const [leader, members] of membersOf(market, pairOf).entries()) {
    yield;
    const kept: number[] = [];
    const before = given.length;
    for (const i of members.toSorted((a, b) => costOf(a) - costOf(b) || a - b)) {
      if (kept.some((other) => clash(i, other))) given.push(pairOf[i] as number);
      else kept.push(i);
    }
    const [cheapest] = kept;
    if (given.length > before && cheapest !== undefined) given.push(...clashingWith(market, clash, leader, cheapest));
  }
  return [...new Set(given)];
}

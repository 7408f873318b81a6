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

/** The clashes of a market, by its own rows of persons. */
export function clashesOf(compiled: CompiledPairing, market: Market): Clash {
  const widest = compiled.asked.grid.widestMetres;
  if (market.mode !== "grid" || widest === undefined) return undefined;
  return (a, b) => widthBetween(compiled, market.persons[a] as number, market.persons[b] as number) > widest;
}

/** One clash within a grid: two of its pairs that cannot both be. */
export interface ClashingPairs {
  readonly one: number;
  readonly other: number;
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

/** The first clash of a matching; undefined where there is none. */
export function firstClash(market: Market, clash: Clash, pairOf: Int32Array): ClashingPairs | undefined {
  if (clash === undefined) return undefined;
  for (const members of membersOf(market, pairOf))
    for (const [at, a] of members.entries())
      for (const b of members.slice(at + 1)) if (clash(a, b)) return { one: pairOf[a] as number, other: pairOf[b] as number };
  return undefined;
}

/** Pairs that a matching had better do without: in each grid the cheapest are kept as long as they do not clash. */
export function clashingPairs(market: Market, clash: Clash, pairOf: Int32Array): number[] {
  if (clash === undefined) return [];
  return membersOf(market, pairOf).flatMap((members) => {
    const kept: number[] = [];
    const costOf = (i: number): number => market.cost[pairOf[i] as number] as number;
    return members
      .toSorted((a, b) => costOf(a) - costOf(b) || a - b)
      .flatMap((i) => {
        if (kept.some((other) => clash(i, other))) return [pairOf[i] as number];
        kept.push(i);
        return [];
      });
  });
}

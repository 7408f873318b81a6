import { byText } from "./verdict.js";

/** Something to be ranked: for each key in turn the bounds of its value, the higher value first. */
export interface Contender {
  readonly id: string;
  readonly keys: readonly { readonly least: number; readonly most: number }[];
}

/** Who is among the first so many whatever the unknown turns out to be, who is not, and for whom it depends. */
export interface Ranking {
  /** Ids, the first first. */
  readonly served: readonly string[];
  readonly notServed: readonly string[];
  readonly open: readonly string[];
}

interface Standing {
  readonly id: string;
  readonly values: readonly number[];
}

function compare(a: Standing, b: Standing): number {
  for (const [index, value] of a.values.entries()) {
    const other = b.values[index] ?? value;
    if (value !== other) return value > other ? -1 : 1;
  }
  return byText(a.id, b.id);
}

/** How many of a sorted list stand before another. */
function countBefore(sorted: readonly Standing[], standing: Standing): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at !== undefined && compare(at, standing) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first so many by keys, then by id. Who is among them even at the worst values that the unknown allows, all others at
 * their best, is served for sure; who is not even at the best, all others at their worst, is surely not.
 */
export function rankForPlaces(contenders: readonly Contender[], places: number): Ranking {
  const best = contenders.map(({ id, keys }): Standing => ({ id, values: keys.map(({ most }) => most) }));
  const worst = contenders.map(({ id, keys }): Standing => ({ id, values: keys.map(({ least }) => least) }));
  const sortedBest = [...best].sort(compare);
  const sortedWorst = [...worst].sort(compare);
  const bestOf = new Map(best.map((standing) => [standing.id, standing]));
  const stateOf = (atWorst: Standing): keyof Ranking => {
    const atBest = bestOf.get(atWorst.id) ?? atWorst;
    // its own better standing is not somebody before it
    const before = countBefore(sortedBest, atWorst) - (compare(atBest, atWorst) < 0 ? 1 : 0);
    if (before < places) return "served";
    return countBefore(sortedWorst, atBest) >= places ? "notServed" : "open";
  };
  const states = sortedWorst.map((standing) => ({ id: standing.id, state: stateOf(standing) }));
  const those = (state: keyof Ranking): string[] => states.filter((each) => each.state === state).map(({ id }) => id);
  return { served: those("served"), notServed: those("notServed"), open: those("open") };
}

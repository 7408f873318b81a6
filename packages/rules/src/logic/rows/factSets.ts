/** Sets of unknown facts that could force a condition true, or false: bit masks over the facts of one question. */
export interface Forcing {
  readonly toTrue: readonly number[];
  readonly toFalse: readonly number[];
}

const mostSets = 128;
/** How many unknown facts one question can tell apart. */
export const mostFacts = 30;

const ones = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** Combines sets, and remembers whether any were dropped to bound the work. */
export class FactSets {
  complete = true;

  /** Each set once, smallest first. A set that contains another stays: the smaller one may turn out to be inconsistent. */
  private bounded(sets: readonly number[]): readonly number[] {
    if (sets.length < 2) return sets;
    const sorted = [...new Set(sets)].sort((a, b) => ones(a) - ones(b) || a - b);
    if (sorted.length > mostSets) this.complete = false;
    return sorted.length > mostSets ? sorted.slice(0, mostSets) : sorted;
  }

  /** What takes a set of each. */
  both(a: readonly number[], b: readonly number[]): readonly number[] {
    // most parts of a condition are settled already, and need nothing
    if (a.length === 1 && a[0] === 0) return b;
    if (b.length === 1 && b[0] === 0) return a;
    return this.bounded(a.flatMap((one) => b.map((other) => one | other)));
  }

  /** What takes a set of either. */
  either(a: readonly number[], b: readonly number[]): readonly number[] {
    if (a.length === 0) return b;
    return b.length === 0 ? a : this.bounded([...a, ...b]);
  }
}

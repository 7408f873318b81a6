/** Something that takes a stretch of a line. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Levels on which stretches stand without touching one another, each on the lowest that is free, in the order given.
 *
 * @param gap least distance between two of one level
 * @returns a level for each, 0 first
 * @example
 * levelsOf([{ from: 0, to: 5 }, { from: 3, to: 8 }, { from: 6, to: 9 }], 0.5) //=> [0, 1, 0]
 */
export function levelsOf(stretches: readonly Stretch[], gap: number): number[] {
  const levels: Stretch[][] = [];
  return stretches.map((stretch) => {
    const free = levels.findIndex((taken) => taken.every(({ from, to }) => stretch.from >= to + gap || stretch.to <= from - gap));
    const level = free < 0 ? levels.length : free;
    levels[level] = [...(levels[level] ?? []), stretch];
    return level;
  });
}

/** Least distance between two words below a lane. */
const wordGap = 8;

/**
 * Levels for words that hang from leaders at their left ends, so that no leader crosses a word: whatever begins further to
 * the right within a word's stretch hangs less deep.
 *
 * @param stretches by their left ends, from left to right
 * @example
 * levelsBelow([{ from: 0, to: 50 }, { from: 30, to: 80 }, { from: 200, to: 250 }]) //=> [1, 0, 0]
 */
export function levelsBelow(stretches: readonly Stretch[]): number[] {
  const levels: number[] = [];
  for (let index = stretches.length - 1; index >= 0; index--) {
    const to = (stretches[index]?.to ?? 0) + wordGap;
    const within = levels.filter((_, other) => other > index && (stretches[other]?.from ?? 0) <= to);
    levels[index] = Math.max(-1, ...within) + 1;
  }
  return levels;
}

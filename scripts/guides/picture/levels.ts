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

/**
 * One cooling of a search: from which to which share of the budget, how hot it begins, and whether it takes over routes of the
 * plans found before.
 */
export interface Cooling {
  readonly from: number;
  readonly to: number;
  /** As a share of the temperature at which the first begins. */
  readonly heat: number;
  readonly grafts: boolean;
}

/** The whole budget as one cooling. */
export const oneCooling: Cooling = { from: 0, to: 1, heat: 1, grafts: false };

/** Steps for each job and cooling before the last, below which one long cooling finds more. */
const stepsPerJob = 200;
const mostApart = 6;
/** Share of the budget for all coolings but the last, and how hot the last begins. */
const apartShare = 0.6;
const lastHeat = 0.3;

/**
 * Shares a budget out: plans are found apart, one cooling each, as many as the budget has room for, and the last cooling goes on
 * from the best of them with the others at hand. A short budget is one cooling.
 */
export function coolingsFor(steps: number, jobs: number): readonly Cooling[] {
  const apart = Math.min(mostApart, Math.floor((apartShare * steps) / (stepsPerJob * jobs)));
  if (apart < 2) return [oneCooling];
  const each = apartShare / apart;
  return [
    ...Array.from({ length: apart }, (_, index) => ({ from: index * each, to: (index + 1) * each, heat: 1, grafts: false })),
    { from: apartShare, to: 1, heat: lastHeat, grafts: true },
  ];
}

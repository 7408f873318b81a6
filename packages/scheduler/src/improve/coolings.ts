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

/** A cooling of which only a part is done, from one share of it to another. */
export function partOf(cooling: Cooling, from: number, to: number): Cooling {
  const whole = 1 / (to - from);
  return { ...cooling, from: -from * whole, to: (1 - from) * whole };
}

/** Steps for each job and cooling before the last, below which one long cooling finds more. */
const stepsPerJob = 70;
const mostApart = 6;
/** Share of the budget for all coolings but the last, and how hot the last begins. */
const apartShare = 0.6;
const lastHeat = 0.3;

const apartOf = (steps: number, jobs: number): number => Math.min(mostApart, Math.floor(steps / (stepsPerJob * jobs)));

const oneAfterAnother = (count: number, share: number): Cooling[] =>
  Array.from({ length: count }, (_, index) => ({ from: (index * share) / count, to: ((index + 1) * share) / count, heat: 1, grafts: false }));

/** Shares a budget out among plans found apart, one cooling each, as many as it has room for and at least one. */
export function apartFor(steps: number, jobs: number): readonly Cooling[] {
  return oneAfterAnother(Math.max(1, apartOf(steps, jobs)), 1);
}

/** The last cooling of several, and the share of the whole budget from which it holds. */
export const lastCooling: Cooling = { from: 0, to: 1, heat: lastHeat, grafts: true };
export const lastFrom = apartShare;

/**
 * Shares a budget out: plans are found apart, one cooling each, as many as the budget has room for, and the last cooling goes on
 * from the best of them with the others at hand. A short budget is one cooling.
 */
export function coolingsFor(steps: number, jobs: number): readonly Cooling[] {
  const apart = apartOf(apartShare * steps, jobs);
  return apart < 2 ? [oneCooling] : [...oneAfterAnother(apart, apartShare), { ...lastCooling, from: apartShare }];
}

import { type CivilDate, daysBetween, weekdayOf } from "@eldercare/core";

/** Days between one visit and the next. */
export interface DaySpacing {
  readonly minDays?: number;
  readonly maxDays?: number;
}

/**
 * Whether each of some visits can be made on one of its days, so many days after the one before it, and those of a group all on
 * the same day of the week.
 *
 * @param visits the days of each, in the order of the visits
 * @param groups of each visit its group; absent where the day of the week is free
 * @example
 * canBeKept([["2026-11-23"], ["2026-11-24", "2026-11-25"]], { minDays: 2 }) //=> true
 * canBeKept([["2026-11-23"], ["2026-11-24", "2026-11-25"]], { minDays: 2 }, [0, 0]) //=> false
 */
export function canBeKept(visits: readonly (readonly CivilDate[])[], spacing: DaySpacing, groups?: readonly number[]): boolean {
  const { minDays = 0, maxDays = Number.POSITIVE_INFINITY } = spacing;
  const inVain = new Set<string>();
  const weekdays: (number | undefined)[] = [];
  const goesOn = (nth: number, before?: CivilDate): boolean => {
    const days = visits[nth];
    if (days === undefined) return true;
    const state = `${nth} ${before} ${weekdays.join()}`;
    if (inVain.has(state)) return false;
    const group = groups?.[nth];
    for (const date of days) {
      const gap = before === undefined ? minDays : daysBetween(before, date);
      if (gap < minDays || gap > maxDays) continue;
      if (group === undefined) {
        if (goesOn(nth + 1, date)) return true;
        continue;
      }
      const held = weekdays[group];
      if (held !== undefined && held !== weekdayOf(date)) continue;
      weekdays[group] = weekdayOf(date);
      if (goesOn(nth + 1, date)) return true;
      weekdays[group] = held;
    }
    inVain.add(state);
    return false;
  };
  return goesOn(0);
}

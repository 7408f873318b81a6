import type { CivilDate } from "@eldercare/core";
import type { Override, Pack } from "../pack/pack.js";

/** The days on which an override holds, both ends included: its own among those of its pack. */
export interface OverridePeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const lastDay = "9999-12-31";

/** The period of an override; it ends before it begins where it never holds. */
export function periodOf({ inForce }: Pick<Pack, "inForce">, { from = inForce.from, to = lastDay }: Override): OverridePeriod {
  const end = inForce.to ?? lastDay;
  return { from: from > inForce.from ? from : inForce.from, to: to < end ? to : end };
}

/** Whether an override holds on a date. */
export function holdsOn(pack: Pick<Pack, "inForce">, override: Override, on: CivilDate): boolean {
  const { from, to } = periodOf(pack, override);
  return from <= on && on <= to;
}

/** Whether two periods share a day. */
export const periodsMeet = (one: OverridePeriod, other: OverridePeriod): boolean =>
  one.from <= other.to && other.from <= one.to && one.from <= one.to && other.from <= other.to;

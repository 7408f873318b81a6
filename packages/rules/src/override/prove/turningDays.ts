import { addDays, type CivilDate, isCivilDate } from "@eldercare/core";
import type { Pack } from "../../pack/pack.js";
import type { OverridePeriod } from "../periodOf.js";

interface Dated {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

const lastDay = "9999-12-31";
const after = (day: CivilDate): CivilDate[] => (day >= lastDay ? [] : [addDays(day, 1)]);
const turns = ({ from, to }: Dated): CivilDate[] => [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : after(to))];
/** A day that a condition may compare with. */
const compared = (value: unknown): CivilDate[] => (isCivilDate(value) ? [value, ...after(value)] : []);

/**
 * The days within a period on which what a chain of packs says may change: its first, and those on which a pack, an override,
 * a value or a row begins to hold or no longer does, or which a date that is a parameter names. In order, each once.
 */
export function turningDays(chain: readonly Pack[], { from, to }: OverridePeriod): CivilDate[] {
  const days = chain.flatMap((pack) => [
    ...turns(pack.inForce),
    ...(pack.overrides ?? []).flatMap((override) => [...turns(override), ...compared(override.value)]),
    ...Object.values(pack.parameters).flatMap(({ values = [] }) => values.flatMap((value) => [...turns(value), ...compared(value.value)])),
    ...Object.values(pack.tables ?? {}).flatMap(({ rows }) => rows.flatMap(turns)),
  ]);
  return from > to ? [] : [...new Set([from, ...days.filter((day) => from < day && day <= to)])].sort();
}

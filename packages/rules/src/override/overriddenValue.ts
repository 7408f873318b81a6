import type { CivilDate } from "@eldercare/core";
import type { Override, Pack } from "../pack/pack.js";
import { holdsOn } from "./periodOf.js";

/** An override with the pack that states it. */
export interface OverrideOf {
  readonly pack: Pack;
  readonly override: Override;
}

/** Which overrides count; all of them unless said. */
export type Counting = (override: Override) => boolean;

/** The overrides of parameters that hold in a chain of packs on a date, by parameter: of several, that of the nearest pack. */
export function overriddenValues(chain: readonly Pack[], on: CivilDate, counts: Counting = () => true): ReadonlyMap<string, OverrideOf> {
  const found = new Map<string, OverrideOf>();
  for (const pack of chain)
    for (const override of pack.overrides ?? [])
      if (override.parameter !== undefined && counts(override) && holdsOn(pack, override, on)) found.set(override.parameter, { pack, override });
  return found;
}

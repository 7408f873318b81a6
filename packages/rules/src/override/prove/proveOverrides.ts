import type { Context } from "../../assess/context.js";
import { overrideReading } from "../overrideReading.js";
import { periodOf } from "../periodOf.js";
import { claimFindings } from "./claims.js";
import { floorFindings } from "./floors.js";
import type { OverrideFinding } from "./overrideFinding.js";
import { Stages } from "./stages.js";
import { turningDays } from "./turningDays.js";

/**
 * Proves that the overrides of a pack do what they say, and narrow no floor of the packs above: for `createEngine({ prove })`.
 *
 * Whoever loses by a `widen`, gains by a `narrow`, gets less by a `raise`, or gets less than a floor owes, is shown as a
 * witness: a complete synthetic record on which the engine itself was asked before and after. Where there is no such record,
 * that is a proof, for every day on which anything that the packs say changes, and whatever deployers supply for what is
 * open. What conditions say that cannot be reasoned about (operators of plug-ins) is reported as not proven: a warning, and
 * of a floor an error.
 *
 * @param jurisdiction a pack with its parents, as the engine reads it
 * @returns OVERRIDE_NOT_SO, FLOOR_NARROWED and FLOOR_UNDECIDED (errors), OVERRIDE_UNDECIDED (warning)
 * @example
 * createEngine({ packs: [national, county], prove: proveOverrides }).packs.length //=> 2
 */
export function proveOverrides(jurisdiction: Context): OverrideFinding[] {
  const { pack, chain, versions } = jurisdiction;
  const own = versions.overrides.filter((by) => by.pack === pack);
  // of a pack with one parent and nothing of its own everything is proven with the parent
  if (versions.overrides.length === 0 || (own.length === 0 && pack.extends.length < 2)) return [];
  const stagesOf = new Map<string, Stages>();
  const stages = (day: string): Stages => {
    const made = stagesOf.get(day) ?? new Stages(jurisdiction, day);
    stagesOf.set(day, made);
    return made;
  };
  const claims = own.flatMap((by) => claimFindings(jurisdiction, by, turningDays(chain, periodOf(pack, by.override)).map(stages)));
  const days = new Set(versions.overrides.flatMap((by) => turningDays(chain, periodOf(by.pack, by.override))));
  return [...claims, ...floorFindings(jurisdiction, [...days].sort().map(stages))];
}

proveOverrides.reading = overrideReading;

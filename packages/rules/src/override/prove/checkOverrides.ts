import { contextsOf } from "../../assess/contextsOf.js";
import type { Pack } from "../../pack/pack.js";
import { proverOf } from "../overrideReading.js";
import type { OverrideFinding } from "./overrideFinding.js";
import { proveOverrides } from "./proveOverrides.js";

/**
 * Everything that `proveOverrides` finds in some packs, errors and warnings, instead of refusing the first that is wrong.
 *
 * @param packs packs that `parsePack` accepts, parents included, in any order
 * @returns findings, each with the pack that it is about in `at.file`; empty where every override does what it says
 * @throws EldercareError with every issue of the packs other than what their overrides do
 * @example
 * checkOverrides([national, county]) //=> []
 */
export function checkOverrides(packs: readonly Pack[]): OverrideFinding[] {
  const found: OverrideFinding[] = [];
  // nothing is refused here: the findings are what is asked for
  const take = proverOf((context) => {
    found.push(...proveOverrides(context).map((finding) => ({ ...finding, at: { file: context.pack.id } })));
    return [];
  });
  contextsOf(packs, [], undefined, take);
  return found;
}

import type { Changes } from "../changes.js";
import type { LinkedInsertion } from "../insertion.js";

/** Share of times in which none is left out because it costs more: others may be made cheaply beside it. */
const atAnyCostRate = 0.1;

/** Puts bundles just taken out, or left out before, where each costs least, in an order drawn; false where what is left cannot be kept. */
export function insertAll(changes: Changes, insertion: LinkedInsertion, bundles: number[]): boolean {
  const { state, random } = changes;
  for (let index = bundles.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [bundles[index], bundles[other]] = [bundles[other] as number, bundles[index] as number];
  }
  if (state.settle() === Number.POSITIVE_INFINITY) return false;
  const atAnyCost = random.unit() < atAnyCostRate;
  for (const bundle of bundles) if (!state.isMade(bundle)) insertion.insert(bundle, atAnyCost);
  return true;
}

import type { Steps } from "../model/steps.js";
import type { Layout } from "./compileSiting.js";
import { Relaxation, unreachablePersons } from "./relaxation.js";
import type { SiteSearch } from "./siteSearch.js";

/** What no plan can be better than, as far as is known; costs in thousandths. */
export interface Bounds {
  unserved: number;
  cost: number;
}

/** Bounds before anything was searched. */
export function firstBounds(layout: Layout): Bounds {
  return { unserved: layout.unservedCost === undefined ? unreachablePersons(layout) : 0, cost: Number.NEGATIVE_INFINITY };
}

/** Raises the bounds towards the best plan known, which may become better on the way. */
export function* raiseBounds(layout: Layout, bounds: Bounds, search: SiteSearch, isStopped: () => boolean): Steps<void> {
  const worth = () => search.best?.worth;
  if (worth()?.missing !== 0) return;
  const look = (open: Uint8Array): void => search.consider(open);
  if (layout.unservedCost === undefined && (worth()?.unserved ?? 0) > bounds.unserved) {
    const relaxation = new Relaxation(layout, { kind: "unserved" });
    yield* relaxation.raise(() => worth()?.unserved ?? 0, look, isStopped);
    bounds.unserved = Math.max(bounds.unserved, Math.min(relaxation.bound, worth()?.unserved ?? 0));
  }
  const relaxation = new Relaxation(layout, { kind: "cost", unservedMost: worth()?.unserved ?? 0 });
  yield* relaxation.raise(() => worth()?.cost ?? 0, look, isStopped);
  bounds.cost = Math.max(bounds.cost, relaxation.bound);
}

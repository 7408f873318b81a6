import type { Place, TravelProfile } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { legSeconds } from "./leg.js";

/** Seconds that stand for "no way": beyond any horizon, and one such leg more than a moment of it still fits in 32 bits. */
export const noWaySeconds = 0x3fff_ffff;

/**
 * Travel times of a profile between all places: row-major n × n, `[from * n + to]`, whole seconds, `noWaySeconds` where
 * there is no way. Resumable between rows.
 */
export function* travelMatrix(profile: TravelProfile, places: readonly Place[]): Steps<Int32Array> {
  const size = places.length;
  const seconds = new Int32Array(size * size);
  const at = places.map((place, index) => ({ place, index }));
  for (const from of at) {
    for (const to of at) {
      // a straight line is as long in the other direction
      const known = profile.kind === "straightLine" && to.index < from.index ? (seconds[to.index * size + from.index] ?? noWaySeconds) : undefined;
      seconds[from.index * size + to.index] = known ?? Math.min(noWaySeconds, legSeconds(profile, from, to, size));
    }
    yield;
  }
  return seconds;
}

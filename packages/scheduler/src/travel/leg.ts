import type { Place, TravelProfile } from "../model/problem.js";
import { greatCircleMetres } from "./straightLine.js";

/** Where a place stands in `places`, and what is there. */
export interface PlaceAt {
  readonly index: number;
  readonly place: Place;
}

/**
 * How long a journey takes: whole seconds, rounded up; `Infinity` where there is no way.
 *
 * @param placeCount number of places of the problem, the side of its matrices
 */
export function legSeconds(profile: TravelProfile, from: PlaceAt, to: PlaceAt, placeCount: number): number {
  if (profile.kind === "matrix") return Math.ceil(profile.durationsSeconds[from.index * placeCount + to.index] ?? Number.POSITIVE_INFINITY);
  return Math.ceil((greatCircleMetres(from.place, to.place) * profile.circuity) / profile.metresPerSecond);
}

/** How long a journey is by road: metres; undefined where the profile does not say. */
export function legMetres(profile: TravelProfile, from: PlaceAt, to: PlaceAt, placeCount: number): number | undefined {
  if (profile.kind === "matrix") return profile.distancesMetres?.[from.index * placeCount + to.index] ?? undefined;
  return greatCircleMetres(from.place, to.place) * profile.circuity;
}

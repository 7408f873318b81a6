import { type Area, areaAtTier, type OlderPerson } from "@eldercare/core";
import type { Place } from "../model/problem.js";
import { idSegment } from "./idSegment.js";

/** Where a person is visited, and whether that is the place of an area in the stead of her own. */
export interface PersonPlace {
  readonly place: Place;
  readonly tier?: "village" | "township";
}

/** The areas that have a place, by code. */
export function areaPlaces(areas: readonly Area[]): ReadonlyMap<string, { readonly lng: number; readonly lat: number }> {
  return new Map(areas.flatMap(({ code, place }) => (place === undefined ? [] : [[code, { lng: place.lng, lat: place.lat }]])));
}

/** A person's own place; else that of her village, else that of her township; undefined where none is known. */
export function placeOf(person: OlderPerson, places: ReturnType<typeof areaPlaces>): PersonPlace | undefined {
  const own = person.residence?.place;
  if (own !== undefined) return { place: { id: `person/${idSegment(person.id)}/home`, lng: own.lng, lat: own.lat } };
  const area = person.residence?.area ?? "";
  for (const tier of ["village", "township"] as const) {
    const code = areaAtTier(area, tier);
    const place = code === undefined ? undefined : places.get(code);
    if (code !== undefined && place !== undefined) return { place: { id: `area/${code}/homes`, ...place }, tier };
  }
  return undefined;
}

import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import { greatCircleMetres } from "../../travel/straightLine.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Whether a place lies in the area that a caregiver serves; of each caregiver the places that do are found once. */
function areasOf({ places }: Problem): (caregiver: Caregiver, place: string) => boolean {
  const byId = new Map(places.map((place) => [place.id, place]));
  const served = new Map<Caregiver, ReadonlySet<string>>();
  const placesOf = ({ serviceArea = {} }: Caregiver): ReadonlySet<string> => {
    const found = new Set(serviceArea.places);
    for (const { centre, radiusMetres } of serviceArea.circles ?? []) {
      const middle = byId.get(centre);
      if (middle === undefined) continue;
      for (const place of places) if (greatCircleMetres(middle, place) <= radiusMetres) found.add(place.id);
    }
    return found;
  };
  return (caregiver, place) => {
    if (caregiver.serviceArea === undefined) return true;
    const known = served.get(caregiver) ?? placesOf(caregiver);
    served.set(caregiver, known);
    return known.has(place);
  };
}

/** A caregiver goes nowhere outside the area that she serves, neither to visit nor to fetch somebody or bring them home. */
export const serviceAreaSearch: FeatureSearch = {
  bar: (problem) => {
    const serves = areasOf(problem);
    return ({ place }, { caregiver }) =>
      serves(caregiver, place) ? undefined : { code: "OUTSIDE_AREA", relax: { serviceArea: { places: { with: place } } } };
  },
  barTransport: (problem) => {
    const serves = areasOf(problem);
    return ({ from, to }, { caregiver }) => {
      const outside = [from, to].find((place) => !serves(caregiver, place));
      return outside === undefined ? undefined : { code: "OUTSIDE_AREA", relax: { serviceArea: { places: { with: outside } } } };
    };
  },
};

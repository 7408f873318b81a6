import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import { greatCircleMetres } from "../../travel/straightLine.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Whether a place lies in the area that a caregiver serves; each place is looked at once for each caregiver. */
function areasOf({ places }: Problem): (caregiver: Caregiver, place: string) => boolean {
  const byId = new Map(places.map((place) => [place.id, place]));
  const found = new Map<Caregiver, Map<string, boolean>>();
  const isServed = ({ places: named = [], circles = [] }: NonNullable<Caregiver["serviceArea"]>, place: string): boolean => {
    if (named.includes(place)) return true;
    const there = byId.get(place);
    return circles.some(({ centre, radiusMetres }) => {
      const middle = byId.get(centre);
      return there !== undefined && middle !== undefined && greatCircleMetres(middle, there) <= radiusMetres;
    });
  };
  return (caregiver, place) => {
    const { serviceArea } = caregiver;
    if (serviceArea === undefined) return true;
    const known = found.get(caregiver) ?? new Map<string, boolean>();
    found.set(caregiver, known);
    const served = known.get(place) ?? isServed(serviceArea, place);
    known.set(place, served);
    return served;
  };
}

/** A caregiver goes nowhere outside the area that she serves, neither to visit nor to fetch somebody or bring them home; a crew only where all of it may go. */
export const serviceAreaSearch: FeatureSearch = {
  bar: (problem) => {
    const serves = areasOf(problem);
    return ({ place }, { crew }) =>
      crew.every((caregiver) => serves(caregiver, place)) ? undefined : { code: "OUTSIDE_AREA", relax: { serviceArea: { places: { with: place } } } };
  },
  barTransport: (problem) => {
    const serves = areasOf(problem);
    return ({ from, to }, { crew }) => {
      const outside = [from, to].find((place) => !crew.every((caregiver) => serves(caregiver, place)));
      return outside === undefined ? undefined : { code: "OUTSIDE_AREA", relax: { serviceArea: { places: { with: outside } } } };
    };
  },
};

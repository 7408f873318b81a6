import type { Caregiver } from "../../model/caregiver.js";
import type { Place } from "../../model/problem.js";
import { greatCircleMetres } from "../../travel/straightLine.js";
import type { Breach, FeatureCheck } from "../checkHalf.js";

/** Whether an area has a place by name or within one of its circles. */
function holds(
  { places = [], circles = [] }: NonNullable<Caregiver["serviceArea"]>,
  place: string,
  placeOf: (id: string) => Place | undefined,
): boolean {
  const there = placeOf(place);
  return (
    places.includes(place) ||
    circles.some(({ centre, radiusMetres }) => {
      const middle = placeOf(centre);
      return there !== undefined && middle !== undefined && greatCircleMetres(middle, there) <= radiusMetres;
    })
  );
}

/** Finds visits and transports for which someone, alone or in a crew, leaves the area that she serves. */
export const serviceAreaCheck: FeatureCheck = {
  codes: {
    OUTSIDE_AREA: {
      zh: "上门服务 {visit} 的地点 {place} 不在护理员 {caregiver}（{date}）的服务范围内",
      en: "visit {visit} takes caregiver {caregiver} on {date} to {place}, outside the area that she serves",
    },
    TRANSPORT_OUTSIDE_AREA: {
      zh: "接送 {transport} 的地点 {place} 不在护理员 {caregiver}（{date}）的服务范围内",
      en: "transport {transport} takes caregiver {caregiver} on {date} to {place}, outside the area that she serves",
    },
  },
  breaches: ({ problem, routes }) => {
    const placeOf = new Map(problem.places.map((place) => [place.id, place]));
    return routes.flatMap(({ crew, date, stops }) =>
      stops.flatMap(({ kind, visit, transport }) =>
        crew.flatMap(({ id: caregiver, serviceArea }): Breach[] => {
          const place = visit?.place ?? (kind === "board" ? transport?.from : transport?.to);
          if (serviceArea === undefined || place === undefined) return [];
          if (holds(serviceArea, place, (id) => placeOf.get(id))) return [];
          const about = { caregiver, date, values: { place } };
          return visit === undefined
            ? [{ code: "TRANSPORT_OUTSIDE_AREA", transport: transport?.id ?? "", ...about }]
            : [{ code: "OUTSIDE_AREA", visit: visit.id, ...about }];
        }),
      ),
    );
  },
};

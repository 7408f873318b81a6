import { addDays } from "@eldercare/core";
import type { Plan, PlanRoute, PlanStop } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { legMetres, type PlaceAt } from "../travel/leg.js";
import { requirePlanOf } from "./requirePlanOf.js";

type Position = readonly [lng: number, lat: number];

/** A stop of a route as a GeoJSON feature. */
export interface StopFeature {
  readonly type: "Feature";
  readonly geometry: { readonly type: "Point"; readonly coordinates: Position };
  readonly properties: Readonly<Record<string, string | number>>;
}

/** A route as a GeoJSON feature: straight lines between its stops, from departure to return. */
export interface RouteFeature {
  readonly type: "Feature";
  readonly geometry: { readonly type: "LineString"; readonly coordinates: readonly Position[] };
  readonly properties: Readonly<Record<string, string | number>>;
}

/** A plan as GeoJSON (RFC 7946). */
export interface PlanGeoJSON {
  readonly type: "FeatureCollection";
  readonly features: readonly (StopFeature | RouteFeature)[];
}

/** Where a tour has spent the night before one of its days. */
function nightBefore({ routes }: Plan, { tour, date }: PlanRoute): PlanStop | undefined {
  const yesterday = routes.find((route) => route.tour === tour && route.date === addDays(date, -1));
  return yesterday?.stops.find(({ kind }) => kind === "lodging");
}

function drawRoute(problem: Problem, plan: Plan, places: ReadonlyMap<string, PlaceAt>, route: PlanRoute): (StopFeature | RouteFeature)[] {
  const caregiver = problem.caregivers.find(({ id }) => id === route.caregiver);
  const shift = caregiver?.shifts.find(({ date }) => date === route.date);
  if (caregiver === undefined || shift === undefined) throw new RangeError(`no shift of ${route.caregiver} on ${route.date}`);
  const at = (id: string): PlaceAt => {
    const found = places.get(id);
    if (found === undefined) throw new RangeError(`no place ${id}`);
    return found;
  };
  const position = (id: string): Position => [at(id).place.lng, at(id).place.lat];
  const tour = problem.tours?.find(({ id }) => id === route.tour);
  const slept = tour === undefined ? undefined : nightBefore(plan, route);
  const way = [
    slept?.place ?? shift.start,
    ...route.stops.filter(({ kind }) => kind !== "break").map(({ place }) => place),
    ...(shift.end === undefined || route.stops.at(-1)?.kind === "lodging" ? [] : [shift.end]),
  ];
  const profile = problem.travel.profiles[tour?.profile ?? caregiver.profile];
  let metres: number | undefined = 0;
  for (const [index, id] of way.entries()) {
    if (index === 0 || metres === undefined || profile === undefined) continue;
    const leg = legMetres(profile, at(way[index - 1] ?? ""), at(id), problem.places.length);
    metres = leg === undefined ? undefined : metres + leg;
  }
  const common = { caregiver: route.caregiver, date: route.date, ...(route.tour === undefined ? {} : { tour: route.tour }) };
  return [
    {
      type: "Feature",
      geometry: { type: "LineString", coordinates: way.map(position) },
      properties: {
        kind: "route",
        ...common,
        ...(route.vehicle === null ? {} : { vehicle: route.vehicle }),
        departs: route.departs,
        returns: route.returns,
        ...(metres === undefined ? {} : { distanceMetres: Math.round(metres) }),
      },
    },
    ...route.stops.map((stop, index): StopFeature => {
      const visit = stop.kind === "visit" ? problem.visits.find(({ id }) => id === stop.id) : undefined;
      const isTransport = stop.kind === "board" || stop.kind === "alight";
      const person = isTransport ? problem.transports?.find(({ id }) => id === stop.id)?.person : visit?.person;
      return {
        type: "Feature",
        geometry: { type: "Point", coordinates: position(stop.place) },
        properties: {
          kind: stop.kind,
          ...common,
          order: index + 1,
          ...(stop.kind === "visit" ? { visit: stop.id } : {}),
          ...(isTransport ? { transport: stop.id } : {}),
          ...(person === undefined ? {} : { person }),
          ...(visit?.service === undefined ? {} : { service: visit.service }),
          place: stop.place,
          arrive: stop.arrive,
          start: stop.start,
          end: stop.end,
        },
      };
    }),
  ];
}

/**
 * A plan for a map: each route as a line and its stops as points, `[lng, lat]`, WGS-84.
 *
 * Lines are drawn straight from stop to stop; `distanceMetres` is the road length by the travel profile, where that is known.
 *
 * @throws EldercareError every issue of the plan's shape; `NOT_A_DATE`, `NOT_A_CLOCK_TIME`, `UNKNOWN_IN_ROUTE` where the plan
 * is not of the problem
 * @example
 * toGeoJSON(problem, plan).features[0].geometry.type //=> "LineString"
 */
export function toGeoJSON(problem: Problem, plan: Plan): PlanGeoJSON {
  requirePlanOf(problem, plan);
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  return { type: "FeatureCollection", features: plan.routes.flatMap((route) => drawRoute(problem, plan, places, route)) };
}

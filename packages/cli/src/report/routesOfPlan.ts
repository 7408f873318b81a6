import { addDays, type Wording } from "@eldercare/core";
import type { Plan, PlanRoute, PlanStop, Problem } from "@eldercare/scheduler";
import type { GeoPoint, ReportRoute, ReportStop } from "./reportData.js";

/** What getting on and off are called: entries of a report's `services`, for plans that carry people. */
export const rideServices = {
  board: { zh: "接人上车", en: "fetch" },
  alight: { zh: "送达下车", en: "set down" },
} as const satisfies Readonly<Record<string, Wording>>;

const nowhere: GeoPoint = { lng: 0, lat: 0 };

const nightOf = (route: PlanRoute | undefined): PlanStop | undefined => route?.stops.find(({ kind }) => kind === "lodging");

/**
 * The routes of a plan as a report draws them: of a tour each day from where the night before was spent to where the next one
 * is, under the names of its whole crew; people who get on and off as stops, under the services of `rideServices`.
 *
 * @param township code of the township whose team it is
 * @example
 * routesOfPlan(problem, plan, "152526101").map(({ caregiver }) => caregiver) //=> ["Alta + Bayar"]
 */
export function routesOfPlan(
  problem: Pick<Problem, "places" | "caregivers" | "visits" | "tours" | "transports">,
  { routes }: Pick<Plan, "routes">,
  township: string,
): ReportRoute[] {
  const points = new Map(problem.places.map(({ id, lng, lat }) => [id, { lng, lat }]));
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const carried = new Map(problem.transports?.map((transport) => [transport.id, transport]));
  const at = (place: string | undefined): GeoPoint => points.get(place ?? "") ?? nowhere;
  const drawn = ({ kind, id, place, arrive, start, end }: PlanStop): ReportStop[] => {
    if (kind === "lodging") return [];
    const times = { ...at(place), arrive, start, end };
    if (kind === "break") return [{ kind, id, ...times }];
    const person = (kind === "visit" ? visits : carried).get(id)?.person;
    const service = kind === "visit" ? visits.get(id)?.service : kind;
    return [{ kind: "visit", id, ...(person === undefined ? {} : { person }), ...(service === undefined ? {} : { service }), ...times }];
  };
  return routes.map((route): ReportRoute => {
    const { caregiver, date, tour, departs, returns, stops } = route;
    const shift = problem.caregivers.find(({ id }) => id === caregiver)?.shifts.find((each) => each.date === date);
    const crew = problem.tours?.find(({ id }) => id === tour)?.crew ?? [caregiver];
    const yesterday = tour === undefined ? undefined : routes.find((other) => other.tour === tour && other.date === addDays(date, -1));
    return {
      township,
      caregiver: crew.join(" + "),
      date,
      departs,
      returns,
      start: at(nightOf(yesterday)?.place ?? shift?.start),
      end: at(nightOf(route)?.place ?? shift?.end ?? stops.at(-1)?.place),
      stops: stops.flatMap(drawn),
    };
  });
}

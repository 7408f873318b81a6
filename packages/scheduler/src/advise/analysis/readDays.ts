import type { CheckedPlan, CheckedRoute, CheckedStop } from "../../features/checks.js";
import { type DayFacts, factsOf } from "../../model/facts.js";
import type { Problem } from "../../model/problem.js";
import { legMetres, legSeconds, type PlaceAt } from "../../travel/leg.js";
import { placeOf } from "../../verify/checkTimes.js";

/** A journey of a route. */
export interface Journey {
  /** Where it leads; undefined for the way home. */
  readonly stop: CheckedStop | undefined;
  /** Undefined where there is no way. */
  readonly seconds: number | undefined;
  /** Undefined where the profile does not say. */
  readonly metres: number | undefined;
}

/** A route as the checker reads it, and its journeys. */
export interface Day {
  readonly route: CheckedRoute;
  readonly journeys: readonly Journey[];
  /** What is known of it. */
  readonly known: DayFacts;
}

/** Orders by a text, as computers do, wherever they stand. */
export const byText =
  <Item>(text: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0;

function journeysOf(problem: Problem, route: CheckedRoute, places: ReadonlyMap<string, PlaceAt>): Journey[] {
  const profile = problem.travel.profiles[route.tour?.profile ?? route.caregiver.profile];
  let at = places.get(route.shift.start);
  const go = (to: PlaceAt | undefined, stop: CheckedStop | undefined): Journey => {
    const from = at;
    at = to;
    if (profile === undefined || from === undefined || to === undefined) return { stop, seconds: undefined, metres: undefined };
    const seconds = legSeconds(profile, from, to, places.size);
    const metres = legMetres(profile, from, to, places.size);
    return { stop, seconds: Number.isFinite(seconds) ? seconds : undefined, metres };
  };
  const there = route.stops.filter(({ kind }) => kind !== "break").map((stop) => go(places.get(placeOf(stop) ?? ""), stop));
  return route.shift.end === undefined ? there : [...there, go(places.get(route.shift.end), undefined)];
}

/** The routes of a plan with their journeys, by date and caregiver, whatever order the plan lists them in. */
export function readDays({ problem, routes }: CheckedPlan): Day[] {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const factsOn = factsOf(problem);
  return routes
    .map((route) => ({ route, journeys: journeysOf(problem, route, places), known: factsOn(route.caregiver, route.shift) }))
    .sort(byText(({ route }) => JSON.stringify([route.date, route.caregiver.id])));
}

/** Seconds on the road of a day, journeys without a way left aside. */
export const roadSeconds = ({ journeys }: Pick<Day, "journeys">): number => journeys.reduce((sum, { seconds = 0 }) => sum + seconds, 0);

import type { PlanRoute, Problem } from "@eldercare/scheduler";
import { legSeconds } from "../../../packages/scheduler/src/travel/leg.js";
import { clockSeconds } from "../clockSeconds.js";

/**
 * When a caregiver sets out for each stop of a route, where that is not as the one before ends: on a day that has begun she waits
 * where she is. Undefined for problems without a present moment, whose plans leave at once.
 */
export function leavingsOf({ now, places, travel, caregivers, visits }: Problem, route: PlanRoute): readonly number[] | undefined {
  const caregiver = caregivers.find(({ id }) => id === route.caregiver);
  const profile = travel.profiles[caregiver?.profile ?? ""];
  if (now === undefined || profile === undefined) return undefined;
  const at = new Map(places.map((place, index) => [place.id, { place, index }]));
  const placeOf = new Map(visits.map(({ id, place }) => [id, place]));
  let place = caregiver?.shifts.find(({ date }) => date === route.date)?.start ?? "";
  return route.stops.map((stop) => {
    const [from, to] = [at.get(place), at.get(stop.kind === "visit" ? (placeOf.get(stop.id) ?? place) : stop.place)];
    place = to?.place.id ?? place;
    const way = from === undefined || to === undefined || from === to ? 0 : legSeconds(profile, from, to, places.length);
    return clockSeconds(stop.arrive) - way;
  });
}

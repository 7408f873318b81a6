import type { Place } from "../../model/problem.js";
import { greatCircleMetres } from "../../travel/straightLine.js";
import type { PairingProblem } from "./problem.js";

/** How far it is from one place to another, by their ids: whole metres, rounded up; `Infinity` where there is no way. */
export type DistanceBetween = (from: string, to: string) => number;

/** The distances of a problem. */
export function distancesOf({ places, travel }: Pick<PairingProblem, "places" | "travel">): DistanceBetween {
  const at = new Map<string, { readonly index: number; readonly place: Place }>(places.map((place, index) => [place.id, { index, place }]));
  return (from, to) => {
    const a = at.get(from);
    const b = at.get(to);
    if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
    if (travel.kind === "straightLine") return Math.ceil(greatCircleMetres(a.place, b.place) * travel.circuity);
    return Math.ceil(travel.distancesMetres[a.index * places.length + b.index] ?? Number.POSITIVE_INFINITY);
  };
}

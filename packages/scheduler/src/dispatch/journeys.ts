import type { Problem } from "../model/problem.js";
import { legSeconds } from "../travel/leg.js";

/** Seconds from one place to another by a travel profile; `Infinity` where there is no way, 0 from a place to itself. */
export type Journey = (profile: string, from: string, to: string) => number;

/** The journeys of a problem. */
export function journeysOf(problem: Problem): Journey {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  return (name, from, to) => {
    const [a, b, profile] = [places.get(from), places.get(to), problem.travel.profiles[name]];
    if (from === to) return 0;
    return profile === undefined || a === undefined || b === undefined ? Number.POSITIVE_INFINITY : legSeconds(profile, a, b, problem.places.length);
  };
}

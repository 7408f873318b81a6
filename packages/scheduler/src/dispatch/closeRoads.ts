import { knownSecondsOfDay } from "../model/clock.js";
import { factsOf } from "../model/facts.js";
import type { Problem, TravelProfile } from "../model/problem.js";
import { legMetres, legSeconds } from "../travel/leg.js";
import type { EventOf } from "./event.js";

/** Ways that have been driven, or are the way home of somebody who has set out, as `from to` of indices, by profile: what is past is past, though the road is closed now. */
function drivenWays(problem: Problem): ReadonlyMap<string, ReadonlySet<string>> {
  const read = factsOf(problem);
  const index = new Map(problem.places.map(({ id }, row) => [id, row]));
  const placeOf = new Map(problem.visits.map(({ id, place }) => [id, place]));
  const driven = new Map<string, Set<string>>();
  for (const caregiver of problem.caregivers)
    for (const shift of caregiver.shifts) {
      const ways = driven.get(caregiver.profile) ?? new Set<string>();
      driven.set(caregiver.profile, ways);
      const facts = read(caregiver, shift).facts.filter(({ kind }) => kind === "visit");
      // whoever has set out is to come home as well
      const home = facts.length > 0 && shift.end !== undefined ? [shift.end] : [];
      const stops = [shift.start, ...facts.map(({ id }) => placeOf.get(id) ?? ""), ...home];
      for (const [row, place] of stops.entries()) if (row > 0) ways.add(`${index.get(stops[row - 1] ?? "")} ${index.get(place)}`);
    }
  return driven;
}

/** A profile as a matrix, with some ways changed. */
function asMatrix(
  { places }: Problem,
  profile: TravelProfile,
  amend: (seconds: number, from: number, to: number) => number,
): Extract<TravelProfile, { readonly kind: "matrix" }> {
  const at = places.map((place, index) => ({ place, index }));
  const each = <Value>(of: (from: (typeof at)[number], to: (typeof at)[number]) => Value): Value[] =>
    at.flatMap((from) => at.map((to) => of(from, to)));
  const finite = (seconds: number): number | null => (Number.isFinite(seconds) ? seconds : null);
  const durationsSeconds = each((from, to) => finite(amend(legSeconds(profile, from, to, places.length), from.index, to.index)));
  if (profile.kind === "matrix") return { ...profile, durationsSeconds };
  return { kind: "matrix", durationsSeconds, distancesMetres: each((from, to) => Math.round(legMetres(profile, from, to, places.length) ?? 0)) };
}

/**
 * Closes ways, or makes them take longer, in every way of travelling. A closed way that somebody drove before, or
 * that is somebody's way home, leads over another place (at worst it takes as long as the longest shift), so that what is past
 * can still be told and nobody is stranded.
 */
export function closeRoads(problem: Problem, { roads, slowdown }: EventOf<"roadClosed">): Problem {
  const index = new Map(problem.places.map(({ id }, row) => [id, row]));
  const closed = new Set<string>();
  for (const { from, to, oneWay = false } of roads) {
    if (from === to) continue;
    closed.add(`${index.get(from)} ${index.get(to)}`);
    if (!oneWay) closed.add(`${index.get(to)} ${index.get(from)}`);
  }
  const driven = drivenWays(problem);
  const shifts = problem.caregivers.flatMap((caregiver) => caregiver.shifts);
  const longest = shifts.reduce((most, { from, to }) => Math.max(most, knownSecondsOfDay(to) - knownSecondsOfDay(from)), 0);
  const around = (profile: TravelProfile, from: number, to: number): number => {
    const at = problem.places.map((place, row) => ({ place, index: row }));
    const [a, b] = [at[from], at[to]];
    let least = longest;
    for (const over of at) {
      if (a === undefined || b === undefined || closed.has(`${from} ${over.index}`) || closed.has(`${over.index} ${to}`)) continue;
      if (over.index === from || over.index === to) continue;
      least = Math.min(least, legSeconds(profile, a, over, at.length) + legSeconds(profile, over, b, at.length));
    }
    return least;
  };
  const profiles = Object.fromEntries(
    Object.entries(problem.travel.profiles).map(([name, profile]) => {
      const ways = driven.get(name);
      const amend = (seconds: number, from: number, to: number): number => {
        const way = `${from} ${to}`;
        if (!closed.has(way)) return seconds;
        if (slowdown !== undefined) return Math.ceil(seconds * slowdown);
        return ways?.has(way) === true ? around(profile, from, to) : Number.POSITIVE_INFINITY;
      };
      return [name, asMatrix(problem, profile, amend)];
    }),
  );
  return { ...problem, travel: { profiles } };
}

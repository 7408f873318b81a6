import { type Issue, jsonPointer } from "@eldercare/core";
import { reportSchedulerIssue } from "./codes.js";
import type { Place, Problem, TravelProfile } from "./problem.js";

const isEntry = (value: unknown): boolean => value === null || (typeof value === "number" && value >= 0);

const apart = (a: Place | undefined, b: Place | undefined): boolean => a?.lng !== b?.lng || a?.lat !== b?.lat;

function checkEntries(rows: readonly unknown[], places: readonly Place[], pointer: string): Issue[] {
  const size = places.length;
  if (rows.length !== size * size)
    return [reportSchedulerIssue("MATRIX_WRONG_SIZE", pointer, { seen: rows.length, values: { expected: String(size * size) } })];
  let first = -1;
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    if (isEntry(rows[index])) continue;
    count++;
    if (first < 0) first = index;
  }
  if (first < 0) return [];
  const from = places[Math.floor(first / size)]?.id ?? "";
  const to = places[first % size]?.id ?? "";
  return [
    reportSchedulerIssue("MATRIX_ENTRY_INVALID", `${pointer}/${first}`, {
      seen: Number.isNaN(rows[first]) ? "NaN" : rows[first],
      values: { from, to, count: String(count) },
    }),
  ];
}

function checkZeroRows(rows: readonly unknown[], places: readonly Place[], pointer: string): Issue[] {
  const size = places.length;
  return places.flatMap((place, from) => {
    const elsewhere = places.flatMap((other, to) => (apart(place, other) ? [to] : []));
    if (elsewhere.length === 0 || elsewhere.some((to) => rows[from * size + to] !== 0)) return [];
    return [reportSchedulerIssue("MATRIX_ROW_ALL_ZERO", `${pointer}/${from * size}`, { seen: place.id })];
  });
}

/** Places that nobody can get to, or away from, by this way of travelling. */
function checkCutOff(
  rows: readonly (number | null)[],
  { places, name, pointer }: { places: readonly Place[]; name: string; pointer: string },
): Issue[] {
  const size = places.length;
  const isWay = (entry: number | null | undefined) => entry !== null && entry !== Number.POSITIVE_INFINITY;
  return places.flatMap((place, at) => {
    const others = places.flatMap((_, other) => (other === at ? [] : [other]));
    const reached = others.some((from) => isWay(rows[from * size + at])) && others.some((to) => isWay(rows[at * size + to]));
    return others.length === 0 || reached ? [] : [reportSchedulerIssue("PLACE_CUT_OFF", pointer, { seen: place.id, values: { profile: name } })];
  });
}

function checkProfile(name: string, profile: TravelProfile, places: readonly Place[]): Issue[] {
  if (profile.kind === "straightLine") return [];
  const pointer = jsonPointer(["travel", "profiles", name]);
  const durations = checkEntries(profile.durationsSeconds, places, `${pointer}/durationsSeconds`);
  return [
    ...durations,
    ...(durations.length === 0
      ? [
          ...checkZeroRows(profile.durationsSeconds, places, `${pointer}/durationsSeconds`),
          ...checkCutOff(profile.durationsSeconds, { places, name, pointer: `${pointer}/durationsSeconds` }),
        ]
      : []),
    ...(profile.distancesMetres === undefined ? [] : checkEntries(profile.distancesMetres, places, `${pointer}/distancesMetres`)),
  ];
}

/** What is wrong with the travel matrices of a problem of the right shape. */
export function validateTravel(problem: Pick<Problem, "travel" | "places">): Issue[] {
  return Object.entries(problem.travel.profiles).flatMap(([name, profile]) => checkProfile(name, profile, problem.places));
}

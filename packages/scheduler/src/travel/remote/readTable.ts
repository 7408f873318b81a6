import { EldercareError } from "@eldercare/core";
import type { Place } from "../../model/problem.js";
import { reportTravelIssue } from "./codes.js";
import type { TravelTable } from "./travelSource.js";

/** An answer that no problem can be built on. */
export const invalidAnswer = (source: string, seen: unknown): EldercareError =>
  new EldercareError([reportTravelIssue("TRAVEL_ANSWER_INVALID", "", { seen, values: { source } })]);

const isEntry = (value: unknown): value is number | null => value === null || (typeof value === "number" && Number.isFinite(value) && value >= 0);

/** Rows of numbers, as services send them, in one list; each at least as long as the destinations. */
function flatten(rows: unknown, origins: number, destinations: number, source: string): (number | null)[] {
  if (!Array.isArray(rows) || rows.length !== origins) throw invalidAnswer(source, rows);
  return rows.flatMap((row: unknown) => {
    if (!Array.isArray(row) || row.length !== destinations || !row.every(isEntry)) throw invalidAnswer(source, row);
    return row;
  });
}

/** The two matrices of an answer, each with the unit of the service in metres or seconds. */
export function readTable(
  durations: unknown,
  distances: unknown,
  {
    origins,
    destinations,
    source,
    metres = 1,
  }: { readonly origins: number; readonly destinations: number; readonly source: string; readonly metres?: number },
): TravelTable {
  const durationsSeconds = flatten(durations, origins, destinations, source);
  if (distances === undefined || distances === null) return { durationsSeconds };
  const distancesMetres = flatten(distances, origins, destinations, source).map((each) => (each === null ? null : each * metres));
  return { durationsSeconds, distancesMetres };
}

/** How coordinates are sent: as many digits as tell places a decimetre apart. */
export const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Places without repetition, and where each one of a list stands among them. */
export function distinct(places: readonly Place[]): { readonly places: readonly Place[]; readonly at: (place: Place) => number } {
  const known = new Map<string, number>();
  const kept: Place[] = [];
  for (const place of places) {
    if (known.has(place.id)) continue;
    known.set(place.id, kept.length);
    kept.push(place);
  }
  return { places: kept, at: ({ id }) => known.get(id) as number };
}

import type { Journeys } from "./journeys.js";

/** Journeys that are asked for in one question. */
export interface Block {
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
}

const chunks = (items: readonly number[], size: number): number[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/**
 * Splits the journeys that are not known into questions of at most so many places: origins that lack the same
 * destinations go together.
 */
export function blocksOf(journeys: Journeys, mostPlaces: number): Block[] {
  const side = mostPlaces >> 1;
  const alike = new Map<string, { origins: number[]; destinations: readonly number[] }>();
  for (const origin of journeys.places.keys()) {
    const destinations = journeys.unknownFrom(origin);
    if (destinations.length === 0) continue;
    const key = destinations.join();
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { origins: [origin], destinations });
    else group.origins.push(origin);
  }
  return [...alike.values()].flatMap(({ origins, destinations }) =>
    // what one side leaves free, the other may use: a single new place is asked about with one question where it fits
    chunks(origins, Math.max(side, mostPlaces - destinations.length)).flatMap((from) =>
      chunks(destinations, mostPlaces - from.length).map((to) => ({ origins: from, destinations: to })),
    ),
  );
}

import type { Place } from "../../model/problem.js";

/** Travel between some places: row-major origins × destinations, `null` where there is no way. */
export interface TravelTable {
  readonly durationsSeconds: readonly (number | null)[];
  /** Absent where the source knows no distances. */
  readonly distancesMetres?: readonly (number | null)[];
}

/**
 * Something that knows how long journeys take: a routing service, or an engine in the same process.
 *
 * A vendor's own source is an object of this shape.
 */
export interface TravelSource {
  /** The map, its address and the way of travelling; what is kept on disk is kept under this name. */
  readonly name: string;
  /** Most places of one question, origins and destinations together; 2 or more. */
  readonly mostPlaces: number;
  /**
   * Asks for the journeys from every origin to every destination.
   *
   * @throws OffRoad where a place is not near any road; Unavailable where asking again may help; anything else ends the work
   */
  ask(origins: readonly Place[], destinations: readonly Place[], signal: AbortSignal | undefined): Promise<TravelTable>;
}

/** A place is not near any road that the source knows. */
export class OffRoad extends Error {
  override readonly name = "OffRoad";
  /** The place, where the source says which. */
  readonly place: Place | undefined;

  constructor(place?: Place) {
    super(place === undefined ? "a place is off every road" : `${place.id} is off every road`);
    this.place = place;
  }
}

/** The source does not answer now: overloaded, restarting, or out of reach. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  /** Milliseconds after which it wants to be asked again. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs?: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

import type { Place } from "../../model/problem.js";

/** A journey that was asked for before. */
export interface KnownJourney {
  readonly seconds: number | null;
  /** Absent where the source knows no distances. */
  readonly metres?: number | null;
}

/**
 * Journeys that were asked for before, kept by source and origin: a place more asks for its own journeys alone.
 *
 * `diskCache` of `@eldercare/scheduler/travel/disk` is one.
 */
export interface TravelCache {
  /** The known journeys from an origin; those that are not known are undefined. */
  read(source: string, origin: Place, destinations: readonly Place[]): Promise<readonly (KnownJourney | undefined)[]>;
  /** Keeps journeys from an origin beside those that are known. */
  write(source: string, origin: Place, destinations: readonly Place[], journeys: readonly KnownJourney[]): Promise<void>;
}

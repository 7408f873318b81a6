import type { Place } from "../../model/problem.js";
import { withPatience } from "./patience.js";
import { OffRoad, type TravelSource, type TravelTable } from "./travelSource.js";

/**
 * Asks a source, and goes round the places that are off every road: one such place makes a service refuse the whole
 * question, and here costs only its own journeys.
 */
export class AskAround {
  private readonly source: TravelSource;
  private readonly retries: number;
  private readonly signal: AbortSignal | undefined;
  /** Ids of places known to be off every road. */
  private readonly lost = new Set<string>();

  constructor(source: TravelSource, retries: number, signal: AbortSignal | undefined) {
    this.source = source;
    this.retries = retries;
    this.signal = signal;
  }

  /** Journeys from every origin to every destination, `null` from and to what is off every road. */
  async table(origins: readonly Place[], destinations: readonly Place[]): Promise<TravelTable> {
    for (;;) {
      const [from, to] = [this.found(origins), this.found(destinations)];
      if (from.length === 0 || to.length === 0) return spread({ durationsSeconds: [] }, origins, destinations, from, to);
      try {
        return spread(await this.ask(from, to), origins, destinations, from, to);
      } catch (error) {
        if (!(error instanceof OffRoad)) throw error;
        if (error.place === undefined) await this.search([...new Set([...from, ...to])]);
        else this.lost.add(error.place.id);
        // a source that refuses without any place being off the road refuses for ever
        if (this.found(origins).length === from.length && this.found(destinations).length === to.length) throw error;
      }
    }
  }

  private found(places: readonly Place[]): Place[] {
    return places.filter(({ id }) => !this.lost.has(id));
  }

  private ask(from: readonly Place[], to: readonly Place[]): Promise<TravelTable> {
    return withPatience(() => this.source.ask(from, to, this.signal), this.retries, this.signal);
  }

  /** Finds what is off the road among places that are not all on it, by halves. */
  private async search(places: readonly Place[]): Promise<void> {
    const [only] = places;
    if (only === undefined) return;
    if (places.length === 1) {
      if (await this.refuses(places)) this.lost.add(only.id);
      return;
    }
    const middle = places.length >> 1;
    for (const half of [places.slice(0, middle), places.slice(middle)]) if (await this.refuses(half)) await this.search(half);
  }

  private async refuses(places: readonly Place[]): Promise<boolean> {
    try {
      // the way from each place to itself asks for its road and for nothing else; one by one would be as many questions
      await this.ask(places, places.slice(0, 1));
      return false;
    } catch (error) {
      if (error instanceof OffRoad) return true;
      throw error;
    }
  }
}

/** A table about some of the places, as one about all of them. */
function spread(
  table: TravelTable,
  origins: readonly Place[],
  destinations: readonly Place[],
  from: readonly Place[],
  to: readonly Place[],
): TravelTable {
  if (from.length === origins.length && to.length === destinations.length) return table;
  const row = new Map(from.map(({ id }, index) => [id, index]));
  const column = new Map(to.map(({ id }, index) => [id, index]));
  const all = (entries: readonly (number | null)[]) =>
    origins.flatMap((origin) =>
      destinations.map((destination) => {
        const [at, across] = [row.get(origin.id), column.get(destination.id)];
        return at === undefined || across === undefined ? null : (entries[at * to.length + across] ?? null);
      }),
    );
  return {
    durationsSeconds: all(table.durationsSeconds),
    ...(table.distancesMetres === undefined ? {} : { distancesMetres: all(table.distancesMetres) }),
  };
}

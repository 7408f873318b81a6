import type { Place } from "../../model/problem.js";
import type { TravelCache } from "./travelCache.js";
import type { TravelTable } from "./travelSource.js";

/** Not asked yet. */
const unasked = Number.NaN;

/** What is known of all journeys between places: row-major, `Infinity` where there is no way, NaN where nobody has asked. */
export class Journeys {
  readonly places: readonly Place[];
  private readonly seconds: Float64Array;
  private readonly metres: Float64Array;
  private hasMetres = true;

  constructor(places: readonly Place[]) {
    this.places = places;
    this.seconds = new Float64Array(places.length ** 2).fill(unasked);
    this.metres = new Float64Array(places.length ** 2).fill(unasked);
  }

  /** Places to which the journey from one place is not known. */
  unknownFrom(origin: number): number[] {
    const row = origin * this.places.length;
    return this.places.flatMap((_, to) => (Number.isNaN(this.seconds[row + to]) ? [to] : []));
  }

  private set(at: number, seconds: number | null, metres: number | null | undefined): void {
    this.seconds[at] = seconds ?? Number.POSITIVE_INFINITY;
    if (metres === undefined) this.hasMetres = false;
    else this.metres[at] = metres ?? Number.POSITIVE_INFINITY;
  }

  /** Takes over an answer about a block. */
  learn(origins: readonly number[], destinations: readonly number[], { durationsSeconds, distancesMetres }: TravelTable): void {
    for (const [row, from] of origins.entries())
      for (const [column, to] of destinations.entries()) {
        const entry = row * destinations.length + column;
        this.set(
          from * this.places.length + to,
          durationsSeconds[entry] ?? null,
          distancesMetres === undefined ? undefined : (distancesMetres[entry] ?? null),
        );
      }
  }

  async recall(cache: TravelCache, source: string): Promise<void> {
    for (const [from, origin] of this.places.entries()) {
      const known = await cache.read(source, origin, this.places);
      for (const [to, journey] of known.entries())
        if (journey !== undefined) this.set(from * this.places.length + to, journey.seconds, journey.metres);
    }
  }

  async keep(cache: TravelCache, source: string, origins: readonly number[], destinations: readonly number[]): Promise<void> {
    const there = destinations.map((to) => this.places[to] as Place);
    for (const from of origins) {
      const journeys = destinations.map((to) => {
        const [seconds, metres] = [this.entry(this.seconds, from, to), this.entry(this.metres, from, to)];
        return Number.isNaN(metres) ? { seconds } : { seconds, metres };
      });
      await cache.write(source, this.places[from] as Place, there, journeys);
    }
  }

  private entry(matrix: Float64Array, from: number, to: number): number | null {
    const value = matrix[from * this.places.length + to] as number;
    return value === Number.POSITIVE_INFINITY ? null : value;
  }

  /** Everything that is known, as the matrices of a problem. */
  profile() {
    const listed = (matrix: Float64Array) => Array.from(matrix, (value) => (value === Number.POSITIVE_INFINITY ? null : value));
    return {
      kind: "matrix" as const,
      durationsSeconds: listed(this.seconds),
      ...(this.hasMetres ? { distancesMetres: listed(this.metres) } : {}),
    };
  }
}

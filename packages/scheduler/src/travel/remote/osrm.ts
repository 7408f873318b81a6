import { EldercareError } from "@eldercare/core";
import { fetchJson } from "./ask.js";
import { reportTravelIssue } from "./codes.js";
import { degrees, distinct, invalidAnswer, readTable } from "./readTable.js";
import { OffRoad, type TravelSource } from "./travelSource.js";

/** Where an OSRM server is, and how it is asked. */
export interface OsrmOptions {
  /** Its address, such as `http://localhost:5000`. */
  readonly url: string;
  /** Name of the way of travelling in its addresses; `driving` where absent. */
  readonly profile?: string;
  /** Its `--max-table-size`; 100 where absent. */
  readonly mostPlaces?: number;
  /** A place farther than this from every road has no way to it; without it a place is moved to the nearest road, however far. */
  readonly longestSnapMetres?: number;
  /** Sent with every question, such as a key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another `fetch`, such as one with a proxy. */
  readonly fetch?: typeof fetch;
}

interface OsrmAnswer {
  readonly code: string;
  readonly message?: string;
  readonly durations?: unknown;
  readonly distances?: unknown;
}

const isAnswer = (body: unknown): body is OsrmAnswer => typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";

/**
 * Travel by an OSRM server: its `table` service.
 *
 * @example
 * osrm({ url: "http://localhost:5000" }).name //=> "osrm http://localhost:5000 driving"
 * Source: https://project-osrm.org/docs/v5.24.0/api/#table-service
 */
export function osrm({
  url,
  profile = "driving",
  mostPlaces = 100,
  longestSnapMetres,
  headers = {},
  fetch: fetcher = fetch,
}: OsrmOptions): TravelSource {
  const root = url.replace(/\/+$/, "");
  const name = `osrm ${root} ${profile}${longestSnapMetres === undefined ? "" : ` snap ${longestSnapMetres}`}`;
  return {
    name,
    mostPlaces,
    ask: async (origins, destinations, signal) => {
      const { places, at } = distinct([...origins, ...destinations]);
      const coordinates = places.map(({ lng, lat }) => `${degrees(lng)},${degrees(lat)}`).join(";");
      const question = [
        `sources=${origins.map(at).join(";")}`,
        `destinations=${destinations.map(at).join(";")}`,
        "annotations=duration,distance",
        ...(longestSnapMetres === undefined ? [] : [`radiuses=${places.map(() => longestSnapMetres).join(";")}`]),
      ].join("&");
      const { status, body } = await fetchJson(fetcher, `${root}/table/v1/${profile}/${coordinates}?${question}`, { headers }, signal, isAnswer);
      if (!isAnswer(body)) throw invalidAnswer(name, `HTTP ${status}`);
      if (body.code === "Ok")
        return readTable(body.durations, body.distances, { origins: origins.length, destinations: destinations.length, source: name });
      if (body.code === "NoSegment") throw new OffRoad(places[Number(/coordinate (\d+)/.exec(body.message ?? "")?.[1] ?? Number.NaN)]);
      throw new EldercareError([
        reportTravelIssue("TRAVEL_SOURCE_FAILED", "", {
          seen: [body.code, body.message].filter((word) => word !== undefined).join(": "),
          values: { source: name },
        }),
      ]);
    },
  };
}

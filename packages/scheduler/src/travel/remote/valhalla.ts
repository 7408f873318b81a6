import { EldercareError } from "@eldercare/core";
import type { Place } from "../../model/problem.js";
import { fetchJson } from "./ask.js";
import { reportTravelIssue } from "./codes.js";
import { degrees, invalidAnswer, readTable } from "./readTable.js";
import { OffRoad, type TravelSource, type TravelTable } from "./travelSource.js";

/** How Valhalla is to travel. */
export interface ValhallaTravel {
  /** Its way of travelling, such as `auto`, `pedestrian`, `motor_scooter`; `auto` where absent. */
  readonly costing?: string;
  /** Its `costing_options` for that way, such as `{ "top_speed": 80 }`. */
  readonly costingOptions?: Readonly<Record<string, unknown>>;
  /** A place farther than this from every road has no way to it (`search_cutoff`); without it Valhalla's own limit holds. */
  readonly longestSnapMetres?: number;
  /** Most places of one question; its `max_matrix_location_pairs` and `max_locations` must allow it. 50 where absent. */
  readonly mostPlaces?: number;
}

/** Where a Valhalla server is, and how it is asked. */
export interface ValhallaOptions extends ValhallaTravel {
  /** Its address, such as `http://localhost:8002`. */
  readonly url: string;
  /** Sent with every question, such as a key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another `fetch`, such as one with a proxy. */
  readonly fetch?: typeof fetch;
}

/** Valhalla's "No suitable edges near location", for any of the places. */
const offRoad = 171;
/** Valhalla's "No path could be found for input": none of the journeys has a way. */
const noWay = 442;

interface ValhallaError {
  readonly error_code: number;
  readonly error: string;
}

const isRecord = (body: unknown): body is Record<string, unknown> => typeof body === "object" && body !== null;

const isError = (body: unknown): body is ValhallaError => isRecord(body) && typeof body.error_code === "number";

/** The question in Valhalla's words. */
export function valhallaQuestion(
  { costing = "auto", costingOptions, longestSnapMetres }: ValhallaTravel,
  origins: readonly Place[],
  destinations: readonly Place[],
): Record<string, unknown> {
  const at = ({ lng, lat }: Place) => ({
    lon: degrees(lng),
    lat: degrees(lat),
    ...(longestSnapMetres === undefined ? {} : { search_cutoff: longestSnapMetres }),
  });
  return {
    sources: origins.map(at),
    targets: destinations.map(at),
    costing,
    units: "kilometers",
    verbose: false,
    ...(costingOptions === undefined ? {} : { costing_options: { [costing]: costingOptions } }),
  };
}

/** What Valhalla says to a question, as a table. */
export function valhallaTable(body: unknown, origins: number, destinations: number, source: string): TravelTable {
  if (isError(body)) {
    if (body.error_code === offRoad) throw new OffRoad();
    if (body.error_code === noWay) return { durationsSeconds: new Array<null>(origins * destinations).fill(null) };
    throw new EldercareError([reportTravelIssue("TRAVEL_SOURCE_FAILED", "", { seen: `${body.error_code}: ${body.error}`, values: { source } })]);
  }
  const table = isRecord(body) ? body.sources_to_targets : undefined;
  if (!isRecord(table)) throw invalidAnswer(source, table);
  return readTable(table.durations, table.distances, { origins, destinations, source, metres: 1000 });
}

/** Names a way of travelling among others over the same map. */
export const travelName = ({ costing = "auto", costingOptions, longestSnapMetres }: ValhallaTravel): string =>
  [
    costing,
    ...(costingOptions === undefined ? [] : [JSON.stringify(costingOptions)]),
    ...(longestSnapMetres === undefined ? [] : [`snap ${longestSnapMetres}`]),
  ].join(" ");

/**
 * Travel by a Valhalla server: its `sources_to_targets` service.
 *
 * @example
 * valhalla({ url: "http://localhost:8002", costing: "pedestrian" }).name //=> "valhalla http://localhost:8002 pedestrian"
 * Source: https://valhalla.github.io/valhalla/api/matrix/api-reference/
 */
export function valhalla({ url, headers = {}, fetch: fetcher = fetch, ...travel }: ValhallaOptions): TravelSource {
  const root = url.replace(/\/+$/, "");
  const name = `valhalla ${root} ${travelName(travel)}`;
  return {
    name,
    mostPlaces: travel.mostPlaces ?? 50,
    ask: async (origins, destinations, signal) => {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(valhallaQuestion(travel, origins, destinations)),
      };
      const { status, body } = await fetchJson(fetcher, `${root}/sources_to_targets`, init, signal, isError);
      if (!isRecord(body)) throw invalidAnswer(name, `HTTP ${status}`);
      return valhallaTable(body, origins.length, destinations.length, name);
    },
  };
}

import { OffRoad, type TravelSource } from "./travelSource.js";
import { travelName, type ValhallaTravel, valhallaQuestion, valhallaTable } from "./valhalla.js";

/** What is used of `Actor` of the package `@valhallajs/valhallajs`. */
export interface ValhallaActor {
  matrix(question: string): Promise<string>;
}

/** An embedded engine, and how it is to travel. */
export interface EmbeddedValhallaOptions extends ValhallaTravel {
  /** An `Actor` over tiles that were built from a map. */
  readonly actor: ValhallaActor;
  /** Names the map, such as `chongqing-2026-11`: journeys kept on disk are kept under it. */
  readonly map: string;
}

/** What the engine says where a place is off the road, and where none of the journeys has a way; it gives no codes. */
const offRoad = /No suitable edges near location/;
const noWay = /No path could be found/;

/**
 * Travel by Valhalla in this process, without a server, over tiles built from OpenStreetMap data. The engine is handed in,
 * so that nobody who does without it installs its 87 MB: an `Actor` of `@valhallajs/valhallajs`, tested with 3.6.1.
 *
 * @example
 * // const actor = await Actor.fromConfigFile("valhalla.json"), of @valhallajs/valhallajs
 * const actor = { matrix: async () => JSON.stringify({ sources_to_targets: { durations: [[0]], distances: [[0]] } }) };
 * const source = embeddedValhalla({ actor, map: "chongqing-2026-11" });
 * source.name //=> "valhalla chongqing-2026-11 auto"
 * Source: https://github.com/valhalla/valhalla/tree/master/src/bindings/nodejs
 */
export function embeddedValhalla({ actor, map, ...travel }: EmbeddedValhallaOptions): TravelSource {
  const name = `valhalla ${map} ${travelName(travel)}`;
  return {
    name,
    mostPlaces: travel.mostPlaces ?? 100,
    ask: async (origins, destinations, signal) => {
      signal?.throwIfAborted();
      try {
        const answer: unknown = JSON.parse(await actor.matrix(JSON.stringify(valhallaQuestion(travel, origins, destinations))));
        return valhallaTable(answer, origins.length, destinations.length, name);
      } catch (error) {
        const said = error instanceof Error ? error.message : "";
        if (offRoad.test(said)) throw new OffRoad();
        if (noWay.test(said)) return { durationsSeconds: new Array<null>(origins.length * destinations.length).fill(null) };
        throw error;
      }
    },
  };
}

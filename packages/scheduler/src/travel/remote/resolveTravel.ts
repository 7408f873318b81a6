import { didYouMean, EldercareError, type Issue } from "@eldercare/core";
import type { Place, Problem, TravelProfile } from "../../model/problem.js";
import { validateTravel } from "../../model/validateTravel.js";
import { AskAround } from "./askAround.js";
import { type Block, blocksOf } from "./blocks.js";
import { reportTravelIssue } from "./codes.js";
import { Journeys } from "./journeys.js";
import type { TravelCache } from "./travelCache.js";
import { OffRoad, type TravelSource, Unavailable } from "./travelSource.js";

/** How the journeys are asked for. */
export interface ResolveOptions {
  /** Stops the asking; the promise is then rejected with the signal's reason. What was answered stays in the cache. */
  readonly signal?: AbortSignal;
  /** Journeys asked for before. */
  readonly cache?: TravelCache;
  /** Questions on their way at the same time; 2 where absent. */
  readonly atOnce?: number;
  /** How often a question is asked again while the service is out of reach or overloaded; 3 where absent. */
  readonly retries?: number;
  /** Told after every answer: journeys known, and journeys in all. */
  readonly onProgress?: (known: number, all: number) => void;
}

const whole = (field: string, value: number, least: number): Issue[] =>
  Number.isSafeInteger(value) && value >= least
    ? []
    : [reportTravelIssue("TRAVEL_OPTION_INVALID", `/${field}`, { seen: value, values: { field, expected: `≥ ${least}` } })];

/** Works through a list with so many hands; the first failure stops all of them. */
async function withHands<Item>(items: readonly Item[], hands: number, work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  let stopped = false;
  const hand = async () => {
    while (next < items.length && !stopped) {
      const item = items[next] as Item;
      next += 1;
      try {
        await work(item);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(hands, items.length) }, hand));
}

/** All journeys between places by one source. */
async function journeysBy(source: TravelSource, places: readonly Place[], options: ResolveOptions): Promise<TravelProfile> {
  const { signal, cache, atOnce = 2, retries = 3, onProgress } = options;
  const journeys = new Journeys(places);
  if (cache !== undefined) await journeys.recall(cache, source.name);
  const around = new AskAround(source, retries, signal);
  const blocks = blocksOf(journeys, source.mostPlaces);
  const all = places.length ** 2;
  let known = all - blocks.reduce((sum, { origins, destinations }) => sum + origins.length * destinations.length, 0);
  onProgress?.(known, all);
  const ask = async ({ origins, destinations }: Block) => {
    signal?.throwIfAborted();
    const [from, to] = [origins, destinations].map((each) => each.map((index) => places[index] as Place)) as [Place[], Place[]];
    const table = await around.table(from, to);
    journeys.learn(origins, destinations, table);
    if (cache !== undefined) await journeys.keep(cache, source.name, origins, destinations);
    known += origins.length * destinations.length;
    onProgress?.(known, all);
  };
  try {
    await withHands(blocks, atOnce, ask);
  } catch (error) {
    if (!(error instanceof Unavailable || error instanceof OffRoad)) throw error;
    throw new EldercareError([reportTravelIssue("TRAVEL_SOURCE_FAILED", "", { seen: error.message, values: { source: source.name } })]);
  }
  return journeys.profile();
}

/**
 * Asks a road network for all journeys of a problem and puts them into it as matrices, so that what follows needs no
 * network, can be repeated and can be checked.
 *
 * A place off every road has no way to it and from it: `validate` names it, and visits there stay unassigned with
 * `UNREACHABLE`; all others are planned as usual.
 *
 * @param sources the source of each way of travelling, by its name in `travel.profiles`; the others stay as they are
 * @returns a copy of the problem; the one given stays as it is
 * @throws EldercareError `TRAVEL_SOURCE_FAILED` where a source stays out of reach or refuses; `TRAVEL_ANSWER_INVALID`; `MATRIX_ROW_ALL_ZERO`
 * where it says that everything is reached in no time; `TRAVEL_PROFILE_NOT_FOUND`; `TRAVEL_OPTION_INVALID`
 * @throws the reason of the signal, where it is aborted
 * @example
 * const byRoad = { name: "table", mostPlaces: 100, ask: async (from, to) => ({ durationsSeconds: from.flatMap((a) => to.map((b) => (a === b ? 0 : 600))) }) };
 * const resolved = await resolveTravel(problem, { walk: byRoad });
 * resolved.travel.profiles.walk.durationsSeconds.slice(0, 2) //=> [0, 600]
 */
export async function resolveTravel(
  problem: Problem,
  sources: Readonly<Record<string, TravelSource>>,
  options: ResolveOptions = {},
): Promise<Problem> {
  const names = Object.keys(problem.travel.profiles);
  const issues = [
    ...whole("atOnce", options.atOnce ?? 2, 1),
    ...whole("retries", options.retries ?? 3, 0),
    ...Object.entries(sources).flatMap(([name, { mostPlaces }]) => [
      ...(names.includes(name) ? [] : [reportTravelIssue("TRAVEL_PROFILE_NOT_FOUND", "", { seen: name, values: didYouMean(name, names) })]),
      ...whole(`${name}/mostPlaces`, mostPlaces, 2),
    ]),
  ];
  if (issues.length > 0) throw new EldercareError(issues);
  const profiles: Record<string, TravelProfile> = { ...problem.travel.profiles };
  for (const [name, source] of Object.entries(sources)) profiles[name] = await journeysBy(source, problem.places, options);
  const resolved = { ...problem, travel: { profiles } };
  const errors = validateTravel(resolved).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new EldercareError(errors);
  return resolved;
}

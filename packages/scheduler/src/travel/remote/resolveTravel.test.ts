import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { osrmQuestion, RoadServer, type Said } from "../../../test/roadServer.js";
import { twoVisits } from "../../../test/twoVisits.js";
import type { Place, Problem } from "../../model/problem.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { osrm } from "./osrm.js";
import { type ResolveOptions, resolveTravel } from "./resolveTravel.js";
import type { KnownJourney, TravelCache } from "./travelCache.js";
import { OffRoad, type TravelSource } from "./travelSource.js";
import { valhalla } from "./valhalla.js";

const servers: RoadServer[] = [];
const serve = async (answer: ConstructorParameters<typeof RoadServer>[0]) => {
  const server = new RoadServer(answer);
  servers.push(server);
  return { server, url: await server.start() };
};
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

/** Places along a parallel, the k-th at k thousandths of a degree. */
const placesOf = (count: number): Place[] => Array.from({ length: count }, (_, index) => ({ id: `v-${index}`, lng: 108 + index / 1000, lat: 32 }));
const numberOf = (lng: number): number => Math.round((lng - 108) * 1000);
/** Made-up seconds between places that differ in both directions. */
const secondsBetween = (from: number, to: number): number => (from === to ? 0 : 100 + 7 * from + to);

const problemOver = (places: readonly Place[]): Problem => ({
  horizon: { from: "2026-11-23", to: "2026-11-23" },
  timeZone: "Asia/Shanghai",
  places,
  travel: {
    profiles: { car: { kind: "straightLine", circuity: 1.4, metresPerSecond: 8 }, foot: { kind: "straightLine", circuity: 1.2, metresPerSecond: 1 } },
  },
  caregivers: [],
  visits: [],
});

const durationsOf = async (problem: Problem, sources: Record<string, TravelSource>, options?: ResolveOptions) => {
  const profile = (await resolveTravel(problem, sources, options)).travel.profiles.car;
  return profile?.kind === "matrix" ? profile : undefined;
};

const codesOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof EldercareError) return error.issues.map(({ code, seen }) => `${code} ${String(seen).replaceAll('"', "")}`);
    throw error;
  }
  return [];
};

/** An OSRM server over the made-up seconds, on which some places are off every road. */
const osrmAnswer =
  (off: ReadonlySet<number> = new Set(), naming = true) =>
  (url: URL): Said => {
    const { coordinates, origins, destinations } = osrmQuestion(url);
    const lost = coordinates.findIndex(([lng]) => off.has(numberOf(lng)));
    if (lost >= 0)
      return {
        status: 400,
        body: { code: "NoSegment", message: naming ? `Could not find a matching segment for coordinate ${lost}` : "no segment" },
      };
    const between = (scale: number) =>
      origins.map((from) =>
        destinations.map(
          (to) => secondsBetween(numberOf((coordinates[from] as [number, number])[0]), numberOf((coordinates[to] as [number, number])[0])) * scale,
        ),
      );
    return { body: { code: "Ok", durations: between(1), distances: between(10) } };
  };

const expected = (count: number, off: ReadonlySet<number> = new Set()) =>
  Array.from({ length: count * count }, (_, at) => {
    const [from, to] = [Math.floor(at / count), at % count];
    return off.has(from) || off.has(to) ? null : secondsBetween(from, to);
  });

describe("travel by an OSRM server", () => {
  it("becomes the matrices of the problem, and leaves the other ways of travelling and the problem given as they are", async () => {
    const { server, url } = await serve(osrmAnswer());
    const given = problemOver(placesOf(3));
    const resolved = await resolveTravel(given, { car: osrm({ url }) });
    expect(resolved.travel.profiles.car).toEqual({
      kind: "matrix",
      durationsSeconds: expected(3),
      distancesMetres: expected(3).map((each) => (each ?? 0) * 10),
    });
    expect(resolved.travel.profiles.foot).toBe(given.travel.profiles.foot);
    expect(given.travel.profiles.car?.kind).toBe("straightLine");
    expect(server.asked).toHaveLength(1);
  });

  it("is asked in questions of at most as many places as the server takes", async () => {
    const { server, url } = await serve(osrmAnswer());
    const profile = await durationsOf(problemOver(placesOf(23)), { car: osrm({ url, mostPlaces: 10 }) });
    expect(profile?.durationsSeconds).toEqual(expected(23));
    for (const { url: asked } of server.asked) expect(osrmQuestion(new URL(asked, url)).coordinates.length).toBeLessThanOrEqual(10);
  });

  it.each([true, false])("goes round places off every road, whether the server names them (%s) or not", async (naming) => {
    const off = new Set([2, 11, 12]);
    const { url } = await serve(osrmAnswer(off, naming));
    const resolved = await resolveTravel(problemOver(placesOf(14)), { car: osrm({ url, mostPlaces: 8, longestSnapMetres: 1000 }) });
    expect(resolved.travel.profiles.car).toMatchObject({ durationsSeconds: expected(14, off) });
    expect(validate(resolved).map(({ code, severity, seen }) => `${severity} ${code} ${String(seen).replaceAll('"', "")}`)).toEqual([
      "warning PLACE_CUT_OFF v-2",
      "warning PLACE_CUT_OFF v-11",
      "warning PLACE_CUT_OFF v-12",
    ]);
  });

  it("asks again while the server is overloaded, after the time that it names", async () => {
    const answer = osrmAnswer();
    const { server, url } = await serve((asked, _body, nth) =>
      nth < 3 ? { status: 429, headers: { "retry-after": "0" }, body: "slow down" } : answer(asked),
    );
    expect((await durationsOf(problemOver(placesOf(2)), { car: osrm({ url }) }))?.durationsSeconds).toEqual(expected(2));
    expect(server.asked).toHaveLength(3);
  });

  it("says what the server said where it stays overloaded, refuses, or is no OSRM server", async () => {
    const problem = problemOver(placesOf(2));
    const busy = await serve(() => ({ status: 503, headers: { "retry-after": "0" }, body: "" }));
    expect(await codesOf(resolveTravel(problem, { car: osrm({ url: busy.url }) }, { retries: 1 }))).toEqual(["TRAVEL_SOURCE_FAILED HTTP 503"]);
    expect(busy.server.asked).toHaveLength(2);
    const refusing = await serve(() => ({ status: 400, body: { code: "TooBig", message: "Too many table coordinates" } }));
    expect(await codesOf(resolveTravel(problem, { car: osrm({ url: refusing.url }) }))).toEqual([
      "TRAVEL_SOURCE_FAILED TooBig: Too many table coordinates",
    ]);
    const other = await serve(() => ({ body: "<html>" }));
    expect(await codesOf(resolveTravel(problem, { car: osrm({ url: other.url }) }))).toEqual(["TRAVEL_ANSWER_INVALID HTTP 200"]);
    const short = await serve(() => ({ body: { code: "Ok", durations: [[0, 1]] } }));
    expect(await codesOf(resolveTravel(problem, { car: osrm({ url: short.url }) }))).toEqual(["TRAVEL_ANSWER_INVALID [[0,1]]"]);
  });

  it("refuses a server that reaches everything in no time", async () => {
    const { url } = await serve((asked) => {
      const { origins, destinations } = osrmQuestion(asked);
      return { body: { code: "Ok", durations: origins.map(() => destinations.map(() => 0)) } };
    });
    expect(await codesOf(resolveTravel(problemOver(placesOf(2)), { car: osrm({ url }) }))).toEqual([
      "MATRIX_ROW_ALL_ZERO v-0",
      "MATRIX_ROW_ALL_ZERO v-1",
    ]);
  });

  it("stops within an instant when aborted, also while it waits to ask again", async () => {
    const { url } = await serve(() => ({ status: 503, headers: { "retry-after": "60" }, body: "" }));
    const controller = new AbortController();
    const began = performance.now();
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(resolveTravel(problemOver(placesOf(2)), { car: osrm({ url }) }, { signal: controller.signal })).rejects.toThrow("enough");
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it("leaves a visit off every road unassigned, and plans the others", async () => {
    const given = twoVisits();
    const off = given.visits[1]?.place ?? "";
    const source: TravelSource = {
      name: "made up",
      mostPlaces: 100,
      ask: async (origins, destinations) => {
        if ([...origins, ...destinations].some(({ id }) => id === off)) throw new OffRoad();
        return { durationsSeconds: origins.flatMap((from) => destinations.map((to) => (from.id === to.id ? 0 : 600))) };
      },
    };
    const resolved = await resolveTravel(given, Object.fromEntries(Object.keys(given.travel.profiles).map((name) => [name, source])));
    const { plan } = await solve(resolved, { maxIterations: 50 });
    expect(plan.unassigned.map(({ visit, reasons }) => [visit, reasons.map(({ code }) => code)])).toEqual([[given.visits[1]?.id, ["UNREACHABLE"]]]);
    expect(plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "visit").map(({ id }) => id))).toEqual([given.visits[0]?.id]);
  });
});

describe("travel by a Valhalla server", () => {
  const answer = (_url: URL, body: string): Said => {
    const { sources, targets } = JSON.parse(body) as Record<"sources" | "targets", readonly { lon: number }[]>;
    const between = (scale: number) => sources.map((from) => targets.map((to) => secondsBetween(numberOf(from.lon), numberOf(to.lon)) * scale));
    return { body: { sources_to_targets: { durations: between(1), distances: between(0.01) } } };
  };

  it("reads seconds as they are and kilometres as metres", async () => {
    const { server, url } = await serve(answer);
    const profile = await durationsOf(problemOver(placesOf(3)), { car: valhalla({ url, costing: "auto", costingOptions: { top_speed: 80 } }) });
    expect(profile?.durationsSeconds).toEqual(expected(3));
    expect(profile?.distancesMetres?.[1]).toBeCloseTo(10 * secondsBetween(0, 1), 6);
    expect(JSON.parse(server.asked[0]?.body ?? "")).toMatchObject({ costing: "auto", costing_options: { auto: { top_speed: 80 } }, verbose: false });
  });

  it("finds places off every road, which it does not name, and knows no way where it finds none", async () => {
    const off = new Set([1]);
    const { url } = await serve((asked, body) => {
      const { sources, targets } = JSON.parse(body) as Record<"sources" | "targets", readonly { lon: number }[]>;
      const lost = [...sources, ...targets].some(({ lon }) => off.has(numberOf(lon)));
      return lost ? { status: 400, body: { error_code: 171, error: "No suitable edges near location" } } : answer(asked, body);
    });
    expect((await durationsOf(problemOver(placesOf(4)), { car: valhalla({ url }) }))?.durationsSeconds).toEqual(expected(4, off));
    const islands = await serve(() => ({ status: 400, body: { error_code: 442, error: "No path could be found for input" } }));
    expect((await durationsOf(problemOver(placesOf(2)), { car: valhalla({ url: islands.url }) }))?.durationsSeconds).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("journeys asked for before", () => {
  /** A cache in memory, as a vendor would write one. */
  const memory = (): TravelCache => {
    const kept = new Map<string, KnownJourney>();
    const key = (source: string, from: Place, to: Place) => `${source} ${from.id} ${to.id}`;
    return {
      read: async (source, origin, destinations) => destinations.map((to) => kept.get(key(source, origin, to))),
      write: async (source, origin, destinations, journeys) => {
        for (const [index, to] of destinations.entries()) kept.set(key(source, origin, to), journeys[index] as KnownJourney);
      },
    };
  };

  it("are not asked for again: a new place asks for its own alone", async () => {
    const { server, url } = await serve(osrmAnswer());
    const cache = memory();
    const source = osrm({ url, mostPlaces: 20 });
    await durationsOf(problemOver(placesOf(8)), { car: source }, { cache });
    const before = server.asked.length;
    expect((await durationsOf(problemOver(placesOf(8)), { car: source }, { cache }))?.durationsSeconds).toEqual(expected(8));
    expect(server.asked).toHaveLength(before);
    expect((await durationsOf(problemOver(placesOf(9)), { car: source }, { cache }))?.durationsSeconds).toEqual(expected(9));
    const journeys = server.asked.slice(before).map(({ url: asked }) => osrmQuestion(new URL(asked, url)));
    expect(journeys.reduce((sum, { origins, destinations }) => sum + origins.length * destinations.length, 0)).toBe(9 + 8);
  });

  it("are kept when the server fails half-way", async () => {
    const answer = osrmAnswer();
    const { server, url } = await serve((asked, _body, nth) => (nth > 3 ? { body: "gone" } : answer(asked)));
    const cache = memory();
    const source = osrm({ url, mostPlaces: 8 });
    expect(await codesOf(resolveTravel(problemOver(placesOf(12)), { car: source }, { cache, atOnce: 1 }))).toEqual([
      "TRAVEL_ANSWER_INVALID HTTP 200",
    ]);
    const again = await serve(answer);
    const progress: number[] = [];
    const same = { ...source, ask: osrm({ url: again.url }).ask };
    expect(
      (await durationsOf(problemOver(placesOf(12)), { car: same }, { cache, onProgress: (known) => progress.push(known) }))?.durationsSeconds,
    ).toEqual(expected(12));
    expect(progress[0]).toBe(3 * 16);
    expect(again.server.asked).toHaveLength(9 - 3);
    expect(server.asked).toHaveLength(4);
  });
});

describe("whatever a source leaves out", () => {
  it("the whole table is as the source has it, for any number of places, size of question and places off the road", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 2, max: 12 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 5 }),
        fc.boolean(),
        async (count, mostPlaces, off, naming) => {
          const lost = new Set(off.filter((each) => each < count));
          const source: TravelSource = {
            name: "made up",
            mostPlaces,
            ask: async (origins, destinations) => {
              expect(new Set([...origins, ...destinations]).size).toBeLessThanOrEqual(mostPlaces);
              const place = [...origins, ...destinations].find(({ lng }) => lost.has(numberOf(lng)));
              if (place !== undefined) throw new OffRoad(naming ? place : undefined);
              return { durationsSeconds: origins.flatMap((from) => destinations.map((to) => secondsBetween(numberOf(from.lng), numberOf(to.lng)))) };
            },
          };
          expect((await durationsOf(problemOver(placesOf(count)), { car: source }))?.durationsSeconds).toEqual(expected(count, lost));
        },
      ),
    );
  });

  it("a source that refuses without cause is not asked for ever", async () => {
    const stubborn: TravelSource = {
      name: "made up",
      mostPlaces: 10,
      ask: async (origins, destinations) => {
        if (origins.length + destinations.length > 3) throw new OffRoad();
        return { durationsSeconds: new Array(origins.length * destinations.length).fill(1) };
      },
    };
    expect(await codesOf(resolveTravel(problemOver(placesOf(2)), { car: stubborn }))).toEqual(["TRAVEL_SOURCE_FAILED a place is off every road"]);
  });

  it("and what is asked for wrongly is refused before anything is asked", async () => {
    const source = osrm({ url: "http://127.0.0.1:9", mostPlaces: 1 });
    expect(await codesOf(resolveTravel(problemOver(placesOf(2)), { cart: source }, { atOnce: 0, retries: -1 }))).toEqual([
      "TRAVEL_OPTION_INVALID 0",
      "TRAVEL_OPTION_INVALID -1",
      "TRAVEL_PROFILE_NOT_FOUND cart",
      "TRAVEL_OPTION_INVALID 1",
    ]);
  });
});

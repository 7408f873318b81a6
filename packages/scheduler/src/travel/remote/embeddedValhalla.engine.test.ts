import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Place, Problem } from "../../model/problem.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";
import { greatCircleMetres } from "../straightLine.js";
import { embeddedValhalla, type ValhallaActor } from "./embeddedValhalla.js";
import { resolveTravel } from "./resolveTravel.js";

const map = resolve(import.meta.dirname, "../../../test/data/andorra-2013.osm.pbf");
const engine = createRequire(join(process.env.ROAD_ENGINE ?? "", "package.json"));

/** Places in and between the towns of Andorra, and one in the sea. */
const places: readonly Place[] = [
  { id: "andorra-la-vella", lng: 1.5218, lat: 42.5063 },
  { id: "escaldes", lng: 1.534, lat: 42.51 },
  { id: "encamp", lng: 1.58, lat: 42.5345 },
  { id: "canillo", lng: 1.5975, lat: 42.5665 },
  { id: "la-massana", lng: 1.5148, lat: 42.545 },
  { id: "ordino", lng: 1.533, lat: 42.5562 },
  { id: "sant-julia", lng: 1.491, lat: 42.4637 },
  { id: "sea", lng: 3, lat: 41 },
];

const problem: Problem = {
  horizon: { from: "2026-11-23", to: "2026-11-23" },
  timeZone: "Europe/Andorra",
  places,
  travel: { profiles: { car: { kind: "straightLine", circuity: 1.7, metresPerSecond: 10 } } },
  caregivers: [
    { id: "c-1", profile: "car", shifts: [{ date: "2026-11-23", from: "08:00", to: "17:00", start: "andorra-la-vella", end: "andorra-la-vella" }] },
  ],
  visits: places.slice(1).map(({ id }) => ({ id: `x-${id}`, person: id, place: id, service: "bathing", serviceMinutes: 30 })),
};

let folder: string;
let actor: ValhallaActor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "eldercare-tiles-"));
  const { Actor, getConfig } = engine("@valhallajs/valhallajs") as {
    Actor: new (config: unknown) => ValhallaActor;
    getConfig: (options: object) => Promise<unknown>;
  };
  const config = await getConfig({ tileDir: join(folder, "tiles"), tileExtract: "", verbose: false });
  const file = join(folder, "config.json");
  writeFileSync(file, JSON.stringify(config));
  const cli = join(engine.resolve("@valhallajs/valhallajs"), "..", "bin", "valhalla-cli.js");
  execFileSync(process.execPath, [cli, "build_tiles", "-c", file, map], { cwd: folder, stdio: "ignore" });
  actor = new Actor(config);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("travel on the roads of Andorra", () => {
  it("is longer than the straight line, in both directions, and far from each other at the speed of a car", async () => {
    const { travel } = await resolveTravel(problem, { car: embeddedValhalla({ actor, map: "andorra-2013" }) });
    const profile = travel.profiles.car;
    if (profile?.kind !== "matrix") throw new Error("no matrix");
    const roads = places.length - 1;
    for (let from = 0; from < roads; from += 1)
      for (let to = 0; to < roads; to += 1) {
        if (from === to) continue;
        const at = from * places.length + to;
        const metres = profile.distancesMetres?.[at] ?? 0;
        const seconds = profile.durationsSeconds[at] ?? 0;
        expect(metres).toBeGreaterThan(greatCircleMetres(places[from] as Place, places[to] as Place) * 0.95);
        expect(metres / seconds).toBeGreaterThan(3);
        expect(metres / seconds).toBeLessThan(35);
      }
  });

  it("has no way to the sea; the visit there is left out with its reason, and all others are planned and verified", async () => {
    const resolved = await resolveTravel(problem, { car: embeddedValhalla({ actor, map: "andorra-2013", mostPlaces: 6 }) });
    expect(validate(resolved).map(({ code, seen }) => `${code} ${String(seen)}`)).toEqual(['PLACE_CUT_OFF "sea"']);
    const { plan } = await solve(resolved, { maxIterations: 300 });
    expect(plan.unassigned.map(({ visit, reasons }) => [visit, reasons[0]?.code])).toEqual([["x-sea", "UNREACHABLE"]]);
    expect(verify(resolved, plan)).toEqual([]);
    expect(plan.routes.flatMap(({ stops }) => stops)).toHaveLength(places.length - 2);
  });
});

import { describe, expect, it } from "vitest";
import { tryAllPairings } from "../../../test/exhaustivePairing.js";
import { randomPairing } from "../../../test/randomPairing.js";
import { distancesOf } from "../model/distance.js";
import type { Pairing } from "../model/pairing.js";
import type { PairingProblem } from "../model/problem.js";
import { pair } from "../pair.js";
import type { VerifyPairingCode } from "../verify/codes.js";
import { verifyPairing } from "../verify/verifyPairing.js";

const at = (id: string, metres: number) => ({ id, lng: 108.5, lat: 31.9 + metres / 111_195 });
const places = [at("here", 0), at("near", 900), at("far", 4000), at("farther", 6000)];
const base: PairingProblem = { on: "2026-11-21", places, travel: { kind: "straightLine", circuity: 1 }, persons: [], volunteers: [] };
const ruled = (requirements: PairingProblem["requirements"], problem: Partial<PairingProblem>): PairingProblem => ({
  ...base,
  ...problem,
  ...(requirements === undefined ? {} : { requirements }),
});
const unpairedOf = async (problem: PairingProblem) => (await pair(problem, { maxIterations: 500 })).pairing.unpaired;

describe("why a person is unpaired", () => {
  it("is told by the rule that stands against each volunteer, counted, with the nearest", async () => {
    const problem = ruled(
      { oneToOne: { youngestAge: 60, oldestAge: 69, healthy: true, longestMetres: 3000, mostPersons: 1 } },
      {
        persons: [{ id: "p-1", place: "here", mode: "oneToOne", bars: ["v-6"] }],
        volunteers: [
          { id: "v-1", place: "near", birthDate: "1944-05-01", healthy: true },
          { id: "v-2", place: "far", birthDate: "1961-05-01", healthy: true },
          { id: "v-3", place: "farther", birthDate: "1961-05-01", healthy: true },
          { id: "v-4", place: "near", birthDate: "1961-05-01" },
          { id: "v-5", place: "here", birthDate: "1990-05-01", healthy: true },
          { id: "v-6", place: "here", birthDate: "1961-05-01", healthy: true },
        ],
      },
    );
    expect(await unpairedOf(problem)).toEqual([
      {
        person: "p-1",
        mode: "oneToOne",
        kind: "impossible",
        reasons: [
          { code: "TOO_YOUNG", volunteers: 1, nearest: "v-5", nearestMetres: 0 },
          { code: "TOO_OLD", volunteers: 1, nearest: "v-1", nearestMetres: 901 },
          { code: "BARRED", volunteers: 1, nearest: "v-6", nearestMetres: 0 },
          { code: "TOO_FAR", volunteers: 2, nearest: "v-2", nearestMetres: 4001 },
          { code: "HEALTH_UNKNOWN", volunteers: 1, nearest: "v-4", nearestMetres: 901 },
        ],
        relax: [{ kind: "distance", volunteer: "v-2", longestMetres: 4001 }],
      },
    ]);
  });

  it("is that others come first where the volunteers allowed are full", async () => {
    const problem = ruled(
      { oneToOne: { longestMetres: 3000, mostPersons: 1 } },
      {
        persons: [
          { id: "p-1", place: "here", mode: "oneToOne" },
          { id: "p-2", place: "near", mode: "oneToOne", priority: 1 },
        ],
        volunteers: [{ id: "v-1", place: "here" }],
      },
    );
    expect(await unpairedOf(problem)).toEqual([
      {
        person: "p-1",
        mode: "oneToOne",
        kind: "crowdedOut",
        reasons: [{ code: "FULL", volunteers: 1, nearest: "v-1", nearestMetres: 0 }],
        relax: [{ kind: "load", volunteer: "v-1", persons: 2 }],
      },
    ]);
  });

  it("is that no grid can be gathered around her", async () => {
    const persons = [
      { id: "p-1", place: "here", mode: "grid" as const },
      { id: "p-2", place: "farther", mode: "grid" as const },
    ];
    const volunteers = [{ id: "v-1", place: "near", capacity: 8 }];
    const wide = ruled({ grid: { leastPersons: 2, widestMetres: 5000 } }, { persons, volunteers });
    const [first] = await unpairedOf(wide);
    expect(first).toMatchObject({ person: "p-1", kind: "impossible", reasons: [{ code: "GRID_TOO_SMALL" }] });
    expect(await unpairedOf(ruled({ grid: { leastPersons: 2, widestMetres: 7000 } }, { persons, volunteers }))).toEqual([]);
  });
});

describe("the changes that would pair a person one to one", () => {
  /** The problem by a matrix, so that one distance can be changed alone. */
  function byMatrix(problem: PairingProblem, person: string, volunteer: string, metres: number): PairingProblem {
    const distance = distancesOf(problem);
    const distancesMetres = problem.places.flatMap(({ id: from }) =>
      problem.places.map(({ id: to }) => (from === `at-${volunteer}` && to === person.replace("p", "home") ? metres : distance(from, to))),
    );
    return { ...problem, travel: { kind: "matrix", distancesMetres } };
  }
  const left = (problem: PairingProblem): number => {
    const distance = distancesOf(problem);
    return tryAllPairings(problem, "oneToOne", new Map(), distance).left.reduce((sum, count) => sum + count, 0);
  };

  it("do pair one person more, and no smaller change of distance does", async () => {
    let nearer = 0;
    let fuller = 0;
    let throughOthers = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const drawn = randomPairing(seed, { persons: 5, volunteers: 4, inGrids: 0, rich: true });
      const longestMetres = 4000;
      const problem = { ...drawn, requirements: { oneToOne: { ...drawn.requirements?.oneToOne, longestMetres } } };
      const { pairing } = await pair(problem, { maxIterations: 10 });
      const distance = distancesOf(problem);
      const before = left(problem);
      for (const { person, relax } of pairing.unpaired) {
        const far = (volunteer: string): number => distance(`at-${volunteer}`, person.replace("p", "home"));
        const helped = problem.volunteers.filter(({ id }) => far(id) > longestMetres && left(byMatrix(problem, person, id, 0)) < before);
        const [nearest] = helped.map(({ id }) => far(id)).sort((a, b) => a - b);
        const found = relax.find(({ kind }) => kind === "distance");
        expect(found?.kind === "distance" ? found.longestMetres : undefined, `seed ${seed} ${person}`).toBe(nearest);
        if (found !== undefined) nearer++;
        if (found !== undefined && pairing.pairs.some(({ volunteer }) => volunteer === found.volunteer)) throughOthers++;
        const load = relax.find(({ kind }) => kind === "load");
        if (load === undefined || problem.persons.some(({ id, only }) => id === person && only !== undefined)) continue;
        fuller++;
        const { capacity: _, ...twin } = problem.volunteers.find(({ id }) => id === load.volunteer) ?? { id: "", place: "" };
        const second = { ...twin, id: "v-twin", capacity: 1, hoursPerWeek: 100 };
        expect(left({ ...problem, volunteers: [...problem.volunteers, second] })).toBeLessThan(before);
      }
    }
    expect(nearer).toBeGreaterThan(40);
    expect(throughOthers).toBeGreaterThan(2);
    expect(fuller).toBeGreaterThan(25);
  });
});

describe("the changes that would add a person to a grid", () => {
  /** The pairing with one person more in a grid, as far as rules are concerned. */
  const withHer = (pairing: Pairing, person: string, leader: string, metres: number): Pairing => ({
    ...pairing,
    unpaired: pairing.unpaired.filter((each) => each.person !== person),
    grids: pairing.grids.map((grid) =>
      grid.leader === leader
        ? { ...grid, members: [...grid.members, { person, distanceMetres: metres }], totalMetres: grid.totalMetres + metres }
        : grid,
    ),
  });
  const aboutRules: readonly VerifyPairingCode[] = [
    "PAIR_AGAINST_RULE",
    "VOLUNTEER_OVERLOADED",
    "GRID_WIDER_THAN_ALLOWED",
    "VOLUNTEER_IN_BOTH_MODES",
  ];
  const broken = (problem: PairingProblem, pairing: Pairing) =>
    verifyPairing(problem, pairing).filter(
      ({ code, person }) => aboutRules.includes(code) || (code === "PAIRING_PERSON_LOST" && person !== undefined),
    );

  it("break no rule once they are made, and break one before", async () => {
    const seen = { distance: 0, load: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      const drawn = randomPairing(seed, { persons: 9, volunteers: 4, inGrids: 0.8, rich: true });
      const asked = { ...drawn.requirements?.grid, longestMetres: 4500 };
      const problem: PairingProblem = { ...drawn, requirements: { ...drawn.requirements, grid: asked } };
      const { pairing } = await pair(problem, { maxIterations: 500 });
      const distance = distancesOf(problem);
      for (const { person, mode, relax } of pairing.unpaired)
        for (const change of relax.filter(() => mode === "grid")) {
          seen[change.kind]++;
          const metres = distance(`at-${change.volunteer}`, person.replace("p", "home"));
          const more = withHer(pairing, person, change.volunteer, metres);
          expect(broken(problem, more), `seed ${seed} ${person}`).not.toEqual([]);
          const others = problem.volunteers.map((each) => {
            if (change.kind === "distance" || each.id !== change.volunteer) return each;
            const { capacity: _, hoursPerWeek: __, ...unlimited } = each;
            return { ...unlimited, hoursPerWeek: 168 };
          });
          const grid = change.kind === "distance" ? { ...asked, longestMetres: change.longestMetres } : { ...asked, mostPersons: change.persons };
          const relaxed: PairingProblem = { ...problem, volunteers: others, requirements: { ...problem.requirements, grid } };
          expect(broken(relaxed, more), `seed ${seed} ${person}`).toEqual([]);
        }
    }
    expect(seen.distance).toBeGreaterThan(10);
    expect(seen.load).toBeGreaterThan(10);
  });
});

import { describe, expect, it } from "vitest";
import { randomPairing } from "../../../test/randomPairing.js";
import type { Optimality, Pairing } from "../model/pairing.js";
import type { PairingProblem } from "../model/problem.js";
import { pair } from "../pair.js";
import type { VerifyPairingCode } from "./codes.js";
import { verifyPairing } from "./verifyPairing.js";

const at = (id: string, metres: number) => ({ id, lng: 108.5, lat: 31.9 + metres / 111_195 });
const problem: PairingProblem = {
  on: "2026-11-21",
  places: [at("a", 0), at("b", 500), at("c", 1000), at("d", 1500), at("e", 9000)],
  travel: { kind: "straightLine", circuity: 1 },
  persons: [
    { id: "p-1", place: "a", mode: "oneToOne", partner: "v-2", wishes: { sex: "female" } },
    { id: "p-2", place: "b", mode: "grid" },
    { id: "p-3", place: "c", mode: "grid", bars: ["v-3"] },
    { id: "p-4", place: "e", mode: "oneToOne" },
    { id: "p-5", place: "d", mode: "grid" },
  ],
  volunteers: [
    { id: "v-1", place: "a", sex: "female", birthDate: "1961-01-01", healthy: true },
    { id: "v-2", place: "b", sex: "male", birthDate: "1962-01-01", healthy: true },
    { id: "v-3", place: "d", birthDate: "1963-01-01", healthy: true },
    { id: "v-4", place: "d", birthDate: "1940-01-01", healthy: true },
  ],
  requirements: {
    oneToOne: { youngestAge: 60, oldestAge: 69, healthy: true, longestMetres: 3000, mostPersons: 1, exclusive: true },
    grid: { youngestAge: 60, oldestAge: 69, leastPersons: 2, mostPersons: 3, widestMetres: 1200 },
  },
};
const { pairing } = await pair(problem, { maxIterations: 2000 });
const grid = pairing.grids[0] as Pairing["grids"][number];
const [member] = grid.members as [Pairing["grids"][number]["members"][number]];
const one = pairing.optimality.oneToOne as Optimality;
const many = pairing.optimality.grid as Optimality;
const saying = (mode: "oneToOne" | "grid", part: Partial<Optimality>): Pairing => ({
  ...pairing,
  optimality: { ...pairing.optimality, [mode]: { ...(mode === "grid" ? many : one), ...part } },
});
const free = (price: number) => ({ ...one.certificate, prices: one.certificate.prices.map(({ person }) => ({ person, price })) });

const planted: readonly (readonly [VerifyPairingCode, string, Pairing])[] = [
  ["PAIRING_UNKNOWN_PERSON", "a stranger paired", { ...pairing, pairs: [...pairing.pairs, { person: "p-9", volunteer: "v-3", distanceMetres: 0 }] }],
  ["PAIRING_UNKNOWN_VOLUNTEER", "a stranger as leader", { ...pairing, grids: [{ ...grid, leader: "v-9" }] }],
  ["PAIRING_PERSON_LOST", "a pair left out", { ...pairing, pairs: [] }],
  ["PAIRING_PERSON_TWICE", "a pair said twice", { ...pairing, pairs: [...pairing.pairs, ...pairing.pairs] }],
  ["PAIRING_WRONG_MODE", "a person of grids paired one to one", { ...pairing, pairs: [...pairing.pairs, { ...member, volunteer: "v-3" }] }],
  ["PAIR_AGAINST_RULE", "a volunteer too old", { ...pairing, grids: [{ ...grid, leader: "v-4" }] }],
  [
    "PAIR_WRONG_UNKNOWN",
    "a known fact called unknown",
    { ...pairing, pairs: pairing.pairs.map((each) => ({ ...each, unknown: ["healthy" as const] })) },
  ],
  ["PAIR_WRONG_DISTANCE", "a shorter way", { ...pairing, pairs: pairing.pairs.map((each) => ({ ...each, distanceMetres: 1 })) }],
  [
    "VOLUNTEER_OVERLOADED",
    "two persons where one is allowed",
    { ...pairing, pairs: [...pairing.pairs, { person: "p-4", volunteer: "v-1", distanceMetres: 9000 }] },
  ],
  ["VOLUNTEER_IN_BOTH_MODES", "a one-to-one volunteer as leader", { ...pairing, grids: [{ ...grid, leader: "v-1" }] }],
  ["GRID_LEADER_TWICE", "one leader of two grids", { ...pairing, grids: grid.members.map((each) => ({ ...grid, members: [each] })) }],
  ["GRID_BELOW_LEAST", "a grid of one", { ...pairing, grids: [{ ...grid, members: [member] }] }],
  [
    "GRID_WIDER_THAN_ALLOWED",
    "a grid from end to end",
    { ...pairing, grids: [{ ...grid, members: [...grid.members, { person: "p-4", distanceMetres: 8500 }] }] },
  ],
  ["GRID_WRONG_MEASURE", "a narrower grid", { ...pairing, grids: [{ ...grid, widthMetres: 1 }] }],
  ["PAIRING_WRONG_LOAD", "another load", { ...pairing, volunteers: pairing.volunteers.map((row) => ({ ...row, grid: row.grid + 1 })) }],
  ["PAIRING_WRONG_CHANGE", "a change concealed", { ...pairing, changes: [] }],
  ["PAIRING_WRONG_COST", "a lower cost", { ...pairing, cost: { ...pairing.cost, total: 0 } }],
  ["UNPAIRED_FOR_NO_REASON", "no reason", { ...pairing, unpaired: pairing.unpaired.map((each) => ({ ...each, reasons: [] })) }],
  ["UNPAIRED_OF_WRONG_KIND", "possible after all", { ...pairing, unpaired: pairing.unpaired.map((each) => ({ ...each, kind: "crowdedOut" })) }],
  ["OPTIMALITY_NOT_SHOWN", "a gap where there is none", saying("oneToOne", { gapPercent: 3 })],
  ["OPTIMALITY_NOT_SHOWN", "no optimality", { ...pairing, optimality: {} }],
  ["OPTIMALITY_NOT_SHOWN", "prices that show nothing", saying("oneToOne", { certificate: free(0) })],
  ["OPTIMALITY_NOT_SHOWN", "a step that no double holds", saying("oneToOne", { certificate: { ...one.certificate, unpaired: 2 ** 52 } })],
  ["OPTIMALITY_NOT_SHOWN", "too small a step", saying("oneToOne", { certificate: { ...one.certificate, unpaired: 1 } })],
  ["OPTIMALITY_NOT_SHOWN", "a bound above the cost", saying("grid", { lowerBound: many.cost + 1, gapPercent: 0 })],
  ["OPTIMALITY_NOT_SHOWN", "a bound below what the prices show", saying("grid", { lowerBound: 0, gapPercent: 100, proven: false })],
];

describe("the checker of pairings", () => {
  it("accepts what the search made, of which every kind of thing is there", () => {
    expect(verifyPairing(problem, pairing)).toEqual([]);
    expect([pairing.pairs.length, pairing.grids.length, pairing.changes.length]).toEqual([1, 1, 1]);
    expect(pairing.unpaired.map(({ kind }) => kind)).toContain("impossible");
  });

  it.each(planted)("finds %s where it is planted: %s", (code, _what, broken) => {
    const found = verifyPairing(problem, broken);
    expect(found.map((violation) => violation.code)).toContain(code);
    for (const { message } of found) expect(`${message.zh}${message.en}`).not.toMatch(/[{}]/);
  });

  it("never takes a pairing for a better one than it is: no other of the same problem has its certificate", async () => {
    let worse = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const drawn = randomPairing(seed, { persons: 6, volunteers: 5, inGrids: 0, rich: false });
      const { pairing: best } = await pair(drawn, { maxIterations: 10 });
      const [first, second] = best.pairs;
      if (first === undefined || second === undefined) continue;
      // two persons exchange their volunteers, and the cost is told as it then is
      const swapped = { ...drawn, persons: drawn.persons.map((each) => (each.id === first.person ? { ...each, only: [second.volunteer] } : each)) };
      const { pairing: other } = await pair(swapped, { maxIterations: 10 });
      const out = (each: Pairing): string => each.unpaired.map(({ person }) => person).join();
      if (other.cost.total === best.cost.total || out(other) !== out(best)) continue;
      worse++;
      expect(verifyPairing(drawn, { ...other, unpaired: best.unpaired }).map(({ code }) => code)).toContain("OPTIMALITY_NOT_SHOWN");
    }
    expect(worse).toBeGreaterThan(10);
  });
});

import { describe, expect, it } from "vitest";
import { tryAllPairings } from "../../test/exhaustivePairing.js";
import { randomPairing } from "../../test/randomPairing.js";
import type { Pairing } from "./model/pairing.js";
import type { PairingMode, PairingProblem } from "./model/problem.js";
import { weightOfPriority } from "./model/problem.js";
import { pair } from "./pair.js";
import { verifyPairing } from "./verify/verifyPairing.js";

const effort = { maxIterations: 20_000 };
const leftOut = (problem: PairingProblem, { unpaired }: Pairing, mode: PairingMode): number[] => {
  const priorities = new Map(problem.persons.map(({ id, priority = 3 }) => [id, priority]));
  return [1, 2, 3, 4, 5].map((rank) => unpaired.filter((each) => each.mode === mode && priorities.get(each.person) === rank).length);
};
const weight = (left: readonly number[]): number => left.reduce((sum, count, index) => sum + count * weightOfPriority(index + 1), 0);

describe("pairing one to one", () => {
  it("is as good as trying everything, and says so", async () => {
    let crowded = 0;
    let moved = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const problem = randomPairing(seed, { persons: 5, volunteers: 4, inGrids: 0, rich: seed % 4 !== 0 });
      const { pairing } = await pair(problem, effort);
      const best = tryAllPairings(problem, "oneToOne");
      expect(leftOut(problem, pairing, "oneToOne"), `seed ${seed}`).toEqual(best.left);
      expect(pairing.cost.total, `seed ${seed}`).toBeCloseTo(best.cost, 6);
      expect(pairing.optimality.oneToOne, `seed ${seed}`).toMatchObject({ proven: true, mostPaired: true, gapPercent: 0 });
      if (pairing.unpaired.some(({ kind }) => kind === "crowdedOut")) crowded++;
      if (pairing.changes.some(({ to }) => to !== null)) moved++;
    }
    expect(crowded).toBeGreaterThan(20);
    expect(moved).toBeGreaterThan(20);
  });
});

describe("grids", () => {
  it("are as good as trying everything on tiny problems, and say so", async () => {
    let branched = 0;
    let left = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const problem = randomPairing(seed, { persons: 6, volunteers: 3, inGrids: 1, rich: seed % 4 !== 0 });
      const { pairing, run } = await pair(problem, effort);
      const best = tryAllPairings(problem, "grid");
      const found = leftOut(problem, pairing, "grid");
      expect(weight(found), `seed ${seed}`).toBe(best.weight);
      expect(pairing.cost.total, `seed ${seed}`).toBeCloseTo(best.cost, 6);
      expect(pairing.optimality.grid, `seed ${seed}`).toMatchObject({ proven: true, mostPaired: true, gapPercent: 0 });
      if (run.iterations > 1) branched++;
      if (best.weight > 0) left++;
    }
    expect(branched).toBeGreaterThan(50);
    expect(left).toBeGreaterThan(30);
  });

  it("are formed of the volunteers whom one-to-one pairs have left room", async () => {
    let shared = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const problem = randomPairing(seed, { persons: 7, volunteers: 3, inGrids: 0.6, rich: true });
      const { pairing } = await pair(problem, effort);
      const before = new Map(pairing.volunteers.map(({ volunteer, oneToOne }) => [volunteer, oneToOne]));
      const best = tryAllPairings(problem, "grid", before);
      expect(weight(leftOut(problem, pairing, "grid")), `seed ${seed}`).toBe(best.weight);
      if (pairing.optimality.grid !== undefined) expect(pairing.optimality.grid.cost, `seed ${seed}`).toBeCloseTo(best.cost, 6);
      if (pairing.volunteers.some(({ oneToOne, grid }) => oneToOne > 0 && grid > 0)) shared++;
    }
    expect(shared).toBeGreaterThan(10);
  });
});

describe("a pairing", () => {
  it("is the same, byte for byte, in whatever order persons and volunteers are given", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const problem = randomPairing(seed, { persons: 14, volunteers: 8, inGrids: 0.6, rich: true });
      const turned = {
        ...problem,
        persons: problem.persons.toReversed(),
        volunteers: problem.volunteers.toReversed(),
        places: problem.places.toReversed(),
      };
      const [one, other] = await Promise.all([pair(problem, { maxIterations: 300 }), pair(turned, { maxIterations: 300 })]);
      expect(JSON.stringify(other.pairing)).toBe(JSON.stringify(one.pairing));
      expect(verifyPairing(turned, one.pairing)).toEqual([]);
    }
  });
});

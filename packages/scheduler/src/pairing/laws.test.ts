import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomPairing } from "../../test/randomPairing.js";
import type { PairingProblem } from "./model/problem.js";
import { pair } from "./pair.js";
import { verifyPairing } from "./verify/verifyPairing.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const effort = { maxIterations: 3000 };
const solve = async (problem: PairingProblem) => (await pair(problem, effort)).pairing;

/** Persons left unpaired, by the weight of their priorities. */
function leftOut(problem: PairingProblem, unpaired: readonly { readonly person: string }[]): number {
  const weights = new Map(problem.persons.map(({ id, priority = 3 }) => [id, 6 - priority]));
  return unpaired.reduce((sum, { person }) => sum + (weights.get(person) ?? 0), 0);
}

describe("the laws of pairing", () => {
  it("a further volunteer never leaves more persons unpaired", async () => {
    let helped = 0;
    await fc.assert(
      fc.asyncProperty(seeds, fc.constantFrom(0, 1), async (seed, inGrids) => {
        const all = randomPairing(seed, { persons: 7, volunteers: 4, inGrids, rich: seed % 3 !== 0 });
        const [last] = all.volunteers.slice(-1);
        const unnamed = (ids: readonly string[] = []): string[] => ids.filter((id) => id !== last?.id);
        const persons = all.persons.map(({ partner: _, ...person }) => ({
          ...person,
          prefers: unnamed(person.prefers),
          only: [],
          bars: unnamed(person.bars),
        }));
        const fewer = { ...all, persons, volunteers: all.volunteers.slice(0, -1) };
        const more = { ...all, persons };
        const [few, many] = [await solve(fewer), await solve(more)];
        const before = leftOut(fewer, few.unpaired);
        const after = leftOut(more, many.unpaired);
        expect(after).toBeLessThanOrEqual(before);
        if (after < before) helped++;
      }),
      { numRuns: 120 },
    );
    expect(helped).toBeGreaterThan(20);
  });

  it("a tighter limit never pairs more persons, nor as many at less cost", async () => {
    let tighter = 0;
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.constantFrom(0, 1),
        fc.constantFrom("longestMetres", "mostPersons", "widestMetres", "leastPersons"),
        async (seed, inGrids, limit) => {
          const wide = randomPairing(seed, { persons: 7, volunteers: 4, inGrids, rich: seed % 3 !== 0 });
          const mode = inGrids === 1 ? "grid" : "oneToOne";
          if (mode === "oneToOne" && (limit === "widestMetres" || limit === "leastPersons")) return;
          const asked: Record<string, unknown> = { ...wide.requirements?.[mode] };
          const most = Number(asked.mostPersons ?? 1);
          asked.mostPersons = most + 1;
          const values = { longestMetres: 3000, mostPersons: most, widestMetres: 3500, leastPersons: most };
          const wider = { ...wide, requirements: { ...wide.requirements, [mode]: { ...asked, leastPersons: mode === "grid" ? 1 : undefined } } };
          if (mode === "oneToOne") Reflect.deleteProperty(wider.requirements[mode] as object, "leastPersons");
          if (Number(asked[limit] ?? 1e9) < values[limit] && limit !== "leastPersons") return;
          const narrow = { ...wider, requirements: { ...wider.requirements, [mode]: { ...wider.requirements[mode], [limit]: values[limit] } } };
          const [one, other] = [await solve(wider), await solve(narrow)];
          const before = leftOut(wider, one.unpaired);
          const after = leftOut(narrow, other.unpaired);
          expect(one.optimality[mode]?.proven ?? true).toBe(true);
          expect(after).toBeGreaterThanOrEqual(before);
          if (after === before) expect(other.cost.total).toBeGreaterThanOrEqual(one.cost.total - 1e-9);
          if (after > before || other.cost.total > one.cost.total) tighter++;
        },
      ),
      { numRuns: 150 },
    );
    expect(tighter).toBeGreaterThan(30);
  });

  it("whatever is asked, what is made holds", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 10 }), async (seed, persons, volunteers) => {
        const problem = randomPairing(seed, { persons, volunteers, inGrids: 0.6, rich: seed % 2 === 0 });
        const { pairing } = await pair(problem, { maxIterations: 60 });
        expect(verifyPairing(problem, pairing)).toEqual([]);
        for (const { gapPercent, lowerBound, mostPaired } of Object.values(pairing.optimality)) {
          expect(gapPercent === null).toBe(!mostPaired);
          if (lowerBound !== null) expect(gapPercent).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("who has a volunteer keeps him unless a change pays its price", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = { ...randomPairing(seed, { persons: 8, volunteers: 8, inGrids: 0, rich: false }), objective: {} };
        const before = await solve(problem);
        const partners = new Map(before.pairs.map(({ person, volunteer }) => [person, volunteer]));
        // everybody moves on by one
        const ids = [...partners.keys()];
        const present = new Map(ids.map((id, index) => [id, partners.get(ids[(index + 1) % ids.length] ?? "") ?? null]));
        const settled = { ...problem, persons: problem.persons.map((person) => ({ ...person, partner: present.get(person.id) ?? null })) };
        const dear = await solve({ ...settled, objective: { change: 10_000 } });
        expect(dear.changes).toEqual([]);
        const cheap = await solve({ ...settled, objective: { change: 0 } });
        expect(cheap.cost.total).toBe(before.cost.total);
        if (cheap.changes.length > 0) kept++;
      }),
      { numRuns: 40 },
    );
    expect(kept).toBeGreaterThan(20);
  });
});

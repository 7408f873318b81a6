import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomTours } from "../../../test/randomTours.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { explainUnassigned, explainUnassignedTransports } from "../../explain/explainUnassigned.js";
import { reasonWording } from "../../explain/reasons.js";
import { toGeoJSON } from "../../io/toGeoJSON.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const drawn = (seed: number): Problem =>
  randomTours(seed, { visits: 6 + (seed % 20), caregivers: 2 + (seed % 4), days: 1 + (seed % 4), rich: seed % 5 > 0, transports: 2 + (seed % 5) });

describe("a problem with tours, whatever else it asks for", () => {
  it("is solved to a plan that the checker accepts, evaluates to the same cost and gives true reasons", async () => {
    const seen = { staying: 0, returned: 0, noBed: 0, nights: 0, stopsOnTour: 0, idleDays: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = drawn(seed);
        const { plan } = await solve(problem, { maxIterations: 120, seed });
        expect(verify(problem, plan)).toEqual([]);
        const again = evaluate(problem, plan.routes);
        expect([again.routes, again.cost]).toEqual([plan.routes, plan.cost]);
        expect(explainUnassigned(problem, plan)).toEqual(plan.unassigned);
        for (const { kind, reasons } of plan.unassigned)
          for (const { code } of reasons) {
            expect([code, reasonWording(code)]).toEqual([code, { zh: expect.any(String), en: expect.any(String) }]);
            expect([kind, code]).not.toEqual(["crowdedOut", "INSERTION_POSSIBLE"]);
          }
        expect(toGeoJSON(problem, plan).features.length).toBe(plan.routes.reduce((sum, { stops }) => sum + 1 + stops.length, 0));
        for (const { tour, stops } of plan.routes) {
          if (tour === undefined) continue;
          const made = stops.filter(({ kind }) => kind !== "lodging" && kind !== "break").length;
          seen.nights += stops.filter(({ kind }) => kind === "lodging").length;
          seen.stopsOnTour += made;
          if (made === 0) seen.idleDays++;
        }
        seen.left += plan.unassigned.length;
        expect(explainUnassignedTransports(problem, plan)).toEqual(plan.unassignedTransports ?? []);
        seen.noBed += plan.unassignedTransports?.filter(({ reasons }) => reasons.some(({ code }) => code === "BED_NOT_FREE")).length ?? 0;
        for (const { kind, id } of plan.routes.flatMap(({ stops }) => stops)) {
          const transport = problem.transports?.find((each) => each.id === id);
          if (kind === "alight" && transport?.bed !== undefined && transport.bed === transport.to) seen.staying++;
          if (kind === "board" && transport?.returnOf !== undefined) seen.returned++;
        }
      }),
      { numRuns: 55 },
    );
    expect([seen.staying > 10, seen.returned > 5, seen.noBed > 5]).toEqual([true, true, true]);
    expect([seen.nights > 20, seen.stopsOnTour > 100, seen.idleDays > 0, seen.left > 20]).toEqual([true, true, true, true]);
  });

  it("is solved the same for the same seed and iterations, whatever threads are asked for", async () => {
    for (const seed of [7, 14]) {
      const problem = drawn(seed);
      const once = await solve(problem, { maxIterations: 200, seed });
      const again = await solve(problem, { maxIterations: 200, seed, threads: 2 });
      expect(JSON.stringify(again.plan)).toBe(JSON.stringify(once.plan));
      expect(again.run.threads).toBe(1);
    }
  });

  it("goes on from a plan that it is given, nights and all", async () => {
    for (const seed of [8, 11, 23]) {
      const problem = drawn(seed);
      const first = await solve(problem, { maxIterations: 300, seed });
      const second = await solve(problem, { maxIterations: 0, start: first.plan });
      expect(second.plan).toEqual(first.plan);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, mutate, replacements } from "../../test/mutate.js";
import { randomProblem } from "../../test/randomProblem.js";
import { randomTours } from "../../test/randomTours.js";
import { evaluate } from "../evaluate/evaluate.js";
import { Random } from "../improve/random.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";

describe("whatever is given as a problem", () => {
  it("is validated without an exception", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Array.isArray(validate(value as Problem))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is refused with issues, or solved to a plan that the checker accepts", async () => {
    let solved = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), replacements, async (seed, other) => {
        const asked = { visits: 5, caregivers: 2, days: 2, rich: true };
        const problem = seed % 2 === 0 ? randomProblem(seed, asked) : randomTours(seed, { ...asked, transports: 3 });
        const random = new Random(seed);
        const json: Json = JSON.parse(JSON.stringify(problem));
        const mutated: unknown = mutate(json, () => random.unit(), other);
        const written = mutated as Problem;
        if (validate(written).some(({ severity }) => severity === "error")) return;
        solved++;
        const { plan } = await solve(written, { maxIterations: 20, seed });
        expect(verify(written, plan)).toEqual([]);
        expect(evaluate(written, plan.routes)).toEqual(plan);
      }),
      { numRuns: 150 },
    );
    expect(solved).toBeGreaterThan(20);
  });
});

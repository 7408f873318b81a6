import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomProblem } from "../../test/randomProblem.js";
import { evaluate } from "../evaluate/evaluate.js";
import { Random } from "../improve/random.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const texts = ["08:00", "13:30", "24:00", "2026-11-23", "2026-11-24", "c-1", "c-2", "home-1", "station-2", "car", "walk", "female", "mn", ""];
const numbers = [0, 1, 2, 5, 30, 480, 0.5, -1, 1e9];

/** Another value of the same kind. */
function alike(value: Json, pick: () => number): Json {
  const from = <Value>(values: readonly Value[]): Value => values[Math.floor(pick() * values.length)] as Value;
  if (typeof value === "string") return from(texts);
  if (typeof value === "number") return from(numbers);
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return from([[], [...value].reverse(), value.slice(1), [...value, ...value.slice(0, 1)]]);
  if (value === null) return from(texts);
  const dropped = from(Object.keys(value));
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== dropped));
}

/** A copy of some JSON in which one value, picked by lot, is another: mostly of the same kind, else `other`. */
function mutate(value: Json, pick: () => number, other: Json): Json {
  if (typeof value !== "object" || value === null || pick() < 0.1) return pick() < 0.8 ? alike(value, pick) : other;
  const keys = Object.keys(value);
  const key = keys[Math.floor(pick() * keys.length)];
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? mutate(item, pick, other) : item));
  return { ...value, [key]: mutate(value[key] ?? null, pick, other) };
}

const replacements = fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json);

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
        const problem = randomProblem(seed, { visits: 5, caregivers: 2, days: 2, rich: true });
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

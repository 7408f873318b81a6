import { describe, expect, it } from "vitest";
import { linkedPair } from "../../../test/linkedPair.js";
import { evaluate } from "../../evaluate/evaluate.js";
import type { Problem } from "../../model/problem.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

/** Visits of an hour and of half an hour, ten minutes apart, and caregivers of some ratings; undefined for one who has none. */
const rated = (ratings: readonly (number | undefined)[], objective: Problem["objective"]): Problem => {
  const problem = linkedPair({ objective });
  const [first] = problem.caregivers;
  if (first === undefined) throw new RangeError("no caregiver");
  const caregivers = ratings.map((rating, row) => ({ ...first, id: `c-${row + 1}`, ...(rating === undefined ? {} : { rating }) }));
  return { ...problem, caregivers };
};
const made = async (problem: Problem) => {
  const { plan } = await solve(problem, { maxIterations: 100, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return { makers: plan.routes.map(({ caregiver }) => caregiver), cost: plan.cost.lowerRating };
};
const both = (caregiver: string) => [{ caregiver, date: "2026-11-23", stops: ["x-1", "x-2"].map((id) => ({ kind: "visit" as const, id })) }];

describe.each([
  ["the search of routes", {}],
  ["the search of an order of appointments", { idlestMinute: 0.001 }],
])("ratings in %s", (_, other) => {
  it("send the best rated where nothing else differs", async () => {
    expect(await made(rated([3, 4.5], { ...other, ratingPoint: 1 }))).toEqual({ makers: ["c-2"], cost: 0 });
    expect(await made(rated([4.5, 3], { ...other, ratingPoint: 1 }))).toEqual({ makers: ["c-1"], cost: 0 });
  });

  it("take who is not rated yet for the mean of the others", async () => {
    const three = (working: number) => {
      const problem = rated([undefined, 2, 5], { ...other, ratingPoint: 1 });
      return { ...problem, caregivers: problem.caregivers.map((each, row) => (row < working ? each : { ...each, shifts: [] })) };
    };
    expect(await made(three(3))).toEqual({ makers: ["c-3"], cost: 0 });
    // rather she than who is known to be rated low, at a point and a half a visit
    expect(await made(three(2))).toEqual({ makers: ["c-1"], cost: 3 });
  });
});

describe("a plan's cost", () => {
  it("lists points below the best rated for each visit, and is found wrong where it is not so", () => {
    const problem = rated([undefined, 2, 5], { ratingPoint: 2 });
    expect(evaluate(problem, both("c-1")).cost.lowerRating).toBe(6);
    expect(evaluate(problem, both("c-2")).cost.lowerRating).toBe(12);
    expect(evaluate(rated([2, 5], {}), both("c-1")).cost).not.toHaveProperty("lowerRating");
    const plan = evaluate(problem, both("c-2"));
    const wrong = { ...plan, cost: { ...plan.cost, lowerRating: 11, total: plan.cost.total - 1 } };
    expect(verify(problem, wrong).map(({ code }) => code)).toEqual(["WRONG_COST", "WRONG_COST"]);
  });
});

describe("a rating", () => {
  it("without a price, and a price without any rating, are worth a word", () => {
    const found = (...asked: Parameters<typeof rated>) => validate(rated(...asked)).map(({ code, pointer }) => [code, pointer]);
    expect(found([3, undefined], {})).toEqual([["RATING_NOT_PRICED", "/caregivers/0/rating"]]);
    expect(found([undefined, undefined], { ratingPoint: 1 })).toEqual([["NOBODY_RATED", "/objective/ratingPoint"]]);
    expect(found([3, undefined], { ratingPoint: 1 })).toEqual([]);
    expect(found([undefined], {})).toEqual([]);
  });
});

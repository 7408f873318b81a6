import { describe, expect, it } from "vitest";
import { bothSearches, workDays } from "../../../test/workDays.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { validate } from "../../model/validate.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const week = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"] as const;
const daysFrom = (first: number, last = 6) => Object.fromEntries(week.slice(first, last + 1).map((date) => [date, 60]));
const resting = (days: Record<string, number>, restDaysPerWeek: number, worked?: Record<string, number>, objective = {}) =>
  workDays(days, {
    caregiver: { restDaysPerWeek },
    objective,
    ...(worked === undefined ? {} : { history: { workedMinutes: { "c-1": worked } } }),
  });
const allMade = (problem: ReturnType<typeof workDays>) =>
  evaluate(
    problem,
    problem.visits.map(({ id }) => ({ caregiver: "c-1", date: id, stops: [{ kind: "visit" as const, id }] })),
  );

const cases: readonly (readonly [string, Parameters<typeof resting>, number, boolean])[] = [
  ["a whole week has its day of rest", [daysFrom(0), 1], 6, true],
  ["a whole week has two days of rest", [daysFrom(0), 2], 5, true],
  ["six days of a week leave the seventh", [daysFrom(0, 5), 1], 6, false],
  ["a week may be all rest", [daysFrom(0), 7], 0, true],
  ["days before the horizon of which nothing is known may have been worked", [daysFrom(5), 1], 1, true],
  ["a Sunday after six days of which nothing is known is one of rest", [daysFrom(6), 1], 0, true],
  ["a day off before the horizon is one of rest", [daysFrom(5), 1, { [week[2]]: 0 }], 2, false],
  ["a day worked before the horizon is none", [daysFrom(5), 1, { [week[2]]: 30 }], 1, true],
  ["days after the horizon can still be of rest", [daysFrom(0, 2), 4], 3, false],
  [
    "every week has its own",
    [{ "2026-11-28": 60, "2026-11-29": 60, "2026-11-30": 60 }, 6, Object.fromEntries(week.slice(0, 5).map((date) => [date, 0]))],
    2,
    true,
  ],
];

describe.each(bothSearches)("days of rest in %s", (_, objective) => {
  it.each(cases)("%s", async (_name, [days, least, worked], made) => {
    const problem = resting(days, least, worked, objective);
    const { plan } = await solve(problem, { maxIterations: 60, seed: 1 });
    expect(plan.routes).toHaveLength(made);
    expect(verify(problem, plan)).toEqual([]);
    for (const { reasons } of plan.unassigned) expect(reasons.map(({ code }) => code)).toEqual(["REST_DAY"]);
  });
});

describe("days of rest in a plan made by hand", () => {
  it.each(cases)("%s", (_name, [days, least, worked], _made, breaks) => {
    const problem = resting(days, least, worked);
    expect(verify(problem, allMade(problem)).map(({ code }) => code)).toEqual(breaks ? ["TOO_FEW_REST_DAYS"] : []);
  });
});

describe("a caregiver of whose week nobody has told", () => {
  it("is named where that leaves her fewer days than she has shifts", () => {
    const found = (...asked: Parameters<typeof resting>) => validate(resting(...asked)).map(({ code, pointer }) => [code, pointer]);
    expect(found(daysFrom(5), 1)).toEqual([["REST_DAYS_UNKNOWN", "/caregivers/0/restDaysPerWeek"]]);
    expect(found(daysFrom(4), 0)).toEqual([]);
    expect(found(daysFrom(6, 6), 0)).toEqual([]);
    expect(found(daysFrom(5), 1, { [week[0]]: 0 })).toEqual([]);
    expect(found(daysFrom(0), 1)).toEqual([]);
  });
});

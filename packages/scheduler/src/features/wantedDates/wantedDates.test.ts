import { describe, expect, it } from "vitest";
import { bothSearches, workDays } from "../../../test/workDays.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { validate } from "../../model/validate.js";
import type { Visit } from "../../model/visit.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const days = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;

/** One visit on any of three days, of which only some have room for an hour of work. */
const wanted = (
  wantedBy: string | undefined,
  { objective = {}, open = days, visit = {} }: { objective?: object; open?: readonly string[]; visit?: Partial<Visit> } = {},
) => {
  const problem = workDays(Object.fromEntries(days.map((date) => [date, 60])), { objective });
  return {
    ...problem,
    caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, shifts: caregiver.shifts.filter(({ date }) => open.includes(date)) })),
    visits: [{ id: "x", place: "home", serviceMinutes: 40, ...visit, when: { ...visit.when, ...(wantedBy === undefined ? {} : { wantedBy }) } }],
  };
};

describe.each(bothSearches)("a date by which a visit is wanted in %s", (_, other) => {
  const plan = async (problem: ReturnType<typeof wanted>) => {
    const found = (await solve(problem, { maxIterations: 60, seed: 1 })).plan;
    expect(verify(problem, found)).toEqual([]);
    return [found.routes[0]?.date, found.cost.overdueDays];
  };

  it("has it made by then", async () => {
    expect(await plan(wanted(days[1], { objective: other, open: days.slice(1) }))).toEqual([days[1], 0]);
    expect(await plan(wanted(days[0], { objective: other }))).toEqual([days[0], 0]);
  });

  it("has it made as soon as can be where it is late anyway", async () => {
    expect(await plan(wanted("2026-11-20", { objective: { ...other, overdueDay: 2 }, open: days.slice(1) }))).toEqual([days[1], 8]);
  });

  it("is made later where that saves more than the days cost", async () => {
    const visit = { prefers: ["c-2"] };
    const helper = { id: "c-2", profile: "walk", shifts: [{ date: days[2], from: "06:00", to: "22:00", start: "station", end: "station" }] };
    const shared = (overdueDay: number) => {
      const problem = wanted(days[0], { objective: { ...other, overdueDay, notPreferred: 10 }, visit });
      return { ...problem, caregivers: [...problem.caregivers, helper] };
    };
    expect(await plan(shared(4))).toEqual([days[2], 8]);
    expect(await plan(shared(6))).toEqual([days[0], 0]);
  });

  it("costs a visit that is left out all days to the end of the horizon and one more", async () => {
    expect(await plan(wanted(days[0], { objective: other, open: [] }))).toEqual([undefined, 15]);
    expect(await plan(wanted("2026-11-26", { objective: other, open: [] }))).toEqual([undefined, 0]);
    // 20 minutes of travel to a visit that costs 10 to leave out: worth it only for the days that it saves
    const cheap = { priority: 5 };
    expect(await plan(wanted(undefined, { objective: other, visit: cheap }))).toEqual([undefined, undefined]);
    expect(await plan(wanted(days[0], { objective: other, visit: cheap }))).toEqual([days[0], 0]);
  });
});

describe("a plan's cost", () => {
  it("is found wrong where days are not counted", () => {
    const problem = wanted("2026-11-20");
    const plan = evaluate(problem, [{ caregiver: "c-1", date: days[1], stops: [{ kind: "visit", id: "x" }] }]);
    expect(plan.cost.overdueDays).toBe(20);
    const wrong = { ...plan, cost: { ...plan.cost, overdueDays: 0 } };
    expect(verify(problem, wrong).map(({ code }) => code)).toEqual(["WRONG_COST"]);
  });
});

describe("a date by which a visit is wanted", () => {
  it("is no later than it is due", () => {
    const found = (dueBy: string) => validate(wanted(days[1], { visit: { when: { dueBy } } })).map(({ code, pointer }) => [code, pointer]);
    expect(found(`${days[0]}T12:00`)).toEqual([["WANTED_AFTER_DUE", "/visits/0/when/wantedBy"]]);
    expect(found(days[1])).toEqual([]);
  });
});

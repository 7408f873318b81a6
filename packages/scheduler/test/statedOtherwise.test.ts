import { describe, expect, it } from "vitest";
import type { Problem } from "../src/model/problem.js";
import { solve } from "../src/solve.js";
import { verify } from "../src/verify/verify.js";
import { linkedPair } from "./linkedPair.js";
import { twoVisits } from "./twoVisits.js";

const planOf = async (problem: Problem) => {
  const { plan } = await solve(problem, { maxIterations: 200, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  expect(plan.unassigned).toEqual([]);
  return plan.routes.map(({ caregiver, stops }) => [caregiver, ...stops.map(({ id, start, end }) => `${id} ${start}–${end}`)]);
};

describe("what a problem has no field of its own for", () => {
  it("is an appointment of the caregiver's own wherever she is: a break at a fixed time", async () => {
    const problem = twoVisits({ visit: { when: {} } });
    const call = { minutes: 20, from: "13:40", to: "13:40" };
    const caregivers = problem.caregivers.map((each) => ({ ...each, shifts: each.shifts.map((shift) => ({ ...shift, breaks: [call] })) }));
    expect((await planOf({ ...problem, caregivers }))[0]).toContain("break-1 13:40–14:00");
  });

  it("is an appointment of hers at a place: a visit fixed to her, its date and its start", async () => {
    const problem = twoVisits({ visit: { serviceMinutes: 45, when: {}, fixed: { caregiver: "c-1", date: "2026-11-23", start: "14:00" } } });
    const [route] = await planOf(problem);
    expect(route).toContain("x-1 14:00–14:45");
  });

  it("is a visit longer than any shift: visits that follow each other at once, with different caregivers", async () => {
    const visits = ["x-1", "x-2"];
    const long = { place: "home-1", person: "p-1", serviceMinutes: 7 * 60 };
    const problem = linkedPair({
      visits: [long, long],
      links: [
        { kind: "sequence", visits, maxMinutes: 0 },
        { kind: "apart", visits },
      ],
    });
    const shifts = [
      { from: "06:00", to: "14:00" },
      { from: "12:00", to: "22:00" },
    ];
    const caregivers = problem.caregivers.map((each, row) => ({ ...each, shifts: each.shifts.map((shift) => ({ ...shift, ...shifts[row] })) }));
    expect(await planOf({ ...problem, caregivers })).toEqual([
      ["c-1", "x-1 06:10–13:10"],
      ["c-2", "x-2 13:10–20:10"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { ride, toBeds, tourDates } from "../../../test/toBeds.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { explainUnassignedTransports } from "../../explain/explainUnassigned.js";
import type { Plan, RouteOrder } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const [monday, tuesday] = tourDates;
const best = async (problem: Problem): Promise<Plan> => {
  const { plan } = await solve(problem, { maxIterations: 300, seed: 1 });
  expect(verify(problem, plan)).toEqual([]);
  return plan;
};
const left = (plan: Plan): unknown =>
  plan.unassignedTransports?.map(({ transport, kind, reasons }) => [transport, kind, ...new Set(reasons.map(({ code }) => code))]);
const carried = (caregiver: string, date: string, ...ids: readonly string[]): RouteOrder => ({
  caregiver,
  date,
  stops: ids.flatMap((id) => [
    { kind: "board", id },
    { kind: "alight", id },
  ]),
});
const breaches = (problem: Problem, ...orders: readonly RouteOrder[]): string[] =>
  verify(problem, evaluate(problem, orders)).map(({ code, transport, date }) => [code, transport, date].filter(Boolean).join(" "));
const fetch = (id: string) => ride(id, { bed: "base" });

describe("a bed at a centre", () => {
  it("is for one of two who could be fetched", async () => {
    const problem = toBeds([fetch("t-1"), fetch("t-2")], 1);
    const plan = await best(problem);
    expect(plan.unassignedTransports?.map(({ kind, reasons }) => [kind, ...reasons.map(({ code }) => code)])).toEqual([
      ["crowdedOut", "BED_NOT_FREE", "BED_NOT_FREE"],
    ]);
    expect(left(await best(toBeds([fetch("t-1"), fetch("t-2")], 2)))).toEqual([]);
    expect(breaches(problem, carried("c-1", monday, "t-1"), carried("c-2", monday, "t-2"))).toEqual([`BED_NOT_FREE t-1 ${monday}`]);
  });

  it("is free from the date on which it is said to be", async () => {
    const problem = toBeds([fetch("t-1")], [{ date: tuesday, count: 1 }], 2);
    const plan = await best(problem);
    expect(plan.routes.map(({ date }) => date)).toEqual([tuesday]);
    expect(breaches(problem, carried("c-1", monday, "t-1"))).toEqual([`BED_NOT_FREE t-1 ${monday}`]);
    expect(left(await best(toBeds([fetch("t-1")], [{ date: "2026-11-30", count: 1 }], 2)))).toEqual([["t-1", "crowdedOut", "BED_NOT_FREE"]]);
  });

  it("is kept by who has it, also when fewer are free later on", async () => {
    const fewer = [
      { date: tuesday, count: 0 },
      { date: monday, count: 1 },
    ];
    const problem = toBeds([fetch("t-1")], fewer, 2);
    expect(left(await best(problem))).toEqual([["t-1", "crowdedOut", "BED_NOT_FREE"]]);
    expect(breaches(problem, carried("c-1", monday, "t-1"))).toEqual([`BED_NOT_FREE t-1 ${tuesday}`]);
  });

  it("is left by who is brought home, and taken by another from then on", async () => {
    const home = ride("t-2", { from: "base", to: "home-1", bed: "base" });
    const problem = toBeds([fetch("t-1"), home], 0);
    const plan = await best(problem);
    expect([left(plan), plan.routes.flatMap(({ stops }) => stops.map(({ kind, id, start }) => `${start} ${kind} ${id}`))]).toEqual([
      [],
      ["08:00 board t-2", "08:55 board t-1", "09:00 alight t-2", "09:55 alight t-1"],
    ]);
    const late = { ...problem, transports: [fetch("t-1"), { ...home, when: { daily: [{ from: "10:00", to: "10:00" }] } }] };
    expect(breaches(late, carried("c-1", monday, "t-1"), carried("c-2", monday, "t-2"))).toEqual([`BED_NOT_FREE t-1 ${monday}`]);
    expect(breaches(late, carried("c-1", monday, "t-2", "t-1"))).toEqual([]);
    expect(breaches(problem, carried("c-1", monday, "t-1"))).toEqual([`BED_NOT_FREE t-1 ${monday}`]);
  });

  it("is no concern of who is brought to the same place without one", async () => {
    expect(left(await best(toBeds([fetch("t-1"), ride("t-2", {})], 1)))).toEqual([]);
  });
});

describe("somebody who is brought back", () => {
  const back = (amend: object = {}) => ride("t-2", { from: "base", to: "home-1", returnOf: "t-1", ...amend });

  it("is fetched before, by whomever", async () => {
    const problem = toBeds([back({ when: { daily: [{ from: "08:00", to: "10:00" }] } }), ride("t-1", {})], 0);
    const plan = await best(problem);
    expect([left(plan), plan.routes.length]).toEqual([[], 1]);
    expect(breaches(problem, carried("c-1", monday, "t-1"), carried("c-2", monday, "t-2"))).toEqual(["NOT_FETCHED_BEFORE t-2"]);
    expect(breaches(problem, carried("c-1", monday, "t-2"))).toEqual(["NOT_FETCHED_BEFORE t-2"]);
    const nextDay = toBeds([ride("t-1", { when: { dates: [tuesday] } }), back({ when: { dates: [monday] } })], 0, 2);
    expect(left(await best(nextDay))).toEqual([["t-2", "crowdedOut", "NOT_FETCHED_BEFORE"]]);
  });

  it("stays where she is if nobody fetches her: the way back is then crowded out, not impossible", async () => {
    const problem = toBeds([ride("t-1", { wheelchair: true }), back()], 0);
    expect(left(await best(problem))).toEqual([
      ["t-1", "impossible", "WHEELCHAIRS_SHORT"],
      ["t-2", "crowdedOut", "NOT_FETCHED_BEFORE"],
    ]);
    const plan = evaluate(problem, []);
    expect(explainUnassignedTransports(problem, plan)).toEqual(plan.unassignedTransports);
  });

  it("leaves the bed that she took to the next", async () => {
    const stay = { bed: "base", when: { dates: [monday] } };
    const problem = toBeds([ride("t-1", stay), back({ when: { dates: [tuesday] } }), ride("t-3", { bed: "base", from: "home-2" })], 1, 2);
    const plan = await best(problem);
    expect(left(plan)).toEqual([]);
    expect(breaches(problem, carried("c-1", monday, "t-1"), carried("c-2", monday, "t-3"))).toEqual([`BED_NOT_FREE t-3 ${monday}`]);
    expect(breaches(problem, carried("c-1", monday, "t-1"), carried("c-1", tuesday, "t-2", "t-3"))).toEqual([]);
    expect(breaches(problem, carried("c-1", monday, "t-1"), carried("c-1", tuesday, "t-3", "t-2"))).toEqual([`BED_NOT_FREE t-3 ${tuesday}`]);
  });
});

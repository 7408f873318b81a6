import { describe, expect, it } from "vitest";
import { onTour, type TourWanted, tourDates } from "../../../test/onTour.js";
import { evaluate } from "../../evaluate/evaluate.js";
import { explainUnassigned } from "../../explain/explainUnassigned.js";
import { toICalendar } from "../../io/toICalendar.js";
import type { Caregiver } from "../../model/caregiver.js";
import type { Plan } from "../../model/plan.js";
import type { Problem } from "../../model/problem.js";
import { solve } from "../../solve.js";
import { verify } from "../../verify/verify.js";

const [date] = tourDates;
const best = async (problem: Problem): Promise<Plan> => (await solve(problem, { maxIterations: 100, seed: 1 })).plan;
const reasonsOf = async (wanted: TourWanted): Promise<unknown> =>
  (await best(onTour(wanted))).unassigned.map(({ visit, reasons }) => [visit, ...reasons]);
const bothVisits = { caregiver: "c-1", date, stops: ["x-1", "x-2"].map((id) => ({ kind: "visit" as const, id })) };
const breaches = (wanted: TourWanted): string[] => {
  const problem = onTour(wanted);
  return verify(problem, evaluate(problem, [bothVisits])).map(({ code }) => code);
};

describe("two caregivers who share a vehicle for a day", () => {
  it("make one route, under the name of who is listed first", async () => {
    const problem = onTour();
    const plan = await best(problem);
    expect(
      plan.routes.map(({ caregiver, tour, vehicle, departs, returns, stops }) => [caregiver, tour, vehicle, departs, returns, stops.length]),
    ).toEqual([["c-1", "tour-1", "van", "08:00", "13:40", 2]]);
    expect([plan.unassigned, plan.cost.travel, verify(problem, plan)]).toEqual([[], 220, []]);
    expect(toICalendar(problem, plan, "c-2")).toContain("p-1");
  });

  const needs: readonly [string, Partial<Caregiver>, NonNullable<Problem["visits"][number]["needs"]>, string][] = [
    ["a skill", { skills: { bathing: 2 } }, { skills: { bathing: 2 } }, "SKILL_MISSING"],
    ["a certificate", { certificates: [{ kind: "nurse", level: 1 }] }, { certificates: [{ kind: "nurse" }] }, "CERTIFICATE_MISSING"],
    ["a caregiver's sex", { sex: "female" }, { sex: "female" }, "SEX_WISH"],
    ["a language", { languages: ["mn"] }, { language: "mn" }, "LANGUAGE_WISH"],
    ["a tag", { tags: ["dementia"] }, { tags: ["dementia"] }, "TAG_MISSING"],
    ["goods", { stock: { meals: 1 } }, { stock: { meals: 1 } }, "STOCK_SHORT"],
  ];
  it.each(needs)("meet the need for %s where either of them does, and not where neither does", async (_, has, visitNeeds, code) => {
    const visits = [{ needs: visitNeeds }, {}] as const;
    const lacking: Partial<Caregiver> = code === "STOCK_SHORT" ? { stock: {} } : {};
    for (const crew of [[has, lacking] as const, [lacking, has] as const]) {
      expect((await best(onTour({ crew, visits }))).unassigned).toEqual([]);
      expect(breaches({ crew, visits })).toEqual([]);
    }
    expect(await reasonsOf({ crew: [lacking, lacking], visits })).toEqual([["x-1", expect.objectContaining({ code, caregiver: "c-1" })]]);
    expect(breaches({ crew: [lacking, lacking], visits })).toEqual([code]);
  });

  it("meet needs for several skills between them", async () => {
    const visits = [{ needs: { skills: { bathing: 1, nursing: 1 } } }, {}] as const;
    expect((await best(onTour({ visits, crew: [{ skills: { bathing: 1 } }, { skills: { nursing: 1 } }] }))).unassigned).toEqual([]);
  });

  it("are barred where either of them is, wanted where either of them is, and each of them counts as having come", async () => {
    expect(await reasonsOf({ visits: [{ bars: ["c-2"] }, {}] })).toEqual([
      ["x-1", { code: "BARRED", caregiver: "c-1", relax: { bars: { without: "c-2" } } }],
    ]);
    expect(breaches({ visits: [{ bars: ["c-2"] }, {}] })).toEqual(["BARRED"]);
    const others: TourWanted = { visits: [{ only: ["c-2"], prefers: ["c-2"] }, { fixed: { caregiver: "c-2", date } }] };
    const plan = await best(onTour(others));
    expect([plan.unassigned, plan.cost.notPreferred, breaches(others)]).toEqual([[], 0, []]);
  });

  it("work no longer than either of them may, in the day and in the week", async () => {
    for (const crew of [[{ workMinutes: { perDay: 339 } }, {}] as const, [{}, { workMinutes: { perDay: 339 } }] as const]) {
      expect((await best(onTour({ crew }))).unassigned.map(({ reasons }) => reasons[0]?.code)).toEqual(["WORK_LIMIT"]);
      expect(breaches({ crew })).toEqual(["DAY_TOO_LONG"]);
    }
    expect((await best(onTour({ crew: [{ workMinutes: { perDay: 340 } }, { workMinutes: { perWeek: 340 } }] }))).unassigned).toEqual([]);
    expect(breaches({ crew: [{}, { workMinutes: { perWeek: 339 } }] })).toEqual(["WEEK_TOO_LONG"]);
  });

  it("take as long as the visits say, however quick either is alone", () => {
    const crew = [{ serviceTimeFactor: 0.5 }, { serviceTimeFactor: 2 }] as const;
    expect(evaluate(onTour({ crew }), [bothVisits]).routes[0]?.returns).toBe("13:40");
    expect(breaches({ crew })).toEqual([]);
  });

  it("cost a day each, and the road once", () => {
    const wanted: TourWanted = { objective: { caregiverDay: 7 } };
    const { cost } = evaluate(onTour(wanted), [bothVisits]);
    expect([cost.caregiverDay, cost.travel, breaches(wanted)]).toEqual([14, 220, []]);
  });

  it("go by the tour's way of travelling, else by the leader's", () => {
    const problem = onTour();
    const slow = { kind: "straightLine", circuity: 1, metresPerSecond: 5 } as const;
    const travel = { profiles: { ...problem.travel.profiles, slow } };
    const [first, second] = problem.caregivers as [Caregiver, Caregiver];
    const byLeader = { ...problem, travel, caregivers: [first, { ...second, profile: "slow" }] };
    expect(evaluate(byLeader, [bothVisits]).routes[0]?.returns).toBe("13:40");
    const byTour = { ...problem, travel, tours: problem.tours?.map((tour) => ({ ...tour, profile: "slow" })) ?? [] };
    const plan = evaluate(byTour, [bothVisits]);
    expect(plan.routes[0]?.returns).not.toBe("13:40");
    expect(new Set(verify(byTour, plan).map(({ code }) => code))).toEqual(new Set(["OUTSIDE_SHIFT"]));
  });

  it("leave no more seats to passengers than they do not sit on themselves", async () => {
    const transports = [{ id: "t-1", from: "home-1", to: "base", boardMinutes: 5, alightMinutes: 5, seats: 2 }];
    const carrying = (seats: number): Problem => ({ ...onTour({ seats }), transports });
    expect((await best(carrying(3))).unassignedTransports).toEqual([]);
    expect((await best(carrying(2))).unassignedTransports?.map(({ reasons }) => reasons)).toEqual([
      [{ code: "SEATS_SHORT", caregiver: "c-1", relax: { seats: 1 } }],
    ]);
    const { plan } = await solve(carrying(3), { maxIterations: 20 });
    expect(verify(carrying(2), plan).map(({ code }) => code)).toEqual(["SEATS_EXCEEDED"]);
  });

  it("have no route beside the team's, which is nobody's but the leader's", () => {
    const problem = onTour();
    const plan = evaluate(problem, [bothVisits]);
    const [route] = plan.routes;
    if (route === undefined) throw new Error("no route");
    const codes = (routes: readonly (typeof route)[]): string[] => verify(problem, { ...plan, routes }).map(({ code }) => code);
    expect(codes([{ ...route, caregiver: "c-2" }])).toContain("UNKNOWN_ROUTE");
    const { tour, ...untold } = route;
    expect(codes([untold])).toEqual(["WRONG_TOUR"]);
    expect(codes([{ ...route, vehicle: null }])).toEqual(["WRONG_VEHICLE"]);
  });

  it("are answered for by their leader where a visit is left out", () => {
    const problem = onTour({ visits: [{ needs: { skills: { bathing: 1 } } }, {}] });
    expect(
      explainUnassigned(problem, evaluate(problem, [])).map(({ visit, reasons }) => [visit, reasons.map(({ code, caregiver }) => [code, caregiver])]),
    ).toEqual([
      ["x-1", [["SKILL_MISSING", "c-1"]]],
      ["x-2", [["INSERTION_POSSIBLE", "c-1"]]],
    ]);
  });
});

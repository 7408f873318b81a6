import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";
import type { Shift } from "./caregiver.js";
import type { Plan } from "./plan.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";
import type { Visit } from "./visit.js";

const date = "2026-11-23";
const shift: Shift = { date, from: "08:00", to: "16:00", start: "station", end: "station" };
type State = NonNullable<NonNullable<Visit["fixed"]>["state"]>;

/** One caregiver without breaks unless given, x-1 and x-2 at any hour unless amended. */
function day(now: string, amend: { visits?: readonly [Partial<Visit>, Partial<Visit>]; shift?: Partial<Shift> } = {}): Problem {
  const problem = twoVisits();
  return {
    ...problem,
    now: `${date}T${now}`,
    caregivers: [{ id: "c-1", profile: "walk", shifts: [{ ...shift, ...amend.shift }] }],
    visits: problem.visits.map(({ when: _, ...visit }, index) => ({ ...visit, ...amend.visits?.[index] })),
  };
}
const begun = (start: string, state: State) => ({ fixed: { caregiver: "c-1", date, start, state } });
const times = (plan: Plan) =>
  plan.routes.flatMap(({ departs, returns, stops }) => [departs, ...stops.map(({ id, start, end }) => `${id} ${start}–${end}`), returns]);
const planOf = async (problem: Problem): Promise<Plan> => (await solve(problem, { maxIterations: 50 })).plan;

describe("the present moment", () => {
  it("lets nothing begin before it, nor anybody set out", async () => {
    const problem = day("12:00");
    const plan = await planOf(problem);
    expect(times(plan)).toEqual(["12:00", "x-2 12:10–12:40", "x-1 12:50–13:50", "14:00"]);
    expect(verify({ ...problem, now: `${date}T12:01` }, plan).map(({ code }) => code)).toEqual(["OUTSIDE_SHIFT"]);
  });

  it("leaves a day that is over as it is and unused", async () => {
    expect(await planOf({ ...day("08:00"), now: "2026-11-24T09:00" })).toMatchObject({ routes: [], unassigned: [{}, {}] });
  });

  it("lets a caregiver set out from where her last visit was, not before now", async () => {
    const problem = day("12:00", { visits: [begun("09:00", "done"), {}] });
    const plan = await planOf(problem);
    expect(times(plan)).toEqual(["08:50", "x-1 09:00–10:00", "x-2 12:10–12:40", "12:50"]);
    expect(plan.routes[0]?.stops[1]?.arrive).toBe("12:10");
    expect(verify(problem, plan)).toEqual([]);
  });

  it("does not hold up whoever has gone home", () => {
    const problem = day("12:00", { visits: [begun("09:00", "done"), begun("10:10", "done")] });
    const plan = evaluate(problem, [{ caregiver: "c-1", date, stops: ["x-1", "x-2"].map((id) => ({ kind: "visit", id })) }]);
    expect(times(plan)).toEqual(["08:50", "x-1 09:00–10:00", "x-2 10:10–10:40", "10:50"]);
    expect(verify(problem, plan)).toEqual([]);
  });
});

describe("what has begun", () => {
  it("stays, though it began outside its hours, late and before the shift", async () => {
    for (const start of ["07:30", "11:15"]) {
      const problem = day("12:00", {
        visits: [{ ...begun(start, "done"), when: { daily: [{ from: "09:00", to: "10:00" }], dueBy: `${date}T10:00` } }, {}],
      });
      expect(validate(problem)).toEqual([]);
      const plan = await planOf(problem);
      expect(plan.routes[0]?.stops[0]).toMatchObject({ id: "x-1", start });
      expect(verify(problem, plan)).toEqual([]);
    }
  });

  it("stays though its caregiver lacks what the visit needs, or another is preferred", async () => {
    const problem = day("12:00", { visits: [{ ...begun("09:00", "started"), needs: { sex: "female" } }, {}] });
    const plan = await planOf(problem);
    expect(plan.unassigned).toEqual([]);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("is believed where it was reached sooner than the roads allow", async () => {
    const problem = day("12:00", { visits: [begun("09:00", "done"), begun("10:02", "done")] });
    const plan = await planOf(problem);
    expect(times(plan)).toEqual(["08:50", "x-1 09:00–10:00", "x-2 10:02–10:32", "10:42"]);
    expect(plan.cost.travel).toBe(30);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("is believed where it lasts longer than the shift", async () => {
    const problem = day("15:55", { visits: [begun("15:50", "started"), {}] });
    const plan = await planOf(problem);
    expect(times(plan)).toEqual(["15:40", "x-1 15:50–16:50", "17:00"]);
    expect(plan.unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("is believed where it makes the day longer than its caregiver may work, and leaves no room for more", async () => {
    const problem = day("12:00", { visits: [begun("09:00", "done"), {}] });
    const limited = { ...problem, caregivers: problem.caregivers.map((caregiver) => ({ ...caregiver, workMinutes: { perDay: 60, perWeek: 60 } })) };
    const plan = await planOf(limited);
    expect([times(plan).length, plan.unassigned.length]).toEqual([3, 1]);
    expect(verify(limited, plan)).toEqual([]);
  });

  it("comes before all else, even what would fit in before a visit that is being travelled to", async () => {
    const problem = day("09:00", { visits: [begun("14:00", "travelling"), {}] });
    const plan = await planOf(problem);
    expect(times(plan)).toEqual(["13:50", "x-1 14:00–15:00", "x-2 15:10–15:40", "15:50"]);
    expect(verify(problem, plan)).toEqual([]);
  });

  it("includes breaks; one whose hours are over, or that was missed, is not taken any more", async () => {
    const pause = { minutes: 60, from: "11:00", to: "13:00", paid: false };
    const afterBreak = async (amend: { readonly taken?: string | null }, now: string) =>
      times(await planOf(day(now, { visits: [begun("09:00", "done"), {}], shift: { breaks: [{ ...pause, ...amend }] } })));
    expect(await afterBreak({ taken: "10:30" }, "11:30")).toEqual(["08:50", "x-1 09:00–10:00", "break-1 10:30–11:30", "x-2 11:40–12:10", "12:20"]);
    expect(await afterBreak({ taken: null }, "11:30")).toEqual(["08:50", "x-1 09:00–10:00", "x-2 11:40–12:10", "12:20"]);
    expect(await afterBreak({}, "13:01")).toEqual(["08:50", "x-1 09:00–10:00", "x-2 13:11–13:41", "13:51"]);
    expect(await afterBreak({}, "13:00")).toHaveLength(5);
  });

  it("keeps others from the same person at the same time, whichever of the two is asked about", async () => {
    const problem = day("09:30", {
      visits: [begun("09:00", "started"), { person: "p-1", place: "home-1", when: { daily: [{ from: "09:45", to: "09:50" }] } }],
    });
    const both: Problem = { ...problem, caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift] })) };
    const order = (caregiver: string, id: string) => ({ caregiver, date, stops: [{ kind: "visit" as const, id }] });
    expect(verify(both, evaluate(both, [order("c-1", "x-1"), order("c-2", "x-2")])).map(({ code }) => code)).toEqual(["PERSON_TWICE_AT_ONCE"]);
    const mirrored: Problem = {
      ...both,
      visits: both.visits.map((visit) =>
        visit.id === "x-1" ? { ...visit, fixed: { caregiver: "c-2", date, start: "09:00", state: "started" } } : visit,
      ),
    };
    expect(verify(mirrored, evaluate(mirrored, [order("c-1", "x-2"), order("c-2", "x-1")])).map(({ code }) => code)).toEqual([
      "PERSON_TWICE_AT_ONCE",
    ]);
    expect((await planOf(both)).unassigned.map(({ visit }) => visit)).toEqual(["x-2"]);
  });

  it("is refused without a start, after now, twice at once, and with transports", () => {
    const codes = (problem: Problem) => validate(problem).map(({ code }) => code);
    expect(codes(day("12:00", { visits: [{ fixed: { caregiver: "c-1", date, state: "done" } }, {}] }))).toEqual(["BEGUN_WITHOUT_START"]);
    expect(codes(day("12:00", { visits: [begun("12:01", "done"), {}] }))).toEqual(["BEGUN_AFTER_NOW"]);
    expect(codes(day("12:00", { visits: [begun("12:01", "travelling"), {}] }))).toEqual([]);
    expect(codes(day("12:00", { visits: [begun("09:00", "done"), begun("09:00", "done")] }))).toEqual(["BEGUN_AT_ONCE"]);
    const transports = [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 }];
    expect(codes({ ...day("12:00"), transports })).toContain("NOW_WITH_TRANSPORTS");
  });
});

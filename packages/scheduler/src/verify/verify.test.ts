import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, mutate, replacements } from "../../test/mutate.js";
import { oneTransport } from "../../test/oneTransport.js";
import { randomProblem } from "../../test/randomProblem.js";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import { builtInChecks } from "../features/checks.js";
import { Random } from "../improve/random.js";
import type { Plan, PlanRoute, PlanStop, Reason, Unassigned } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { solve } from "../solve.js";
import { type VerifyCode, verifyCodes } from "./codes.js";
import { verify } from "./verify.js";

const problem = twoVisits();
const good = evaluate(problem, [
  {
    caregiver: "c-1",
    date: "2026-11-23",
    stops: [
      { kind: "visit", id: "x-1" },
      { kind: "break", id: "break-1" },
      { kind: "visit", id: "x-2" },
    ],
  },
]);
const [route] = good.routes as [PlanRoute];

const withRoute = (amend: Partial<PlanRoute>): Plan => ({ ...good, routes: [{ ...route, ...amend }] });
const withStop = (index: number, amend: Partial<PlanStop>): Plan =>
  withRoute({ stops: route.stops.map((stop, at) => (at === index ? { ...stop, ...amend } : stop)) });
const codesOf = (plan: Plan, of: Problem = problem): string[] => verify(of, plan).map(({ code }) => code);

const carrying = oneTransport();
const ride = evaluate({ ...carrying, visits: [] }, [
  {
    caregiver: "c-1",
    date: "2026-11-23",
    stops: [
      { kind: "board", id: "t-1" },
      { kind: "alight", id: "t-1" },
    ],
  },
]);
const [way] = ride.routes as [PlanRoute];
const [board, alight] = way.stops as [PlanStop, PlanStop];
const rideCodes = (plan: Plan, amend: Parameters<typeof oneTransport>[0] = {}): string[] => codesOf(plan, { ...oneTransport(amend), visits: [] });
const withStops = (stops: PlanStop[]): Plan => ({ ...ride, routes: [{ ...way, stops }] });
const otherDay = { date: "2026-11-24", from: "08:00", to: "16:00", start: "station", end: "station" };

const leftOut = (reasons: readonly Reason[]): Unassigned[] => problem.visits.map(({ id }) => ({ visit: id, kind: "crowdedOut", reasons }));

/** The problem with its second visit fixed as it is in the plan, and how far that has come. */
const withState = (state: "travelling" | "started" | "done"): Problem => ({
  ...problem,
  visits: problem.visits.map((visit) =>
    visit.id === "x-2" ? { ...visit, fixed: { caregiver: "c-1", date: "2026-11-23", start: "13:00", state } } : visit,
  ),
});

/** A good plan with one thing wrong in it, for each code of the checker. */
const planted: Readonly<Record<VerifyCode, () => readonly string[]>> = {
  UNKNOWN_ROUTE: () => codesOf(withRoute({ caregiver: "c-9" })),
  ROUTE_TWICE: () => codesOf({ ...good, routes: [route, route] }),
  ROUTE_WITHOUT_VISITS: () => codesOf(withRoute({ stops: route.stops.filter(({ kind }) => kind === "break") })),
  WRONG_TOUR: () => codesOf(withRoute({ tour: "tour-9" })),
  UNKNOWN_STOP: () => codesOf(withStop(0, { id: "x-9" })),
  UNKNOWN_UNASSIGNED: () => codesOf({ ...good, unassigned: [{ visit: "x-9", kind: "crowdedOut", reasons: [] }] }),
  NOT_WANTED_LISTED: () =>
    codesOf(
      { ...good, routes: [{ ...route, stops: route.stops.slice(0, 2) }], unassigned: [{ visit: "x-2", kind: "crowdedOut", reasons: [] }] },
      { ...problem, links: [{ kind: "oneOf", visits: ["x-1", "x-2"] }] },
    ),
  UNKNOWN_REASON: () => codesOf({ ...good, routes: [], unassigned: leftOut([]) }),
  NOT_A_TIME: () => codesOf(withStop(0, { start: "8:10" })),
  VISIT_TWICE: () => codesOf({ ...good, unassigned: [{ visit: "x-1", kind: "crowdedOut", reasons: [] }] }),
  VISIT_LOST: () => codesOf(withRoute({ stops: route.stops.slice(0, 2) })),
  WRONG_DATE: () =>
    codesOf(good, { ...twoVisits({ visit: { when: { dates: ["2026-11-24"] } } }), horizon: { from: "2026-11-23", to: "2026-11-24" } }),
  OUTSIDE_WINDOW: () => codesOf(good, twoVisits({ visit: { when: { daily: [{ from: "08:00", to: "08:30" }] } } })),
  WRONG_PLACE: () => codesOf(withStop(0, { place: "home-2" })),
  WRONG_ARRIVAL: () => codesOf(withStop(0, { arrive: "09:59" })),
  BEGINS_BEFORE_ARRIVAL: () => codesOf(withStop(2, { start: "12:30" })),
  WRONG_LENGTH: () => codesOf(withStop(0, { end: "10:30" })),
  OUTSIDE_SHIFT: () =>
    codesOf(good, twoVisits({ caregiver: { shifts: [{ date: "2026-11-23", from: "10:00", to: "16:00", start: "station", end: "station" }] } })),
  BREAK_OUTSIDE_HOURS: () => codesOf(withStop(1, { start: "11:00", end: "12:00" })),
  BREAK_MISSING: () => codesOf(withRoute({ stops: route.stops.filter(({ kind }) => kind === "visit") })),
  BREAK_TWICE: () => codesOf(withRoute({ stops: [...route.stops.slice(0, 2), ...route.stops.slice(1)] })),
  WRONG_VEHICLE: () => codesOf(withRoute({ vehicle: "van-9" })),
  TRANSPORT_TWICE: () => rideCodes(withStops([board, alight, board])),
  TRANSPORT_LOST: () => rideCodes({ ...ride, routes: [] }),
  TRANSPORT_SPLIT: () => rideCodes(withStops([board])),
  ALIGHTS_FIRST: () => rideCodes(withStops([alight, board])),
  TRANSPORT_WRONG_DATE: () =>
    codesOf(ride, {
      ...oneTransport({
        caregiver: { shifts: [...(carrying.caregivers[0]?.shifts ?? []), otherDay] },
        transport: { when: { dates: ["2026-11-24"] } },
      }),
      horizon: { from: "2026-11-23", to: "2026-11-24" },
      visits: [],
    }),
  TRANSPORT_OUTSIDE_WINDOW: () => rideCodes(ride, { transport: { when: { alight: [{ from: "08:00", to: "09:00" }] } } }),
  RIDE_TOO_LONG: () => rideCodes(ride, { transport: { longestRideMinutes: 9 } }),
  UNKNOWN_UNASSIGNED_TRANSPORT: () => rideCodes({ ...ride, unassignedTransports: [{ transport: "t-9", kind: "crowdedOut", reasons: [] }] }),
  UNKNOWN_TRANSPORT_REASON: () => rideCodes({ ...ride, routes: [], unassignedTransports: [{ transport: "t-1", kind: "crowdedOut", reasons: [] }] }),
  BEGINS_BEFORE_NOW: () => codesOf(good, { ...problem, now: "2026-11-23T13:01" }),
  BEFORE_WHAT_HAS_BEGUN: () => codesOf(good, withState("started")),
  BEGUN_LEFT_OUT: () => codesOf(withRoute({ stops: route.stops.slice(0, 2) }), withState("done")),
  WRONG_COST: () => codesOf({ ...good, cost: { ...good.cost, travel: 1 } }),
};

describe("the checker", () => {
  it("accepts a plan that holds", () => {
    expect(verify(problem, good)).toEqual([]);
  });

  it.each(Object.keys(verifyCodes) as VerifyCode[])("finds %s where it is planted", (code) => {
    expect(planted[code]()).toContain(code);
  });

  it("accepts a ride that holds, and finds one hurried, delayed past its release, or in too small a van", () => {
    expect(rideCodes(ride)).toEqual([]);
    expect(rideCodes(withStops([board, { ...alight, kind: "visit" }]))).toContain("UNKNOWN_STOP");
    expect(rideCodes(ride, { transport: { when: { notBefore: "2026-11-23T12:00" } } })).toEqual([
      "TRANSPORT_OUTSIDE_WINDOW",
      "TRANSPORT_OUTSIDE_WINDOW",
    ]);
    expect(rideCodes(ride, { transport: { when: { dueBy: "2026-11-23T09:00" } } })).toEqual(["TRANSPORT_OUTSIDE_WINDOW", "TRANSPORT_OUTSIDE_WINDOW"]);
    expect(rideCodes(ride, { transport: { seats: 3 } })).toEqual(["SEATS_EXCEEDED"]);
    expect(rideCodes(ride, { transport: { wheelchair: true }, vehicle: { wheelchairs: 0 } })).toEqual(["WHEELCHAIRS_EXCEEDED"]);
    expect(rideCodes({ ...ride, routes: [{ ...way, vehicle: null }] }, { shift: { vehicle: "van-1" } })).toEqual(["WRONG_VEHICLE"]);
  });

  it("finds a component of the cost that is left out, and one that nothing explains", () => {
    const { travel, ...rest } = good.cost;
    expect(travel).toBe(30);
    const codes = verify(problem, { ...good, cost: { ...rest, luck: -5 } as Plan["cost"] }).map(({ code, message }) => [code, message.en]);
    expect(codes).toEqual([
      ["WRONG_COST", "the plan's cost component luck is -5; recomputed it is —"],
      ["WRONG_COST", "the plan's cost component travel is —; recomputed it is 30"],
    ]);
  });

  it("finds journeys shifted, stops swapped and routes handed to another", () => {
    expect(codesOf(withRoute({ departs: "09:40" }))).toContain("WRONG_ARRIVAL");
    expect(codesOf(withRoute({ returns: "13:45" }))).toContain("WRONG_ARRIVAL");
    expect(codesOf(withRoute({ stops: [...route.stops].reverse() }))).toContain("WRONG_ARRIVAL");
    expect(codesOf(withRoute({ date: "2026-11-24" }))).toContain("UNKNOWN_ROUTE");
  });

  it("asks for reasons under known codes and of caregivers who exist", () => {
    const reasonsOf = (reasons: Reason[], features?: Parameters<typeof verify>[2]): string[] =>
      verify(problem, { ...good, routes: [], unassigned: leftOut(reasons).slice(0, 1) }, features)
        .filter(({ code }) => code === "UNKNOWN_REASON")
        .map(({ message }) => message.en);
    expect(reasonsOf([{ code: "NO_TIME_LEFT", caregiver: "c-1" }, { code: "SKILL_MISSING", caregiver: "c-1" }, { code: "NO_CAREGIVER" }])).toEqual(
      [],
    );
    expect(reasonsOf([{ code: "BAD_LUCK", caregiver: "c-9" }])).toEqual([
      "visit x-1 is left out for a reason that is none: BAD_LUCK",
      "visit x-1 is left out for a reason that is none: c-9",
    ]);
    const barred = [{ code: "BAD_LUCK", caregiver: "c-1" }];
    const crowdedOut = { visit: "x-1", kind: "crowdedOut" as const, reasons: [{ code: "NO_TIME_LEFT", caregiver: "c-1" }], barred };
    expect(codesOf({ ...good, routes: [], unassigned: [crowdedOut] })).toContain("UNKNOWN_REASON");
    const ours = { name: "acme/luck", check: { codes: {} }, reasons: { BAD_LUCK: { zh: "运气不好", en: "bad luck" } } };
    expect(reasonsOf([{ code: "BAD_LUCK", caregiver: "c-1" }], { features: [...builtInChecks, ours] })).toEqual([]);
  });

  it("says of a route past midnight that it exceeds the shift, not that its times are none", () => {
    const codes = codesOf(withRoute({ returns: "25:10" }));
    expect([codes.includes("OUTSIDE_SHIFT"), codes.includes("NOT_A_TIME")]).toEqual([true, false]);
  });

  it("refuses what is no plan, and a problem that is none, with every issue", () => {
    const issuesOf = (work: () => unknown): string[] => {
      try {
        work();
      } catch (error) {
        if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      }
      return [];
    };
    const written: unknown = { routes: [{ ...route, stops: undefined }], cost: { travel: "much" } };
    expect(issuesOf(() => verify(problem, written as Plan))).toEqual([
      "WRONG_TYPE /routes/0/stops",
      "MISSING_FIELD /unassigned",
      "WRONG_TYPE /cost/travel",
    ]);
    expect(issuesOf(() => verify({ ...problem, timeZone: "nowhere" }, good))).toEqual(["REFERENCE_NOT_FOUND /timeZone"]);
  });

  it("words a violation in both languages, naming visit, caregiver and date", () => {
    const [violation] = verify(problem, withStop(0, { arrive: "09:59" }));
    expect(violation).toEqual({
      code: "WRONG_ARRIVAL",
      visit: "x-1",
      caregiver: "c-1",
      date: "2026-11-23",
      message: {
        zh: "护理员 c-1 在 2026-11-23 到达 x-1 的时刻为 09:59，按路程应为 10:00",
        en: "caregiver c-1 reaches x-1 on 2026-11-23 at 09:59; by the way there it would be 10:00",
      },
    });
  });

  it("notices any one value of a route that is changed", async () => {
    let noticed = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), replacements, async (seed, other) => {
        const rich = randomProblem(seed, { visits: 8, caregivers: 2, days: 2, rich: true });
        const { plan } = await solve(rich, { maxIterations: 20, seed });
        const random = new Random(seed);
        const row = random.below(Math.max(1, plan.routes.length));
        const chosen = plan.routes[row];
        if (chosen === undefined) return;
        const { caregiver, date, ...rest } = chosen;
        const json: Json = JSON.parse(JSON.stringify(rest));
        const changed = mutate(json, () => random.unit(), other);
        if (JSON.stringify(changed) === JSON.stringify(json) || typeof changed !== "object") return;
        const written: unknown = { ...plan, routes: plan.routes.map((each, index) => (index === row ? { caregiver, date, ...changed } : each)) };
        try {
          expect(verify(rich, written as Plan)).not.toEqual([]);
        } catch (error) {
          if (!(error instanceof EldercareError)) throw error;
        }
        noticed++;
      }),
    );
    expect(noticed).toBeGreaterThan((fc.readConfigureGlobal().numRuns ?? 100) / 2);
  });
});

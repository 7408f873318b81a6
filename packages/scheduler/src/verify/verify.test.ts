import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alight, board, good, leftOut, planted, problem, ride, riding, route, way, withRoute, withStop, withStops } from "../../test/faultyPlans.js";
import { type Json, mutate, replacements } from "../../test/mutate.js";
import { randomProblem } from "../../test/randomProblem.js";
import { builtInChecks } from "../features/checks.js";
import { Random } from "../improve/random.js";
import type { Plan, Reason } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { solve } from "../solve.js";
import { type VerifyCode, verifyCodes } from "./codes.js";
import { verify } from "./verify.js";

const codesOf = (plan: Plan, of: Problem = problem): string[] => verify(of, plan).map(({ code }) => code);
const rideCodes = (plan: Plan, amend: Parameters<typeof riding>[0] = {}): string[] => codesOf(plan, riding(amend));

describe("the checker", () => {
  it("accepts a plan that holds", () => {
    expect(verify(problem, good)).toEqual([]);
  });

  it.each(Object.keys(verifyCodes) as VerifyCode[])("finds %s where it is planted", (code) => {
    expect(planted[code]().map((each) => each.code)).toContain(code);
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

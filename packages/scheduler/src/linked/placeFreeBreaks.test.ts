import { EldercareError } from "@eldercare/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedPair } from "../../test/linkedPair.js";
import { randomLinked } from "../../test/randomLinked.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Plan, RouteOrder } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { solve } from "../solve.js";
import { verify } from "../verify/verify.js";

const date = "2026-11-23";
const day = (...stops: string[]): RouteOrder => ({
  caregiver: "c-1",
  date,
  stops: stops.map((id) => ({ kind: id.startsWith("break") ? "break" : "visit", id })),
});
const timesOf = (problem: Problem, order: RouteOrder) => {
  const plan = evaluate(problem, [order]);
  expect(verify(problem, plan)).toEqual([]);
  return plan.routes.flatMap(({ stops }) => stops.map(({ id, start }) => `${id} ${start}`));
};
const at = (from: string, to: string) => ({ when: { daily: [{ from, to }] } });
const dinner = (objective?: Problem["objective"], visits: [Partial<Visit>, Partial<Visit>] = [at("10:00", "10:00"), at("11:30", "11:40")]) =>
  linkedPair({
    visits,
    shift: { breaks: [{ minutes: 60, from: "11:00", to: "12:30", required: false }] },
    ...(objective === undefined ? {} : { objective }),
  });

describe("a break that may be missed and that an order does not name", () => {
  it("comes after the last visit, or is missed, where taken when due it would leave no time for that visit", () => {
    // 11:10 at x-2, where a break of an hour would end at 12:10
    expect(timesOf(dinner({ missedBreak: 500 }), day("x-1", "x-2"))).toEqual(["x-1 10:00", "x-2 11:30", "break-1 12:00"]);
    expect(timesOf(dinner({ missedBreak: 500 }, [at("10:00", "10:00"), at("12:15", "12:20")]), day("x-1", "x-2"))).toEqual([
      "x-1 10:00",
      "break-1 11:10",
      "x-2 12:15",
    ]);
    expect(timesOf(dinner({ missedBreak: 500 }, [at("11:00", "11:00"), at("12:15", "12:20")]), day("x-1", "x-2"))).toEqual([
      "x-1 11:00",
      "x-2 12:15",
    ]);
  });

  it("is where it costs least", () => {
    const soft: [Partial<Visit>, Partial<Visit>] = [at("10:00", "10:00"), { when: { daily: [{ from: "11:30", to: "11:30" }], soft: true } }];
    // 40 minutes late at 5 each, or after the visit
    expect(timesOf(dinner({ missedBreak: 500 }, soft), day("x-1", "x-2"))).toEqual(["x-1 10:00", "x-2 11:30", "break-1 12:00"]);
  });

  it("is missed by a plan, which says when everything is", () => {
    const problem = dinner({ missedBreak: 500 }, [at("10:00", "10:00"), at("12:45", "13:00")]);
    const plan = evaluate(problem, [day("x-1", "x-2")]);
    expect(plan.cost.missedBreak).toBe(0);
    const without = plan.routes.map((route) => ({ ...route, stops: route.stops.filter(({ kind }) => kind === "visit") }));
    expect(evaluate(problem, without).cost.missedBreak).toBe(500);
  });
});

const costOf = (problem: Problem, orders: readonly RouteOrder[]): number => {
  try {
    return evaluate(problem, orders).cost.total;
  } catch (error) {
    if (error instanceof EldercareError && error.issues.every(({ code }) => code === "ORDERS_NOT_KEPT")) return Number.POSITIVE_INFINITY;
    throw error;
  }
};
/** The routes of a plan as orders, with breaks named or not. */
const ordersOf = ({ routes }: Plan, breaks: boolean): RouteOrder[] =>
  routes.map(({ caregiver, date: on, stops }) => ({
    caregiver,
    date: on,
    stops: stops.filter(({ kind }) => breaks || kind !== "break").map(({ kind, id }) => ({ kind, id })),
  }));

describe("orders that name no break", () => {
  it("are kept wherever they are with the breaks of a plan", async () => {
    let [kept, dearer] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const drawn = randomLinked(seed, { visits: 6 + (seed % 10), caregivers: 2, days: 1 + (seed % 2) });
        const caregivers = drawn.caregivers.map((caregiver) => ({
          ...caregiver,
          shifts: caregiver.shifts.map((shift) => ({ ...shift, breaks: (shift.breaks ?? []).map((pause) => ({ ...pause, required: false })) })),
        }));
        const problem = { ...drawn, caregivers };
        const { plan } = await solve(problem, { maxIterations: 200, seed });
        const [named, free] = [true, false].map((breaks) => costOf(problem, ordersOf(plan, breaks))) as [number, number];
        if (named === Number.POSITIVE_INFINITY) return;
        expect(free).toBeLessThan(Number.POSITIVE_INFINITY);
        kept++;
        dearer += free > named + 1e-6 ? 1 : 0;
      }),
      // once went wrong: an order that holds with one break taken when due and another not
      { examples: [[68789], [124768]] },
    );
    expect(kept).toBeGreaterThan((fc.readConfigureGlobal().numRuns ?? 50) / 2);
    expect(dearer).toBeLessThan(kept / 10);
  });
});

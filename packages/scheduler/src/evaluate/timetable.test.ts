import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { printedSeconds } from "../model/clock.js";
import type { Visit } from "../model/visit.js";
import { verify } from "../verify/verify.js";
import { evaluate } from "./evaluate.js";

const order = (stops: readonly string[]) => [
  { caregiver: "c-1", date: "2026-11-23", stops: stops.map((id) => ({ kind: id.startsWith("x") ? ("visit" as const) : ("break" as const), id })) },
];

describe("the timetable of a route", () => {
  it("departs as late as it can without returning later", () => {
    const [route] = evaluate(twoVisits(), order(["x-1", "break-1", "x-2"])).routes;
    // x-2 cannot begin before 13:00; the lunch hour may begin at 11:50 at the latest to leave ten minutes for the road
    expect(route?.departs).toBe("09:50");
    expect(route?.stops.map(({ id, arrive, start, end }) => [id, arrive, start, end])).toEqual([
      ["x-1", "10:00", "10:00", "11:00"],
      ["break-1", "11:00", "11:30", "12:30"],
      ["x-2", "12:40", "13:00", "13:30"],
    ]);
    expect(route?.returns).toBe("13:40");
  });

  it("takes a break where the caregiver is, before she travels on", () => {
    const [route] = evaluate(twoVisits(), order(["x-1", "break-1", "x-2"])).routes;
    expect(route?.stops.map(({ place }) => place)).toEqual(["home-1", "home-1", "home-2"]);
    const [early] = evaluate(twoVisits(), order(["break-1", "x-2"])).routes;
    expect(early?.stops[0]).toMatchObject({ place: "station", start: "11:50", end: "12:50" });
    expect(early?.departs).toBe("11:50");
  });

  it("prefers a later hour where that leaves less waiting", () => {
    const problem = twoVisits({
      visit: {
        when: {
          daily: [
            { from: "09:00", to: "09:00" },
            { from: "14:00", to: "14:30" },
          ],
        },
      },
    });
    const [route] = evaluate(problem, order(["break-1", "x-1"])).routes;
    // at nine, the lunch hour would keep her waiting; at two, it follows at once
    expect(route?.departs).toBe("12:50");
    expect(route?.stops.map(({ start }) => start)).toEqual(["12:50", "14:00"]);
  });

  it("shows by how much an order that cannot be kept runs late", () => {
    const [route] = evaluate(twoVisits(), order(["x-2", "break-1", "x-1"])).routes;
    expect(route?.stops.map(({ id, start }) => [id, start])).toEqual([
      ["x-2", "13:00"],
      ["break-1", "13:30"],
      ["x-1", "14:40"],
    ]);
  });

  it("places the breaks of an order that names none", () => {
    const [route] = evaluate(twoVisits(), order(["x-1", "x-2"])).routes;
    expect(route?.stops.map(({ id }) => id)).toEqual(["x-1", "break-1", "x-2"]);
  });

  it("prices what it timed: road, waiting, and what is left out", () => {
    const plan = evaluate(twoVisits({ objective: { waitingMinute: 2, caregiverDay: 50 } }), order(["x-1", "break-1"]));
    expect(plan.cost).toEqual({ caregiverDay: 50, notPreferred: 0, requiredUnserved: 0, travel: 20, unserved: 100, waiting: 60, total: 230 });
  });
});

describe("an order that leads where there is no way", () => {
  it("comes back with times out of reach, however many such legs it has", () => {
    const problem = twoVisits({ caregiver: { shifts: [{ date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station" }] } });
    const profile = { kind: "matrix" as const, durationsSeconds: [0, null, 600, null, 0, null, 600, null, 0] };
    const [first, second] = problem.visits as [Visit, Visit];
    // to and fro between homes that no road joins
    const visits = Array.from({ length: 6 }, (_, index) => ({ ...(index % 2 === 0 ? first : second), id: `x-${index}` }));
    const cutOff = { ...problem, travel: { profiles: { walk: profile } }, visits };
    const plan = evaluate(cutOff, order(visits.map(({ id }) => id)));
    const times = plan.routes.flatMap(({ departs, stops, returns }) => [departs, ...stops.map(({ arrive }) => arrive), returns].map(printedSeconds));
    expect(times.length).toBe(8);
    for (const [index, time] of times.entries())
      expect(time).toBeGreaterThanOrEqual(index === 0 ? 0 : (times[index - 1] ?? Number.POSITIVE_INFINITY));
    expect(plan.cost.travel).toBeGreaterThan(0);
    const codes = new Set(verify(cutOff, plan).map(({ code }) => code));
    expect([codes.has("OUTSIDE_SHIFT"), codes.has("WRONG_ARRIVAL"), codes.has("NOT_A_TIME")]).toEqual([true, true, false]);
  });
});

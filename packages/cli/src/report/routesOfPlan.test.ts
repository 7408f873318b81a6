import { evaluate, type Problem } from "@eldercare/scheduler";
import { describe, expect, it } from "vitest";
import { routesOfPlan } from "./routesOfPlan.js";

const dates = ["2026-11-23", "2026-11-24"] as const;
const shifts = dates.map((date) => ({ date, from: "08:00", to: "18:00", start: "base", breaks: [{ minutes: 30, from: "11:00", to: "13:00" }] }));
const problem: Problem = {
  horizon: { from: dates[0], to: dates[1] },
  timeZone: "Asia/Shanghai",
  places: ["base", "camp", "home", "far"].map((id, index) => ({ id, lng: 116 + index / 10, lat: 44 })),
  travel: { profiles: { van: { kind: "straightLine", circuity: 1.2, metresPerSecond: 14 } } },
  caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "van", shifts })),
  vehicles: [{ id: "van", seats: 3 }],
  tours: [{ id: "tour-1", vehicle: "van", crew: ["c-1", "c-2"], dates: [...dates], lodgings: ["camp"] }],
  visits: [{ id: "x-1", person: "p-1", place: "home", service: "bathing", serviceMinutes: 30 }],
  transports: [{ id: "t-1", person: "p-2", from: "far", to: "home", boardMinutes: 5, alightMinutes: 5 }],
};
const plan = evaluate(problem, [
  { caregiver: "c-1", date: dates[0], stops: [{ kind: "visit", id: "x-1" }] },
  {
    caregiver: "c-1",
    date: dates[1],
    stops: [
      { kind: "board", id: "t-1" },
      { kind: "alight", id: "t-1" },
    ],
  },
]);

describe("the routes of a plan, as a report draws them", () => {
  const routes = routesOfPlan(problem, plan, "152526101");

  it("begin and end where the nights of a tour are spent, under the names of its crew", () => {
    expect(routes.map(({ township, caregiver, date, start, end }) => [township, caregiver, date, start.lng, end.lng])).toEqual([
      ["152526101", "c-1 + c-2", dates[0], 116, 116.1],
      // the shift states no end: the day ends at its last stop
      ["152526101", "c-1 + c-2", dates[1], 116.1, 116.2],
    ]);
  });

  it("have visits, rides and breaks, and no night, as stops", () => {
    expect(routes.flatMap(({ stops }) => stops.map(({ kind, id, person, service, lng }) => [kind, id, person, service, lng]))).toEqual([
      ["visit", "x-1", "p-1", "bathing", 116.2],
      ["break", "break-1", undefined, undefined, 116.2],
      ["visit", "t-1", "p-2", "board", 116.3],
      ["visit", "t-1", "p-2", "alight", 116.2],
      ["break", "break-1", undefined, undefined, 116.2],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { oneTransport } from "../../test/oneTransport.js";
import { twoVisits } from "../../test/twoVisits.js";
import { wordedIssues } from "../../test/wordedIssues.js";
import type { Problem } from "./problem.js";
import { validate } from "./validate.js";

const found = (problem: Problem): string[] => validate(problem).map(({ code, pointer }) => `${code} ${pointer}`);
const shift = { date: "2026-11-23", from: "08:00", to: "12:00", start: "station", vehicle: "van-1" };
const base = oneTransport();

describe("what is wrong with transports and vehicles", () => {
  const cases: readonly (readonly [string, Problem, readonly string[]])[] = [
    ["nothing", base, []],
    [
      "places that are none",
      oneTransport({ transport: { from: "a", to: "b" } }),
      ["REFERENCE_NOT_FOUND /transports/0/from", "REFERENCE_NOT_FOUND /transports/0/to"],
    ],
    [
      "a transport listed twice",
      { ...base, transports: [...(base.transports ?? []), ...(base.transports ?? [])] },
      ["DUPLICATE_ID /transports/1/id"],
    ],
    ["a vehicle listed twice", { ...base, vehicles: [{ id: "van-1", seats: 9, wheelchairs: 9 }, { id: "van-1" }] }, ["DUPLICATE_ID /vehicles/1/id"]],
    ["a shift with an unknown vehicle", oneTransport({ shift: { vehicle: "van-9" } }), ["REFERENCE_NOT_FOUND /caregivers/0/shifts/0/vehicle"]],
    [
      "a vehicle driven by two at once",
      { ...base, caregivers: ["c-1", "c-2"].map((id) => ({ id, profile: "walk", shifts: [shift] })) },
      ["VEHICLE_TWICE_AT_ONCE /caregivers/1/shifts/0/vehicle"],
    ],
    ["more passengers than any vehicle takes", oneTransport({ transport: { seats: 3 } }), ["NO_VEHICLE_HAS_ROOM /transports/0"]],
    [
      "dates that miss the horizon",
      oneTransport({ transport: { when: { dates: ["2026-12-24"] } } }),
      ["TRANSPORT_NOT_IN_HORIZON /transports/0/when/dates"],
    ],
    [
      "hours upside down, for boarding and for alighting",
      oneTransport({ transport: { when: { daily: [{ from: "11:00", to: "10:00" }], alight: [{ from: "12:00", to: "11:00" }] } } }),
      ["WINDOW_UPSIDE_DOWN /transports/0/when/daily/0/to", "WINDOW_UPSIDE_DOWN /transports/0/when/alight/0/to"],
    ],
    [
      "a due date before the release",
      twoVisits({ visit: { when: { notBefore: "2026-11-23T10:00", dueBy: "2026-11-23T09:00" } } }),
      ["DUE_BEFORE_RELEASE /visits/0/when/dueBy"],
    ],
    ["a due date before the horizon", twoVisits({ visit: { when: { dueBy: "2026-11-20" } } }), ["NO_DATE_IN_HORIZON /visits/0/when"]],
    [
      "a fixed start before the release",
      twoVisits({ visit: { when: { notBefore: "2026-11-23T10:00" }, fixed: { caregiver: "c-1", date: "2026-11-23", start: "09:30" } } }),
      ["FIXED_OUTSIDE_WHEN /visits/0/fixed/start"],
    ],
    [
      "equipment that no vehicle has",
      { ...base, visits: base.visits.map((visit) => ({ ...visit, needs: { equipment: ["bathUnit"] } })) },
      ["NOTHING_HAS_EQUIPMENT /visits/0/needs/equipment/0", "NOTHING_HAS_EQUIPMENT /visits/1/needs/equipment/0"],
    ],
  ];

  it.each(cases)("is found: %s", (_, problem, issues) => {
    expect(found(problem)).toEqual(issues);
  });

  it("is worded for people, with what was seen", async () => {
    await expect(wordedIssues(cases)).toMatchFileSnapshot("../../test/data/issues-transports.txt");
  });

  it("is found with all else of the shape", () => {
    const written: unknown = {
      ...base,
      vehicles: [{ id: "van-1", seats: -1, wheels: 4 }],
      transports: [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: Number.NaN, when: { dueBy: "2026-11-23T25:00", notBefore: "tomorrow" } }],
    };
    expect(found(written as Problem).sort()).toEqual([
      "MISSING_FIELD /transports/0/alightMinutes",
      "NOT_A_CLOCK_TIME /transports/0/when/dueBy",
      "NOT_A_DATE /transports/0/when/notBefore",
      "OUT_OF_RANGE /vehicles/0/seats",
      "UNKNOWN_KEY /vehicles/0/wheels",
      "WRONG_TYPE /transports/0/boardMinutes",
    ]);
  });
});

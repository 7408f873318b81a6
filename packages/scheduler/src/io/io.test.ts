import { EldercareError } from "@eldercare/core";
import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
import type { Plan, PlanRoute } from "../model/plan.js";
import { instantOf } from "./instantOf.js";
import { toGeoJSON } from "./toGeoJSON.js";
import { toICalendar } from "./toICalendar.js";

const problem = twoVisits();
const plan = evaluate(problem, [
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

describe("a plan as GeoJSON", () => {
  const { features } = toGeoJSON(problem, plan);

  it("draws each route from departure to return, longitude first", () => {
    expect(features[0]).toEqual({
      type: "Feature",
      geometry: {
        type: "LineString",
        coordinates: [
          [108.5, 31.9],
          [108.6, 31.9],
          [108.5, 32],
          [108.5, 31.9],
        ],
      },
      properties: { kind: "route", caregiver: "c-1", date: "2026-11-23", departs: "09:50", returns: "13:40", distanceMetres: 2400 },
    });
  });

  it("has a point for each stop, a break being where it is taken", () => {
    expect(features.slice(1).map(({ geometry, properties }) => [geometry.coordinates, properties.kind, properties.visit, properties.person])).toEqual(
      [
        [[108.6, 31.9], "visit", "x-1", "p-1"],
        [[108.6, 31.9], "break", undefined, undefined],
        [[108.5, 32], "visit", "x-2", "p-2"],
      ],
    );
  });

  it("leaves out the road length where the travel profile does not give it", () => {
    const profile = problem.travel.profiles.walk;
    if (profile?.kind !== "matrix") throw new Error("expected a matrix");
    const { distancesMetres: _, ...durations } = profile;
    const silent = toGeoJSON({ ...problem, travel: { profiles: { walk: durations } } }, plan);
    expect(silent.features[0]?.properties).not.toHaveProperty("distanceMetres");
  });
});

describe("a plan as iCalendar", () => {
  const text = toICalendar(problem, plan, "c-1", { titles: { bathing: { zh: "助浴", en: "bathing" } } });
  const lines = text.split("\r\n");

  it("holds one event for each visit and break, at its instant", () => {
    expect(lines.filter((line) => line === "BEGIN:VEVENT").length).toBe(3);
    expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART:20261123T020000Z",
      "DTSTART:20261123T033000Z",
      "DTSTART:20261123T050000Z",
    ]);
    expect(lines.filter((line) => line.startsWith("SUMMARY"))).toEqual(["SUMMARY:助浴 · p-1", "SUMMARY:休息", "SUMMARY:cleaning · p-2"]);
  });

  it("is the same, byte for byte, however often and whenever it is made", () => {
    expect(toICalendar(problem, plan, "c-1", { titles: { bathing: { zh: "助浴", en: "bathing" } } })).toBe(text);
    expect(new Set(lines.filter((line) => line.startsWith("DTSTAMP")))).toEqual(new Set(["DTSTAMP:20261122T160000Z"]));
    expect(lines.filter((line) => line.startsWith("UID"))).toEqual([
      "UID:visit/2026-11-23/x-1@eldercare",
      "UID:break/c-1/2026-11-23/break-1@eldercare",
      "UID:visit/2026-11-23/x-2@eldercare",
    ]);
  });

  it("tells a visit from the one that bears its id the week after", () => {
    const later = twoVisits({ caregiver: { shifts: [{ date: "2026-11-30", from: "08:00", to: "16:00", start: "station", end: "station" }] } });
    const next = { ...later, horizon: { from: "2026-11-30", to: "2026-11-30" } };
    const nextPlan = evaluate(next, [{ caregiver: "c-1", date: "2026-11-30", stops: [{ kind: "visit", id: "x-1" }] }]);
    expect(toICalendar(next, nextPlan, "c-1")).toContain("UID:visit/2026-11-30/x-1@eldercare\r\n");
  });

  it("writes ids and names so that no letter of theirs ends a line, a value or a file", () => {
    const odd = "a/b;c,d\\e 五";
    const named = twoVisits({ caregiver: { id: odd }, visit: { id: odd } });
    const written = toICalendar(named, evaluate(named, [{ caregiver: odd, date: "2026-11-23", stops: [{ kind: "visit", id: odd }] }]), odd);
    const unfolded = written.replaceAll("\r\n ", "").split("\r\n");
    expect(unfolded).toContain("UID:visit/2026-11-23/a%2Fb%3Bc%2Cd%5Ce%20%E4%BA%94@eldercare");
    expect(unfolded).toContain("UID:break/a%2Fb%3Bc%2Cd%5Ce%20%E4%BA%94/2026-11-23/break-1@eldercare");
    expect(unfolded).toContain("NAME:上门服务排班 a/b\\;c\\,d\\\\e 五");
    expect(unfolded.slice(-2)).toEqual(["END:VCALENDAR", ""]);
    expect(unfolded.filter((line) => line.startsWith("X-WR-TIMEZONE"))).toEqual([]);
  });

  it("speaks English where it is asked to", () => {
    expect(toICalendar(problem, plan, "c-1", { locale: "en" })).toContain("SUMMARY:break\r\n");
  });

  it("is refused for somebody who is not in the problem", () => {
    expect(() => toICalendar(problem, plan, "c-9")).toThrow("NOT_AN_ICS_OWNER");
  });
});

describe("a plan that is none of the problem", () => {
  const issuesOf = (work: () => unknown): string[] => {
    try {
      work();
    } catch (error) {
      if (error instanceof EldercareError) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      throw error;
    }
    return [];
  };
  const [route] = plan.routes as [PlanRoute];
  const amended = (amend: Partial<PlanRoute>): Plan => ({ ...plan, routes: [{ ...route, ...amend }] });
  const wrong: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["of another shape", { routes: [{ ...route, stops: 3 }] }, ["WRONG_TYPE /routes/0/stops", "MISSING_FIELD /unassigned", "MISSING_FIELD /cost"]],
    [
      "with a date and times that are none",
      amended({ date: "2026-11-31", departs: "soon", stops: route.stops.map((stop) => ({ ...stop, end: "9:00" })) }),
      ["NOT_A_DATE /routes/0/date", "NOT_A_CLOCK_TIME /routes/0/departs", ...[0, 1, 2].map((stop) => `NOT_A_CLOCK_TIME /routes/0/stops/${stop}/end`)],
    ],
    ["with a day off", amended({ date: "2026-11-24" }), ["UNKNOWN_IN_ROUTE /routes/0"]],
    [
      "with an unknown visit at an unknown place",
      amended({ stops: route.stops.slice(0, 1).map((stop) => ({ ...stop, id: "x-9", place: "nowhere" })) }),
      ["UNKNOWN_IN_ROUTE /routes/0/stops/0/id", "UNKNOWN_IN_ROUTE /routes/0/stops/0/place"],
    ],
  ];

  it.each(wrong)("is refused, with every issue: %s", (_, written, issues) => {
    expect(issuesOf(() => toGeoJSON(problem, written as Plan))).toEqual(issues);
    expect(issuesOf(() => toICalendar(problem, written as Plan, "c-1"))).toEqual(issues);
  });

  it("is read out all the same where it merely runs past midnight", () => {
    expect(toICalendar(problem, amended({ stops: route.stops.map((stop) => ({ ...stop, end: "25:10" })) }), "c-1")).toContain(
      "DTEND:20261123T171000Z",
    );
  });
});

describe("the instant of a local time", () => {
  it("follows the zone's own changes of clock", () => {
    expect(instantOf("2026-11-23", "08:30", "Asia/Shanghai").toISOString()).toBe("2026-11-23T00:30:00.000Z");
    expect(instantOf("1988-07-01", "08:30", "Asia/Shanghai").toISOString()).toBe("1988-06-30T23:30:00.000Z");
    expect(instantOf("2026-03-29", "12:00", "Europe/Berlin").toISOString()).toBe("2026-03-29T10:00:00.000Z");
    expect(instantOf("2026-11-23", "24:00", "UTC").toISOString()).toBe("2026-11-24T00:00:00.000Z");
  });
});

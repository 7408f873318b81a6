import { describe, expect, it } from "vitest";
import { twoVisits } from "../../test/twoVisits.js";
import { evaluate } from "../evaluate/evaluate.js";
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
    expect(lines).toContain("X-WR-TIMEZONE:Asia/Shanghai");
  });

  it("is the same, byte for byte, however often and whenever it is made", () => {
    expect(toICalendar(problem, plan, "c-1", { titles: { bathing: { zh: "助浴", en: "bathing" } } })).toBe(text);
    expect(new Set(lines.filter((line) => line.startsWith("DTSTAMP")))).toEqual(new Set(["DTSTAMP:20261122T160000Z"]));
    expect(lines.filter((line) => line.startsWith("UID"))).toEqual([
      "UID:visit/x-1@eldercare",
      "UID:break/c-1/2026-11-23/break-1@eldercare",
      "UID:visit/x-2@eldercare",
    ]);
  });

  it("speaks English where it is asked to", () => {
    expect(toICalendar(problem, plan, "c-1", { locale: "en" })).toContain("SUMMARY:break\r\n");
  });

  it("is refused for somebody who is not in the problem", () => {
    expect(() => toICalendar(problem, plan, "c-9")).toThrow("NOT_AN_ICS_OWNER");
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

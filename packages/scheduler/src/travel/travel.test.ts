import { describe, expect, it } from "vitest";
import { runToEnd } from "../model/steps.js";
import { legMetres, legSeconds } from "./leg.js";
import { noWaySeconds, travelMatrix } from "./matrix.js";
import { greatCircleMetres } from "./straightLine.js";

const places = [
  { id: "a", lng: 108, lat: 32 },
  { id: "b", lng: 109, lat: 32 },
  { id: "c", lng: 108, lat: 33 },
];
const at = (index: number) => ({ index, place: places[index] ?? { id: "", lng: 0, lat: 0 } });

describe("straight-line travel", () => {
  it("measures great circles on a sphere of the earth's mean radius", () => {
    // a degree of a meridian is a 360th of 2π × 6,371,008.8 m
    expect(greatCircleMetres(at(0).place, at(2).place)).toBeCloseTo(111_195.08, 2);
    // the spherical law of cosines, on the parallel of 32°
    const degree = Math.PI / 180;
    const alongParallel = 6_371_008.8 * Math.acos(Math.sin(32 * degree) ** 2 + Math.cos(32 * degree) ** 2 * Math.cos(degree));
    expect(greatCircleMetres(at(0).place, at(1).place)).toBeCloseTo(alongParallel, 3);
    expect(greatCircleMetres(at(0).place, at(0).place)).toBe(0);
  });

  it("is lengthened by the circuity, and its time rounded up to whole seconds", () => {
    const car = { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 } as const;
    expect(legSeconds(car, at(0), at(2), 3)).toBe(Math.ceil((111_195.08 * 1.44) / 8.3));
    expect(legMetres(car, at(0), at(2), 3)).toBeCloseTo(111_195.08 * 1.44, 1);
  });
});

describe("a matrix of travel times", () => {
  it("is read from row to column, rounded up, null meaning no way", () => {
    const profile = { kind: "matrix", durationsSeconds: [0, 10.2, null, 20, 0, 30, 40, 50, 0] } as const;
    const seconds = runToEnd(travelMatrix({ ...profile, durationsSeconds: [...profile.durationsSeconds] }, places));
    expect([...seconds]).toEqual([0, 11, noWaySeconds, 20, 0, 30, 40, 50, 0]);
    expect(legSeconds({ ...profile, durationsSeconds: [...profile.durationsSeconds] }, at(0), at(2), 3)).toBe(Number.POSITIVE_INFINITY);
  });

  it("agrees with the single journeys of the same profile", () => {
    const car = { kind: "straightLine", circuity: 1.3, metresPerSecond: 7 } as const;
    const seconds = runToEnd(travelMatrix(car, places));
    for (const from of [0, 1, 2]) for (const to of [0, 1, 2]) expect(seconds[from * 3 + to]).toBe(legSeconds(car, at(from), at(to), 3));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EldercareError } from "../errors/issue.js";
import { type Crs, crsKinds, type SurveyedPlace } from "./crs.js";
import { fromWgs84, toWgs84 } from "./toWgs84.js";

interface Degrees {
  readonly lng: number;
  readonly lat: number;
}
const degrees = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const inChina = fc.record({ lng: degrees(73.5, 135), lat: degrees(18, 53.5) });

function metresBetween(a: Degrees, b: Degrees): number {
  const radians = Math.PI / 180;
  const half = (from: number, to: number): number => Math.sin(((to - from) * radians) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lng, b.lng)));
}

const codesOf = (place: SurveyedPlace): string[] => {
  try {
    toWgs84(place);
    return [];
  } catch (error) {
    return error instanceof EldercareError ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : ["?"];
  }
};

describe("a place in China", () => {
  it.each(crsKinds)("taken to %s and back is within a third of a metre of where it was", (crs) => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(metresBetween(toWgs84(fromWgs84(place, crs)), place)).toBeLessThan(1 / 3);
      }),
      { numRuns: 2000 },
    );
  });

  it("is shown elsewhere by Chinese maps, by some hundred metres", () => {
    fc.assert(
      fc.property(inChina, fc.constantFrom<Crs>("GCJ02", "BD09"), (place, crs) => {
        const away = metresBetween(fromWgs84(place, crs), place);
        expect(away).toBeGreaterThan(20);
        expect(away).toBeLessThan(2500);
      }),
    );
  });

  it("is converted as published: the same point in the three systems", () => {
    // an example widely used to compare implementations: 116.404, 39.915 (Beijing)
    const gcj02 = fromWgs84({ lng: 116.404, lat: 39.915 }, "GCJ02");
    expect(gcj02.lng).toBeCloseTo(116.41024, 4);
    expect(gcj02.lat).toBeCloseTo(39.9164, 4);
    const bd09 = fromWgs84({ lng: 116.404, lat: 39.915 }, "BD09");
    expect(bd09.lng).toBeCloseTo(116.41663, 4);
    expect(bd09.lat).toBeCloseTo(39.9227, 4);
  });
});

describe("a place anywhere", () => {
  it("outside China is what GCJ-02 says, as it is", () => {
    const abroad = fc.oneof(
      fc.record({ lng: degrees(-180, 73), lat: degrees(-90, 90) }),
      fc.record({ lng: degrees(135.5, 180), lat: degrees(-90, 90) }),
      fc.record({ lng: degrees(-180, 180), lat: degrees(-90, 2.9) }),
      fc.record({ lng: degrees(-180, 180), lat: degrees(54.1, 90) }),
    );
    fc.assert(
      fc.property(abroad, ({ lng, lat }) => {
        expect(toWgs84({ lng, lat, crs: "GCJ02" })).toEqual({ lng, lat, crs: "WGS84" });
      }),
    );
  });

  it.each([
    { lng: 74, lat: 0.83 },
    { lng: 72.0041, lat: 10 },
    { lng: 73.2, lat: 3 },
    { lng: 135.4, lat: 54 },
    { lng: 180, lat: 90 },
    { lng: -180, lat: -90 },
  ])("is converted in good time, also on the border of the formula: $lng, $lat", (place) => {
    for (const crs of crsKinds) expect(Number.isFinite(toWgs84({ ...place, crs }).lng)).toBe(true);
  });

  it("already in WGS-84 stays to the last digit", () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(toWgs84(place)).toEqual({ ...place, crs: "WGS84" });
      }),
    );
  });

  it("is refused with all that is wrong with it", () => {
    expect(codesOf({ lng: Number.NaN, lat: 91, crs: "GPS" as Crs })).toEqual(["NOT_A_NUMBER /lng", "OUT_OF_RANGE /lat", "NOT_IN_LIST /crs"]);
    expect(codesOf({ lng: 181, lat: Number.POSITIVE_INFINITY })).toEqual(["OUT_OF_RANGE /lng", "NOT_A_NUMBER /lat"]);
    expect(codesOf({ lng: 180, lat: -90 })).toEqual([]);
  });

  it("whose longitude and latitude are changed about is recognised, with the advice how to write it", () => {
    expect(codesOf({ lng: 31.99, lat: 108.51 })).toEqual(["LNG_LAT_SWAPPED /lat"]);
    expect(() => toWgs84({ lng: 31.99, lat: 108.51 })).toThrow("108.51 is beyond 90 degrees");
  });
});

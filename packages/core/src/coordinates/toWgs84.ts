import gcoord from "gcoord";
import { type Crs, checkSurveyedPlace, type SurveyedPlace } from "./crs.js";

/** A place in WGS-84 degrees, as the register holds it. */
export interface Wgs84Place {
  readonly lng: number;
  readonly lat: number;
  readonly crs: "WGS84";
}

// GCJ-02 shifts what lies in China; its formula knows only a box. Ours holds the whole country and stays a degree within that of
// gcoord, on whose border gcoord 1.0.7 steps to and fro for ever.
const isShifted = (lng: number, lat: number): boolean => lng >= 73.2 && lng <= 135.4 && lat >= 3 && lat <= 54;

type Degrees = [number, number];

const convert = (place: Degrees, from: Crs, to: Crs): Degrees => {
  const [lng = Number.NaN, lat = Number.NaN] = gcoord.transform<Degrees>(place, gcoord[from], gcoord[to]);
  return [lng, lat];
};

const shift = (place: Degrees, from: Crs, to: Crs): Degrees => (isShifted(...place) ? convert(place, from, to) : place);

/**
 * A place in WGS-84, converted once where data comes in. What lies outside China (outside the box of 73.2–135.4° E and 3–54° N)
 * GCJ-02 leaves as it is; BD-09 has its own offset everywhere.
 *
 * @param place degrees, with the system they are in
 * @returns WGS-84 degrees; from GCJ-02 within 0.2 m, from BD-09 within 0.3 m of the place that the system's own formula starts
 * from (the largest errors on a grid of 430,000 places over China)
 * @throws EldercareError NOT_A_NUMBER, OUT_OF_RANGE, NOT_IN_LIST; LNG_LAT_SWAPPED where only that explains a latitude beyond 90°
 * @example
 * toWgs84({ lng: 108.51, lat: 31.99 }) //=> { lng: 108.51, lat: 31.99, crs: "WGS84" }
 * toWgs84({ lng: -73.97, lat: 40.78, crs: "GCJ02" }) //=> { lng: -73.97, lat: 40.78, crs: "WGS84" }
 */
export function toWgs84(place: SurveyedPlace): Wgs84Place {
  checkSurveyedPlace(place);
  const { lng, lat, crs = "WGS84" } = place;
  if (crs === "WGS84") return { lng, lat, crs };
  const gcj02: Degrees = crs === "BD09" ? convert([lng, lat], "BD09", "GCJ02") : [lng, lat];
  const [east, north] = shift(gcj02, "GCJ02", "WGS84");
  return { lng: east, lat: north, crs: "WGS84" };
}

/**
 * A WGS-84 place in another system, to show it on a Chinese map.
 *
 * @returns degrees in that system
 * @throws EldercareError NOT_A_NUMBER, OUT_OF_RANGE, NOT_IN_LIST, LNG_LAT_SWAPPED
 * @example
 * fromWgs84({ lng: -73.97, lat: 40.78 }, "GCJ02") //=> { lng: -73.97, lat: 40.78, crs: "GCJ02" }
 */
export function fromWgs84({ lng, lat }: Pick<Wgs84Place, "lng" | "lat">, crs: Crs): Required<SurveyedPlace> {
  checkSurveyedPlace({ lng, lat, crs });
  if (crs === "WGS84") return { lng, lat, crs };
  const gcj02 = shift([lng, lat], "WGS84", "GCJ02");
  const [east, north] = crs === "BD09" ? convert(gcj02, "GCJ02", "BD09") : gcj02;
  return { lng: east, lat: north, crs };
}

import { reportIssue } from "../errors/codes.js";
import { EldercareError, type Issue } from "../errors/issue.js";
import { didYouMean } from "../errors/suggest.js";
import { reportCoordinateIssue } from "./codes.js";

/**
 * Coordinate systems: WGS-84 (GPS, the register); GCJ-02 (Chinese maps, such as 高德 and 腾讯); BD-09 (百度, longitude and
 * latitude, not Mercator metres).
 */
export const crsKinds = ["WGS84", "GCJ02", "BD09"] as const;

/** A coordinate system. */
export type Crs = (typeof crsKinds)[number];

/** A place in degrees with its coordinate system; WGS-84 unless said otherwise. */
export interface SurveyedPlace {
  readonly lng: number;
  readonly lat: number;
  readonly crs?: Crs;
}

function degreesIssues(pointer: string, value: unknown, most: number): Issue[] {
  if (typeof value !== "number" || !Number.isFinite(value)) return [reportIssue("NOT_A_NUMBER", pointer, { seen: value })];
  return Math.abs(value) > most ? [reportIssue("OUT_OF_RANGE", pointer, { seen: value, values: { expected: `-${most}–${most}` } })] : [];
}

/** @throws EldercareError with every issue of the place */
export function checkSurveyedPlace({ lng, lat, crs }: SurveyedPlace): void {
  const swapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
  const issues = swapped
    ? [reportCoordinateIssue("LNG_LAT_SWAPPED", "/lat", { seen: lat, values: { lng: String(lat), lat: String(lng) } })]
    : [...degreesIssues("/lng", lng, 180), ...degreesIssues("/lat", lat, 90)];
  if (crs !== undefined && !crsKinds.includes(crs))
    issues.push(reportIssue("NOT_IN_LIST", "/crs", { seen: crs, values: { expected: crsKinds.join(", "), ...didYouMean(String(crs), crsKinds) } }));
  if (issues.length > 0) throw new EldercareError(issues);
}

import type { Area } from "@eldercare/core";
import type { Random } from "./random.js";

/** A point on the earth, WGS-84 degrees. */
export type Place = NonNullable<Area["place"]>;

const metresPerDegree = 111_195;

/** Cosine by its series: Math.cos may differ in its last digit from one engine to the next, and with it the register. */
function cosineOfDegrees(degrees: number): number {
  const square = ((degrees * Math.PI) / 180) ** 2;
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 12; k++) {
    term *= -square / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

const toFiveDecimals = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/**
 * A point drawn evenly from the ring around a centre.
 *
 * @param leastMetres inner radius of the ring, straight line
 * @param mostMetres outer radius
 * @returns WGS-84 degrees, rounded to five decimals (about a metre)
 */
export function scatter(random: Random, centre: Place, [leastMetres, mostMetres]: readonly [number, number]): Place {
  for (;;) {
    const east = (2 * random.fraction() - 1) * mostMetres;
    const north = (2 * random.fraction() - 1) * mostMetres;
    const square = east * east + north * north;
    if (square > mostMetres * mostMetres || square < leastMetres * leastMetres) continue;
    return {
      lng: toFiveDecimals(centre.lng + east / (metresPerDegree * cosineOfDegrees(centre.lat))),
      lat: toFiveDecimals(centre.lat + north / metresPerDegree),
      crs: "WGS84",
    };
  }
}

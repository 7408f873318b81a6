import type { GeoPoint } from "../reportData.js";

/** A point of a drawing, in its units, x to the right and y down. */
export type DrawnPoint = readonly [x: number, y: number];

/** How places on the ground become points of a drawing. */
export interface Projection {
  readonly project: (place: GeoPoint) => DrawnPoint;
  /** The same without rounding: `x = east[0] + east[1] * lng`, `y = south[0] + south[1] * lat`. */
  readonly east: readonly [at0: number, perDegree: number];
  readonly south: readonly [at0: number, perDegree: number];
  /** Metres on the ground for one unit of the drawing. */
  readonly metresPerUnit: number;
}

/** A drawing's size and the margin kept free around the places, in its units. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

const metresPerDegree = (Math.PI / 180) * 6_371_008.8;
// a drawing of a single place would have no scale: it shows at least this much ground
const leastSpanMetres = 2000;

/**
 * A projection that shows all the places, centred, as large as the canvas allows: equirectangular about their middle, true
 * to within a few metres over a county.
 *
 * @param places at least one for a meaningful drawing; none gives a map about (0, 0)
 * @returns projection in units of the canvas, rounded to a tenth
 * @example
 * fitProjection([{ lng: 108.5, lat: 32 }], { width: 100, height: 80, margin: 5 }).project({ lng: 108.5, lat: 32 }) //=> [50, 40]
 */
export function fitProjection(places: readonly GeoPoint[], { width, height, margin }: Canvas): Projection {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lng, lat } of places) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (places.length === 0) [west, east, south, north] = [0, 0, 0, 0];
  const middle = { lng: (west + east) / 2, lat: (south + north) / 2 };
  const metresPerDegreeEast = metresPerDegree * Math.cos((middle.lat * Math.PI) / 180);
  const spanEast = Math.max(leastSpanMetres, (east - west) * metresPerDegreeEast);
  const spanNorth = Math.max(leastSpanMetres, (north - south) * metresPerDegree);
  const metresPerUnit = Math.max(spanEast / (width - 2 * margin), spanNorth / (height - 2 * margin));
  const unitsPerDegreeEast = metresPerDegreeEast / metresPerUnit;
  const unitsPerDegreeSouth = -metresPerDegree / metresPerUnit;
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return {
    metresPerUnit,
    east: [width / 2 - middle.lng * unitsPerDegreeEast, unitsPerDegreeEast],
    south: [height / 2 - middle.lat * unitsPerDegreeSouth, unitsPerDegreeSouth],
    project: ({ lng, lat }) => [
      tenth(width / 2 + (lng - middle.lng) * unitsPerDegreeEast),
      tenth(height / 2 + (lat - middle.lat) * unitsPerDegreeSouth),
    ],
  };
}

/** A change of drawing: `x' = scaleX * x + moveX`, `y' = scaleY * y + moveY`. */
export type Transfer = readonly [scaleX: number, scaleY: number, moveX: number, moveY: number];

/** Carries points of one drawing over to where the same places stand in another. */
export function transferBetween(from: Projection, to: Projection): Transfer {
  const scaleX = to.east[1] / from.east[1];
  const scaleY = to.south[1] / from.south[1];
  return [scaleX, scaleY, to.east[0] - scaleX * from.east[0], to.south[0] - scaleY * from.south[0]];
}

/** A scale bar: its length in units of the drawing and what it stands for in metres. */
export interface ScaleBar {
  readonly units: number;
  readonly metres: number;
}

/**
 * The longest bar of 1, 2 or 5 times a power of ten metres that fits.
 *
 * @example
 * scaleBar(100, 120) //=> { units: 100, metres: 10000 }
 */
export function scaleBar(metresPerUnit: number, longestUnits: number): ScaleBar {
  const most = metresPerUnit * longestUnits;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((factor) => factor * power <= most) ?? 1) * power;
  return { units: Math.round((metres / metresPerUnit) * 10) / 10, metres };
}

import type { Place } from "../model/problem.js";

const earthRadiusMetres = 6_371_008.8;
const radians = Math.PI / 180;

/**
 * Great-circle distance between two places, on a sphere of the earth's mean radius.
 *
 * @returns metres
 * @example
 * Math.round(greatCircleMetres({ id: "a", lng: 108, lat: 32 }, { id: "b", lng: 109, lat: 32 })) //=> 94298
 * Source: haversine formula; WGS-84 mean radius 6,371,008.8 m.
 */
export function greatCircleMetres(from: Place, to: Place): number {
  const latitudes = Math.sin(((to.lat - from.lat) * radians) / 2);
  const longitudes = Math.sin(((to.lng - from.lng) * radians) / 2);
  const chord = latitudes * latitudes + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * longitudes * longitudes;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

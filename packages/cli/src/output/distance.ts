import { greatCircleMetres, type Problem } from "@eldercare/scheduler";
import type { GeoPoint, ReportRoute } from "../report/reportData.js";

/** Kilometres driven on all routes: straight line × circuity of the profile, to the kilometre. */
export function distanceKmOf(routes: readonly ReportRoute[], problem: Problem): number {
  const profile = problem.travel.profiles.car;
  const circuity = profile?.kind === "straightLine" ? profile.circuity : 1;
  const metres = routes.reduce((sum, route) => {
    const points: GeoPoint[] = [route.start, ...route.stops.filter((stop) => stop.kind === "visit"), route.end];
    return (
      sum +
      points.slice(1).reduce((inner, point, index) => inner + greatCircleMetres({ id: "", ...(points[index] ?? point) }, { id: "", ...point }), 0)
    );
  }, 0);
  return Math.round((metres * circuity) / 1000);
}

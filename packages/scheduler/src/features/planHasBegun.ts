import { isFact } from "../model/facts.js";
import type { CheckedRoute } from "./checkHalf.js";

/** Whether something of each of some routes has begun, and everything else too: limits on work do not hold that against anybody. */
export function areBegunWhole(routes: readonly Pick<CheckedRoute, "stops">[]): boolean {
  return routes.every(({ stops }) => {
    const visits = stops.flatMap(({ visit }) => visit ?? []);
    return visits.length > 0 && visits.every(isFact);
  });
}

import type { Visit } from "../model/visit.js";
import type { CaregiverDay, CheckedPlan, CheckedStop } from "./checkHalf.js";

/** A visit as a plan has it made: by whom, on what date, at what time. */
export interface VisitMade extends CaregiverDay {
  readonly visit: Visit;
  readonly stop: CheckedStop;
}

/** Every visit that a plan has made, in the order of its routes. */
export function visitsOfRoutes({ routes }: CheckedPlan): VisitMade[] {
  return routes.flatMap(({ caregiver, crew, tour, shift, date, stops }) =>
    stops.flatMap((stop) => (stop.visit === undefined ? [] : [{ caregiver, crew, tour, shift, date, stop, visit: stop.visit }])),
  );
}

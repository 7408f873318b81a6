import type { Visit } from "../model/visit.js";
import type { CaregiverDay, CheckedPlan, CheckedStop } from "./checkHalf.js";

/** A visit as a plan has it made: by whom, on what date, at what time. */
export interface VisitMade extends CaregiverDay {
  readonly visit: Visit;
  readonly stop: CheckedStop;
}

const made = new WeakMap<CheckedPlan, readonly VisitMade[]>();

function list({ routes }: CheckedPlan): readonly VisitMade[] {
  return routes.flatMap(({ caregiver, crew, tour, shift, date, stops }) =>
    stops.flatMap((stop) => (stop.visit === undefined ? [] : [{ caregiver, crew, tour, shift, date, stop, visit: stop.visit }])),
  );
}

/** Every visit that a plan has made, in the order of its routes: found once, however many features ask. */
export function visitsOfRoutes(checked: CheckedPlan): readonly VisitMade[] {
  const known = made.get(checked);
  if (known !== undefined) return known;
  const found = list(checked);
  made.set(checked, found);
  return found;
}

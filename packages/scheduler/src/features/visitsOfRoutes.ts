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

type Need = keyof NonNullable<Visit["needs"]>;

const needing = new WeakMap<CheckedPlan, ReadonlyMap<string, readonly VisitMade[]>>();

function byNeed(checked: CheckedPlan): ReadonlyMap<string, readonly VisitMade[]> {
  const found = new Map<string, VisitMade[]>();
  for (const each of visitsOfRoutes(checked))
    for (const need of Object.keys(each.visit.needs ?? {})) {
      const others = found.get(need);
      if (others === undefined) found.set(need, [each]);
      else others.push(each);
    }
  return found;
}

/** The visits that a plan has made whose needs name something, in the order of its routes. */
export function visitsNeeding(checked: CheckedPlan, need: Need): readonly VisitMade[] {
  const known = needing.get(checked) ?? byNeed(checked);
  needing.set(checked, known);
  return known.get(need) ?? [];
}

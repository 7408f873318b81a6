import type { CivilDate } from "@eldercare/core";
import * as v from "valibot";
import type { Plan, PlanRoute } from "./plan.js";
import { planSchema } from "./planSchema.js";
import type { Problem } from "./problem.js";

/** Shape of what holds now. */
export const baseSchema = v.strictObject({ plan: planSchema });

/**
 * What holds now: the plan that people were told. A visit of it that another caregiver makes, or that is made on another date, or
 * not at all, costs the objective's `changedVisit`; another hour does not. The plan may name visits that are no more.
 */
export interface Base {
  readonly plan: Plan;
}

/** Who makes a visit, and when. */
export interface Appointed {
  readonly caregiver: string;
  readonly date: CivilDate;
  readonly start: string;
}

/** Who makes each visit of the plan that holds now; empty where a problem names none. */
export function baseOf({ base }: Pick<Problem, "base">): ReadonlyMap<string, Appointed> {
  return appointedIn(base?.plan.routes ?? []);
}

/** Who makes each visit of some routes. */
export function appointedIn(routes: readonly PlanRoute[]): ReadonlyMap<string, Appointed> {
  return new Map(
    routes.flatMap(({ caregiver, date, stops }) =>
      stops.flatMap(({ kind, id, start }): [string, Appointed][] => (kind === "visit" ? [[id, { caregiver, date, start }]] : [])),
    ),
  );
}

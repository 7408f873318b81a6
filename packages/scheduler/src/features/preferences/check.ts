import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Counts the visits made by someone other than a preferred caregiver; no breach. */
export const preferencesCheck: FeatureCheck = {
  codes: {},
  cost: (checked) => {
    const others = visitsOfRoutes(checked).filter(
      ({ visit: { prefers = [] }, crew }) => prefers.length > 0 && crew.every(({ id }) => !prefers.includes(id)),
    );
    return { notPreferred: others.length * fullObjective(checked.problem.objective).notPreferred };
  },
};

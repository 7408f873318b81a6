import { builtInChecks, type CheckedFeature } from "../features/checks.js";
import type { Plan, Violation } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import type { Problem } from "../model/problem.js";
import { runToEnd } from "../model/steps.js";
import { requireValid } from "../model/validate.js";
import { checkPlan } from "./checkPlan.js";

/**
 * Checks a plan against its problem from first principles, sharing nothing with the search: every visit once, every time
 * recomputed, every rule of every feature, every cost. Of the reasons why a visit is left out it asks only that there are
 * some, under known codes, of caregivers who exist; `explainUnassigned` finds them anew.
 *
 * @param options.features the features that hold, their check halves and reasons being used; the built-in ones unless given
 * @returns every violation; empty where the plan holds
 * @throws EldercareError every error that `validate` finds in the problem; every issue of the plan's shape
 * @example
 * verify(problem, { ...plan, routes: [] })[0].code //=> "VISIT_LOST"
 */
export function verify(problem: Problem, plan: Plan, options: { readonly features?: readonly CheckedFeature[] } = {}): Violation[] {
  runToEnd(requireValid(problem));
  requirePlan(plan, "");
  return runToEnd(checkPlan(problem, plan, options.features ?? builtInChecks));
}

import type { CheckedFeature } from "../features/checks.js";
import { builtInChecks } from "../features/checks.js";
import type { Plan, Violation } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { checkCost } from "./checkCost.js";
import { checkTimes } from "./checkTimes.js";
import { verifyCodes } from "./codes.js";
import { readPlan } from "./readPlan.js";
import { wordBreach } from "./wordBreach.js";

/**
 * Checks a plan against its problem from first principles, sharing nothing with the search: every visit once, every time
 * recomputed, every rule of every feature, every cost.
 *
 * @param problem a problem in which `validate` finds no error
 * @param options.features the features that hold, their check halves being used; the built-in ones unless given
 * @returns every violation; empty where the plan holds
 * @example
 * verify(problem, { ...plan, routes: [] })[0].code //=> "VISIT_LOST"
 */
export function verify(problem: Problem, plan: Plan, options: { readonly features?: readonly CheckedFeature[] } = {}): Violation[] {
  const features = options.features ?? builtInChecks;
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const { checked, breaches } = readPlan(problem, plan);
  return [
    ...[...breaches, ...checkTimes(checked, (id) => places.get(id)), ...checkCost(checked, features, (id) => places.get(id))].map((breach) =>
      wordBreach(breach, verifyCodes),
    ),
    ...features.flatMap(({ check }) => (check.breaches?.(checked) ?? []).map((breach) => wordBreach(breach, check.codes))),
  ];
}

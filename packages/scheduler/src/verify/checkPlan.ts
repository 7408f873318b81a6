import type { CheckedFeature } from "../features/checks.js";
import type { Plan, Violation } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { checkCost } from "./checkCost.js";
import { checkReasons } from "./checkReasons.js";
import { checkRoute } from "./checkTimes.js";
import { verifyCodes } from "./codes.js";
import { readPlan } from "./readPlan.js";
import { wordBreach } from "./wordBreach.js";

/** Every violation of a plan of the right shape, of a problem that `validate` has accepted. Resumable. */
export function* checkPlan(problem: Problem, plan: Plan, features: readonly CheckedFeature[]): Steps<Violation[]> {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const { checked, breaches } = yield* readPlan(problem, plan);
  breaches.push(...checkReasons(checked, features));
  for (const route of checked.routes) {
    yield;
    breaches.push(...checkRoute(checked, route, (id) => places.get(id)));
  }
  yield;
  breaches.push(...(yield* checkCost(checked, features, (id) => places.get(id))));
  const violations = breaches.map((breach) => wordBreach(breach, verifyCodes));
  for (const { check } of features) {
    yield;
    violations.push(...(check.breaches?.(checked) ?? []).map((breach) => wordBreach(breach, check.codes)));
  }
  return violations;
}

import type { CheckedFeature } from "../features/checks.js";
import type { Plan, Violation } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { checkCost } from "./checkCost.js";
import { checkReasons } from "./checkReasons.js";
import { checkTimes } from "./checkTimes.js";
import { verifyCodes } from "./codes.js";
import { readPlan } from "./readPlan.js";
import { wordBreach } from "./wordBreach.js";

/** Every violation of a plan of the right shape, of a problem that `validate` has accepted. */
export function checkPlan(problem: Problem, plan: Plan, features: readonly CheckedFeature[]): Violation[] {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const { checked, breaches } = readPlan(problem, plan);
  return [
    ...[
      ...breaches,
      ...checkReasons(checked, features),
      ...checkTimes(checked, (id) => places.get(id)),
      ...checkCost(checked, features, (id) => places.get(id)),
    ].map((breach) => wordBreach(breach, verifyCodes)),
    ...features.flatMap(({ check }) => (check.breaches?.(checked) ?? []).map((breach) => wordBreach(breach, check.codes))),
  ];
}

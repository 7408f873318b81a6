import type { Breach, CheckedFeature } from "../features/checks.js";
import { factsOf, isFact } from "../model/facts.js";
import type { Plan, Violation } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { checkCost } from "./checkCost.js";
import { checkReasons } from "./checkReasons.js";
import { checkRoute } from "./checkTimes.js";
import { verifyCodes } from "./codes.js";
import { readPlan } from "./readPlan.js";
import { wordBreach } from "./wordBreach.js";

/** Whether a breach only says what has happened: that a visit is where it has begun, and not what another has to do with it. */
function isAboutAFact({ visits }: Problem, { visit, caregiver, date, values }: Breach): boolean {
  if (visit === undefined || caregiver === undefined) return false;
  const other = visits.find(({ id }) => id === values?.other);
  if (other !== undefined && !isFact(other)) return false;
  const begun = visits.find(({ id }) => id === visit);
  return begun !== undefined && isFact(begun) && begun.fixed?.caregiver === caregiver && begun.fixed.date === date;
}

/** Every violation of a plan of the right shape, of a problem that `validate` has accepted. Resumable. */
export function* checkPlan(problem: Problem, plan: Plan, features: readonly CheckedFeature[]): Steps<Violation[]> {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const { checked, breaches } = yield* readPlan(problem, plan);
  const factsOn = factsOf(problem);
  breaches.push(...checked.left.filter(isFact).map(({ id }) => ({ code: "BEGUN_LEFT_OUT", visit: id })));
  breaches.push(...checkReasons(checked, features));
  for (const route of checked.routes) {
    yield;
    breaches.push(...checkRoute(checked, route, factsOn(route.caregiver, route.shift), (id) => places.get(id)));
  }
  yield;
  breaches.push(...(yield* checkCost(checked, features, (id) => places.get(id))));
  const violations = breaches.map((breach) => wordBreach(breach, verifyCodes));
  for (const { check } of features) {
    yield;
    const found = (check.breaches?.(checked) ?? []).filter((breach) => !isAboutAFact(problem, breach));
    violations.push(...found.map((breach) => wordBreach(breach, check.codes)));
  }
  return violations;
}

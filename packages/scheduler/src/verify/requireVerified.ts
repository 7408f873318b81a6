import type { CheckedFeature } from "../features/checks.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { checkPlan } from "./checkPlan.js";

/**
 * Refuses to hand out a plan that the checker does not accept: that would be a fault of this library. Resumable.
 *
 * @throws Error with the violations
 */
export function* requireVerified(problem: Problem, plan: Plan, features: readonly CheckedFeature[]): Steps<void> {
  const violations = yield* checkPlan(problem, plan, features);
  if (violations.length > 0)
    throw new Error(`the search made a plan that does not hold, please report this: ${violations.map(({ message }) => message.en).join("; ")}`);
}

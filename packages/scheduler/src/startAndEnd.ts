import { EldercareError } from "@eldercare/core";
import { loadRoutes } from "./construct/loadRoutes.js";
import type { RouteState } from "./evaluate/routeState.js";
import type { Feature } from "./features/feature.js";
import { reportSchedulerIssue } from "./model/codes.js";
import type { Plan } from "./model/plan.js";
import type { Problem } from "./model/problem.js";
import { verify } from "./verify/verify.js";

/**
 * Begins from a plan that the caller has.
 *
 * @throws EldercareError `START_PLAN_INVALID`, once for each violation
 */
export function resume(state: RouteState, start: Plan): void {
  const { problem, features } = state.compiled;
  // what the plan says it costs does not matter here: it may have been priced under another objective
  const violations = verify(problem, start, { features }).filter(({ code }) => code !== "WRONG_COST");
  if (violations.length > 0)
    throw new EldercareError(
      violations.map(({ code, message }) =>
        reportSchedulerIssue("START_PLAN_INVALID", "/start", { seen: code, values: { "what.zh": message.zh, "what.en": message.en } }),
      ),
    );
  loadRoutes(state, start.routes);
}

/**
 * Refuses to hand out a plan that the checker does not accept: that would be a fault of this library.
 *
 * @throws Error with the violations
 */
export function requireVerified(problem: Problem, plan: Plan, features: readonly Feature[]): void {
  const violations = verify(problem, plan, { features });
  if (violations.length > 0)
    throw new Error(`the search made a plan that does not hold, please report this: ${violations.map(({ message }) => message.en).join("; ")}`);
}

import { EldercareError } from "@eldercare/core";
import type { RouteState } from "../evaluate/routeState.js";
import { reportSchedulerIssue } from "../model/codes.js";
import type { Compiled } from "../model/compiled.js";
import type { Plan } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import type { Steps } from "../model/steps.js";
import { checkPlan } from "../verify/checkPlan.js";
import { loadRoutes } from "./loadRoutes.js";

/**
 * Begins from a plan that the caller has. Resumable.
 *
 * @throws EldercareError every issue of its shape; `START_PLAN_INVALID`, once for each violation
 */
export function* resume(state: RouteState, start: Plan): Steps<void> {
  yield* requireStart(state.compiled, start);
  loadRoutes(state, start.routes);
}

/** Refuses a plan to begin from that does not hold. Resumable. */
export function* requireStart({ problem, features }: Compiled, start: Plan): Steps<void> {
  requirePlan(start, "/start");
  // what the plan says it costs does not matter here: it may have been priced under another objective
  const violations = (yield* checkPlan(problem, start, features)).filter(({ code }) => code !== "WRONG_COST");
  if (violations.length > 0)
    throw new EldercareError(
      violations.map(({ code, message }) =>
        reportSchedulerIssue("START_PLAN_INVALID", "/start", { seen: code, values: { "what.zh": message.zh, "what.en": message.en } }),
      ),
    );
}

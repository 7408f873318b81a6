import { loadRoutes } from "../construct/loadRoutes.js";
import { explain } from "../explain/explainUnassigned.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import type { Feature } from "../features/feature.js";
import { evaluateLinked } from "../linked/evaluateLinked.js";
import { compile } from "../model/compile.js";
import type { Plan, RouteOrder } from "../model/plan.js";
import { requireOrders } from "../model/planSchema.js";
import type { Problem } from "../model/problem.js";
import { beyondSingleRoutes } from "../model/softTerms.js";
import { runToEnd } from "../model/steps.js";
import { requireValid } from "../model/validate.js";
import { newState } from "./newState.js";
import { toPlan, withReasons } from "./toPlan.js";

/**
 * Times and prices routes that someone has put in order by hand, transports as a `board` and an `alight` stop. Nothing is moved: an order that cannot be kept comes back
 * with the times at which it would run late, and `verify` says what is wrong with it; with links, soft hours, overtime or
 * optional breaks it is refused.
 *
 * @param routes orders of stops; where an order names no break, the breaks of its shift are placed for it, those that may be
 * missed where that costs least. A plan says when everything is: a break that it does not name is missed
 * @throws EldercareError every error that `validate` finds; every issue of the orders' shape; `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES`; `LINK_IN_PART`, `ORDERS_IN_CIRCLE`, `ORDERS_NOT_KEPT`
 * @example
 * evaluate(problem, [{ caregiver: "c-1", date: "2026-11-23", stops: [{ kind: "visit", id: "x-1" }] }]).cost.travel //=> 20
 */
export function evaluate(problem: Problem, routes: readonly RouteOrder[], options: { readonly features?: readonly Feature[] } = {}): Plan {
  runToEnd(requireValid(problem));
  requireOrders(routes);
  const compiled = runToEnd(compile(problem, options.features ?? defaultFeatures));
  if (beyondSingleRoutes(problem).length > 0) return evaluateLinked(compiled, routes);
  const state = newState(compiled);
  loadRoutes(state, routes);
  const plan = runToEnd(toPlan(state));
  return withReasons(plan, runToEnd(explain(state, plan.left)));
}

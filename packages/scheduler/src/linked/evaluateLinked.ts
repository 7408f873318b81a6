import { withReasons } from "../evaluate/toPlan.js";
import type { Compiled } from "../model/compiled.js";
import type { Plan, RouteOrder } from "../model/plan.js";
import { runToEnd } from "../model/steps.js";
import { explainLinked } from "./explainLinked.js";
import { linkedPlan } from "./linkedPlan.js";
import { loadOrders } from "./loadOrders.js";
import { newLinkedState } from "./newLinkedState.js";

/**
 * Times and prices orders of a compiled problem that is searched as an order of appointments.
 *
 * @throws EldercareError as `loadOrders`
 */
export function evaluateLinked(compiled: Compiled, orders: readonly RouteOrder[]): Plan {
  const state = newLinkedState(compiled);
  loadOrders(state, orders);
  const timed = runToEnd(linkedPlan(state));
  return withReasons(timed, runToEnd(explainLinked(state, timed.left)));
}

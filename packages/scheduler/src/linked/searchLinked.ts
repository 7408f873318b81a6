import { requireStart } from "../construct/resume.js";
import { withReasons } from "../evaluate/toPlan.js";
import type { Progress } from "../improve/improve.js";
import type { Budget } from "../improve/stop/budget.js";
import type { Compiled } from "../model/compiled.js";
import type { Plan, Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import { explainLinked } from "./explainLinked.js";
import { linkedPlan } from "./linkedPlan.js";
import { improveLinked } from "./linkedSearch.js";
import { loadOrders } from "./loadOrders.js";
import { newLinkedState } from "./newLinkedState.js";

/** Finds a plan of a compiled problem as an order of appointments: with links, soft hours, overtime and breaks that may be missed. Resumable. */
export function* searchLinked(
  compiled: Compiled,
  start: Plan | undefined,
  seed: number,
  budget: Budget,
  onProgress?: (progress: Progress) => void,
): Steps<{ plan: Plan; run: Run }> {
  const state = newLinkedState(compiled);
  if (start !== undefined) {
    yield* requireStart(compiled, start);
    loadOrders(state, start.routes);
  }
  const run = yield* improveLinked(state, seed, budget, onProgress);
  const timed = yield* linkedPlan(state);
  return { plan: withReasons(timed, yield* explainLinked(state, timed.left)), run };
}

import { insertCheapest } from "../construct/insertCheapest.js";
import { newState } from "../evaluate/newState.js";
import { toPlan, withReasons } from "../evaluate/toPlan.js";
import { explain } from "../explain/explainUnassigned.js";
import { improve } from "../improve/improve.js";
import type { Compiled } from "../model/compiled.js";
import type { Steps } from "../model/steps.js";
import { loadKept } from "./loadKept.js";
import type { Repair, Repaired } from "./repair.js";

/** Repairs a plan whose routes do not bear on one another: what no longer fits is let go, put back where it costs least, and searched around. Resumable. */
export function* plainRepair(compiled: Compiled, { orders, seed, budget, concerns }: Repair): Steps<Repaired> {
  const state = newState(compiled);
  const { out, stuck } = loadKept(state, orders);
  if (stuck.length > 0) return { stuck };
  const loaded = yield* toPlan(state);
  if (!concerns(loaded.routes, out.length)) return { plan: withReasons(loaded, yield* explain(state, loaded.left)), stuck };
  yield* insertCheapest(state);
  const run = yield* improve(state, seed, budget);
  yield* insertCheapest(state);
  const timed = yield* toPlan(state);
  return { plan: withReasons(timed, yield* explain(state, timed.left)), run, stuck };
}

import type { RouteState } from "../evaluate/routeState.js";
import { apartFor } from "../improve/coolings.js";
import { loadOrder } from "../improve/loadOrder.js";
import type { Neighbours } from "../improve/ruin/neighbours.js";
import { type AfterStep, Search } from "../improve/search.js";
import { Snapshot } from "../improve/snapshot.js";
import { Budget } from "../improve/stop/budget.js";
import type { Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import type { Found, Task } from "./messages.js";

/** Milliseconds since 1970 by the clock that budgets go by. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Told of every step, with the search that made it. */
export type Watch = (search: Search, ...step: Parameters<AfterStep>) => void;

/** What a thread keeps from task to task. */
export interface Thread {
  readonly state: RouteState;
  readonly neighbours: Neighbours;
}

/** Does one thread's part of a search. Resumable between steps. */
export function* doTask({ state, neighbours }: Thread, task: Task, watch: Watch, signal?: AbortSignal): Steps<Found> {
  const { limits, start, sources, empties, coolings, frozen } = task;
  const { stopCount, routeCount, jobCount } = state.compiled;
  const found = sources.map((source) => {
    loadOrder(state, source);
    return new Snapshot(state);
  });
  loadOrder(state, start);
  state.frozenRoutes.set(frozen?.routes ?? new Uint8Array(routeCount));
  state.frozenJobs.set(frozen?.jobs ?? new Uint8Array(jobCount));
  const search = yield* Search.of(state, task.seed, neighbours);
  search.bests.addSources(found);
  const { until, ...others } = limits;
  const budget = new Budget({
    ...others,
    ...(until === undefined ? {} : { timeLimitMs: Math.max(0, until - nowMs()) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const afterStep: AfterStep = (iterations, isBest) => watch(search, iterations, isBest);
  let stoppedBy: Run["stoppedBy"] = "nothingToSearch";
  if (stopCount > 0 && routeCount > 0) {
    if (empties) yield* search.emptyRoutes(budget, afterStep);
    stoppedBy = yield* search.run(budget, coolings ?? ((steps) => apartFor(steps, jobCount)), afterStep);
  }
  state.frozenRoutes.fill(0);
  state.frozenJobs.fill(0);
  return { plans: search.bests.orders, last: state.next.slice(), iterations: search.iterations, stoppedBy };
}

import type { RouteState } from "../evaluate/routeState.js";
import type { Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import { schedulerVersion } from "../version.js";
import { coolingsFor } from "./coolings.js";
import { Search } from "./search.js";
import type { Budget } from "./stop/budget.js";

/** How far a search has come. */
export interface Progress {
  readonly iterations: number;
  readonly elapsedMs: number;
  /** Cost of the best plan so far, objective units. */
  readonly cost: number;
  /** Visits and transports in no route. */
  readonly unassigned: number;
}

/** How often progress is told. */
export const progressEveryMs = 100;

/**
 * Improves routes until the budget is spent, having emptied some first where the objective is for the fewest; the routes are
 * then those of the best plan met. Resumable between iterations.
 */
export function* improve(state: RouteState, seed: number, budget: Budget, onProgress?: (progress: Progress) => void): Steps<Run> {
  const { stopCount, routeCount, jobCount } = state.compiled;
  const search = yield* Search.of(state, seed);
  const { bests } = search;
  const trace: [number, number][] = [[Math.round(budget.elapsedMs()), bests.units]];
  let reported = 0;
  const report = (): void => {
    reported = budget.elapsedMs();
    onProgress?.({ iterations: search.iterations, elapsedMs: reported, cost: bests.units, unassigned: bests.left });
  };
  const afterStep = (_: number, isBest: boolean): void => {
    if (isBest) trace.push([Math.round(budget.elapsedMs()), bests.units]);
    if (onProgress !== undefined && budget.elapsedMs() - reported >= progressEveryMs) report();
  };
  let stoppedBy: Run["stoppedBy"] = "nothingToSearch";
  if (stopCount > 0 && routeCount > 0) {
    yield* search.emptyRoutes(budget, afterStep);
    stoppedBy = yield* search.run(budget, (steps) => coolingsFor(steps, jobCount), afterStep);
  }
  bests.restore();
  report();
  return { seed, iterations: search.iterations, elapsedMs: budget.elapsedMs(), stoppedBy, threads: 1, version: schedulerVersion, trace };
}

import { EldercareError, type Issue } from "@eldercare/core";
import { defaultFeatures } from "./features/defaultFeatures.js";
import type { Feature } from "./features/feature.js";
import type { Progress } from "./improve/improve.js";
import type { Limits } from "./improve/stop/budget.js";
import { reportSchedulerIssue } from "./model/codes.js";
import type { Plan } from "./model/plan.js";
import { startWorker as startOwnWorker } from "./parallel/startWorker.js";
import type { NodeWorker, WebWorker } from "./parallel/workerPort.js";

/** How `solve` is to go about it. */
export interface SolveOptions {
  /** Milliseconds to search; 5,000 where neither this nor `maxIterations` is given. */
  readonly timeLimitMs?: number;
  /** Iterations to search; the plan then depends on the problem, the seed and this number alone. */
  readonly maxIterations?: number;
  /** Stops as soon as a plan costs so much or less, in objective units. */
  readonly stopAtCost?: number;
  /** Stops after so many iterations that found no better plan. */
  readonly stopAfterIdleIterations?: number;
  /** Seed of the random numbers; 1 where absent. */
  readonly seed?: number;
  /** Stops the search when aborted; the best plan so far is returned. */
  readonly signal?: AbortSignal;
  /** Told about every tenth of a second, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** A plan of the same problem to begin from. */
  readonly start?: Plan;
  /**
   * Threads that search, 1 where absent: the caller's and so many workers less one. `maxIterations` is then for each of them.
   * A worker that cannot be started or dies costs its share of the search and no more: `run.threads` says how many there were
   * at the end. Problems with tours, beds or links are searched on one.
   */
  readonly threads?: number;
  /**
   * Starts a worker of the file `@eldercare/scheduler/worker`, where a bundler does not find it by itself:
   * `() => new Worker(new URL("@eldercare/scheduler/worker", import.meta.url), { type: "module" })`.
   */
  readonly startWorker?: () => NodeWorker | WebWorker;
  /** The features that hold; `defaultFeatures` where absent. */
  readonly features?: readonly Feature[];
}

const usualTimeLimitMs = 5_000;
const mostThreads = 64;

/** Fills in the defaults of the options. */
export function readOptions(options: SolveOptions) {
  const {
    timeLimitMs,
    maxIterations,
    stopAtCost,
    stopAfterIdleIterations,
    seed = 1,
    signal,
    onProgress,
    start,
    features = defaultFeatures,
  } = options;
  const { threads = 1, startWorker = startOwnWorker } = options;
  const issues: Issue[] = [];
  const refuse = (field: string, seen: number): void => {
    issues.push(reportSchedulerIssue("NOT_A_BUDGET", `/${field}`, { seen, values: { field } }));
  };
  if (timeLimitMs !== undefined && !(timeLimitMs >= 0)) refuse("timeLimitMs", timeLimitMs);
  if (maxIterations !== undefined && !(Number.isSafeInteger(maxIterations) && maxIterations >= 0)) refuse("maxIterations", maxIterations);
  if (stopAtCost !== undefined && Number.isNaN(stopAtCost)) refuse("stopAtCost", stopAtCost);
  if (stopAfterIdleIterations !== undefined && !(Number.isSafeInteger(stopAfterIdleIterations) && stopAfterIdleIterations >= 1))
    refuse("stopAfterIdleIterations", stopAfterIdleIterations);
  if (!Number.isSafeInteger(seed)) refuse("seed", seed);
  if (!(Number.isSafeInteger(threads) && threads >= 1 && threads <= mostThreads))
    issues.push(reportSchedulerIssue("NOT_A_THREAD_COUNT", "/threads", { seen: threads, values: { most: String(mostThreads) } }));
  else if (threads > 1 && features !== defaultFeatures) issues.push(reportSchedulerIssue("FEATURES_NOT_IN_THREADS", "/features"));
  if (issues.length > 0) throw new EldercareError(issues);
  const time = timeLimitMs ?? (maxIterations === undefined ? usualTimeLimitMs : undefined);
  const limits: Limits = {
    ...(time === undefined ? {} : { timeLimitMs: time }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(stopAtCost === undefined ? {} : { stopAtCost }),
    ...(stopAfterIdleIterations === undefined ? {} : { stopAfterIdleIterations }),
    ...(signal === undefined ? {} : { signal }),
  };
  return { limits, seed, features, start, onProgress, threads, startWorker };
}

import { EldercareError, type Issue } from "@eldercare/core";
import { defaultFeatures } from "./features/defaultFeatures.js";
import type { Feature } from "./features/feature.js";
import type { Progress } from "./improve/improve.js";
import { reportSchedulerIssue } from "./model/codes.js";
import type { Plan } from "./model/plan.js";

/** How `solve` is to go about it. */
export interface SolveOptions {
  /** Milliseconds to search; 5,000 where neither this nor `maxIterations` is given. */
  readonly timeLimitMs?: number;
  /** Iterations to search; the plan then depends on the problem, the seed and this number alone. */
  readonly maxIterations?: number;
  /** Seed of the random numbers; 1 where absent. */
  readonly seed?: number;
  /** Stops the search when aborted; the best plan so far is returned. */
  readonly signal?: AbortSignal;
  /** Told about every tenth of a second, and at the end. */
  readonly onProgress?: (progress: Progress) => void;
  /** A plan of the same problem to begin from. */
  readonly start?: Plan;
  /** The features that hold; `defaultFeatures` where absent. */
  readonly features?: readonly Feature[];
}

const usualTimeLimitMs = 5_000;

/** Fills in the defaults of the options. */
export function readOptions(options: SolveOptions) {
  const { timeLimitMs, maxIterations, seed = 1, signal, onProgress, start, features = defaultFeatures } = options;
  const issues: Issue[] = [];
  const refuse = (field: string, seen: number): void => {
    issues.push(reportSchedulerIssue("NOT_A_BUDGET", `/${field}`, { seen, values: { field } }));
  };
  if (timeLimitMs !== undefined && !(timeLimitMs >= 0)) refuse("timeLimitMs", timeLimitMs);
  if (maxIterations !== undefined && !(Number.isSafeInteger(maxIterations) && maxIterations >= 0)) refuse("maxIterations", maxIterations);
  if (!Number.isSafeInteger(seed)) refuse("seed", seed);
  if (issues.length > 0) throw new EldercareError(issues);
  const time = timeLimitMs ?? (maxIterations === undefined ? usualTimeLimitMs : undefined);
  const limits = {
    ...(time === undefined ? {} : { timeLimitMs: time }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(signal === undefined ? {} : { signal }),
  };
  return { limits, seed, features, start, onProgress };
}

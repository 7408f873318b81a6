import { EldercareError, type Issue } from "@eldercare/core";
import type { NodeWorker, WebWorker } from "../parallel/workerPort.js";
import { reportSitingIssue } from "./codes.js";
import { startSolver } from "./startSolver.js";

/** How `site` is to go about it. */
export interface SitingOptions {
  /**
   * `heuristic` (where absent) searches and gives a bound of its own. `exact` goes on with HiGHS until the plan is proven to
   * be the best, or time is up; it needs the package `highs`, which nobody else has to install.
   */
  readonly method?: "heuristic" | "exact";
  /** Choices of sites that the heuristic looks at: 10,000 where absent, 2,000 before the exact method. */
  readonly maxIterations?: number;
  /** Milliseconds in all; 60,000 for the exact method where absent. What time cuts short depends on the machine. */
  readonly timeLimitMs?: number;
  /** Seed of the random numbers; 1 where absent. */
  readonly seed?: number;
  /** Stops when aborted; the best plan so far is returned. */
  readonly signal?: AbortSignal;
  /**
   * Starts a worker of the file `@eldercare/scheduler/siting/worker`, where a bundler does not find it by itself:
   * `() => new Worker(new URL("@eldercare/scheduler/siting/worker", import.meta.url), { type: "module" })`.
   */
  readonly startWorker?: () => NodeWorker | WebWorker;
  /** Where `highs.wasm` is served, for a page whose bundler moves it. */
  readonly wasmUrl?: string;
}

const usualIterations = { heuristic: 10_000, exact: 2_000 };
const usualTimeMs = { heuristic: Number.POSITIVE_INFINITY, exact: 60_000 };
/** A timer counts no further. */
const longestTimeMs = 2_000_000_000;

/**
 * Fills in the defaults of the options.
 *
 * @throws EldercareError SITING_OPTION_INVALID
 */
export function readSitingOptions(options: SitingOptions) {
  const { method = "heuristic", seed = 1, signal, startWorker = startSolver, wasmUrl } = options;
  const issues: Issue[] = [];
  const refuse = (field: string, seen: unknown, expected: string): void => {
    issues.push(reportSitingIssue("SITING_OPTION_INVALID", `/${field}`, { seen, values: { field, expected } }));
  };
  const isMethod = method === "heuristic" || method === "exact";
  if (!isMethod) refuse("method", method, "heuristic, exact");
  const { maxIterations = usualIterations[isMethod ? method : "heuristic"], timeLimitMs = usualTimeMs[isMethod ? method : "heuristic"] } = options;
  if (!(Number.isSafeInteger(maxIterations) && maxIterations >= 1)) refuse("maxIterations", maxIterations, "1, 2, 3 …");
  if (!(timeLimitMs >= 0)) refuse("timeLimitMs", timeLimitMs, "≥ 0");
  if (!Number.isSafeInteger(seed)) refuse("seed", seed, "… −1, 0, 1 …");
  if (issues.length > 0) throw new EldercareError(issues);
  const timeMs = method === "exact" ? Math.min(timeLimitMs, longestTimeMs) : timeLimitMs;
  return { method, maxIterations, timeLimitMs: timeMs, seed, signal, startWorker, wasmUrl };
}

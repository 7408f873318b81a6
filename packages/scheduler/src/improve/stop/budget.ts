import type { Run } from "../../model/plan.js";

/** When a search stops: after so many iterations, so many milliseconds, or when its signal says so. */
export class Budget {
  private readonly maxIterations: number;
  private readonly timeLimitMs: number;
  private readonly signal: AbortSignal | undefined;
  private readonly startedAt = performance.now();

  constructor(limits: { readonly maxIterations?: number; readonly timeLimitMs?: number; readonly signal?: AbortSignal }) {
    this.maxIterations = limits.maxIterations ?? Number.POSITIVE_INFINITY;
    this.timeLimitMs = limits.timeLimitMs ?? Number.POSITIVE_INFINITY;
    this.signal = limits.signal;
  }

  /** Milliseconds since the search was asked for. */
  elapsedMs(): number {
    return performance.now() - this.startedAt;
  }

  /** Why the search is to stop after so many iterations; undefined while it may go on. */
  spent(iterations: number): Run["stoppedBy"] | undefined {
    if (this.signal?.aborted === true) return "signal";
    if (iterations >= this.maxIterations) return "iterations";
    if (this.timeLimitMs !== Number.POSITIVE_INFINITY && this.elapsedMs() >= this.timeLimitMs) return "time";
    return undefined;
  }

  /** The share of the budget that is spent: of iterations where these are limited (so that no clock has a say), else of time. */
  share(iterations: number): number {
    return Math.min(1, this.maxIterations === Number.POSITIVE_INFINITY ? this.elapsedMs() / this.timeLimitMs : iterations / this.maxIterations);
  }
}

import type { Run } from "../../model/plan.js";

/** What ends a search. */
export interface Limits {
  readonly maxIterations?: number;
  readonly timeLimitMs?: number;
  /** Cost in objective units at which a plan is good enough. */
  readonly stopAtCost?: number;
  /** Iterations without a better plan after which none is expected. */
  readonly stopAfterIdleIterations?: number;
  readonly signal?: AbortSignal;
}

/** Plans state their cost to the millionth. */
const printedTo = 1e-6;

/** When a search stops: after so many iterations or milliseconds, when its plan is good enough or has long been the same, or at a signal. */
export class Budget {
  private readonly maxIterations: number;
  private readonly timeLimitMs: number;
  private readonly stopAtCost: number;
  private readonly stopAfterIdle: number;
  private readonly signal: AbortSignal | undefined;
  private best = Number.POSITIVE_INFINITY;
  private bestAt = 0;
  private readonly startedAt = performance.now();

  constructor(limits: Limits) {
    this.maxIterations = limits.maxIterations ?? Number.POSITIVE_INFINITY;
    this.timeLimitMs = limits.timeLimitMs ?? Number.POSITIVE_INFINITY;
    this.stopAtCost = limits.stopAtCost ?? Number.NEGATIVE_INFINITY;
    this.stopAfterIdle = limits.stopAfterIdleIterations ?? Number.POSITIVE_INFINITY;
    this.signal = limits.signal;
  }

  /** Milliseconds since the search was asked for. */
  elapsedMs(): number {
    return performance.now() - this.startedAt;
  }

  /** Takes note of the best plan's cost, in objective units, after so many iterations. */
  note(cost: number, iterations: number): void {
    if (cost >= this.best) return;
    this.best = cost;
    this.bestAt = iterations;
  }

  /** Why the search is to stop after so many iterations; undefined while it may go on. */
  spent(iterations: number): Run["stoppedBy"] | undefined {
    if (this.signal?.aborted === true) return "signal";
    if (this.best <= this.stopAtCost + printedTo) return "cost";
    if (iterations >= this.maxIterations) return "iterations";
    if (iterations - this.bestAt >= this.stopAfterIdle) return "idle";
    if (this.timeLimitMs !== Number.POSITIVE_INFINITY && this.elapsedMs() >= this.timeLimitMs) return "time";
    return undefined;
  }

  /** Iterations left where they are limited. */
  stepsLeft(iterations: number): number {
    return this.maxIterations - iterations;
  }

  /** What a part of the budget comes to for each of several threads: so many iterations, until a moment of `nowMs`' clock. */
  limitsOf(fromShare: number, toShare: number, nowMs: number): Omit<Limits, "timeLimitMs" | "signal"> & { readonly until?: number } {
    const { maxIterations, timeLimitMs } = this;
    const to = (share: number): number => Math.round(share * maxIterations);
    return {
      ...(maxIterations === Number.POSITIVE_INFINITY ? {} : { maxIterations: to(toShare) - to(fromShare) }),
      ...(this.stopAtCost === Number.NEGATIVE_INFINITY ? {} : { stopAtCost: this.stopAtCost }),
      ...(this.stopAfterIdle === Number.POSITIVE_INFINITY ? {} : { stopAfterIdleIterations: this.stopAfterIdle }),
      ...(timeLimitMs === Number.POSITIVE_INFINITY ? {} : { until: nowMs - this.elapsedMs() + toShare * timeLimitMs }),
    };
  }

  /** The share of the budget that is spent: of iterations where these are limited (so that no clock has a say), else of time. */
  share(iterations: number): number {
    return Math.min(1, this.maxIterations === Number.POSITIVE_INFINITY ? this.elapsedMs() / this.timeLimitMs : iterations / this.maxIterations);
  }
}

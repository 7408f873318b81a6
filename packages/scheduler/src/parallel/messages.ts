import type { Cooling } from "../improve/coolings.js";
import type { Run } from "../model/plan.js";
import type { Problem } from "../model/problem.js";

/** How long a part of a search may take: so many steps, or until a moment in milliseconds since 1970; the rest as in `Limits`. */
export interface TaskLimits {
  readonly maxIterations?: number;
  readonly until?: number;
  readonly stopAtCost?: number;
  readonly stopAfterIdleIterations?: number;
}

/** What a thread is to leave as it is: see `RouteState`. */
export interface Frozen {
  readonly routes: Uint8Array;
  readonly jobs: Uint8Array;
}

/** One thread's part of a search. Orders are those of `loadOrder`: all threads number the nodes of a problem alike. */
export interface Task {
  readonly seed: number;
  readonly limits: TaskLimits;
  /** The plan to begin from. */
  readonly start: Int32Array;
  /** Plans whose routes may be taken over. */
  readonly sources: readonly Int32Array[];
  /** Empties routes first, where the objective is for the fewest. */
  readonly empties: boolean;
  /** How the limits are shared out; undefined: plans are found apart, one cooling each. */
  readonly coolings?: readonly Cooling[];
  readonly frozen?: Frozen;
}

/** What a thread found. */
export interface Found {
  /** The best plan of each cooling, the best of all first. */
  readonly plans: readonly Int32Array[];
  /** Where the search stood at the end. */
  readonly last: Int32Array;
  readonly iterations: number;
  readonly stoppedBy: Run["stoppedBy"];
}

/** What the caller's thread says to a worker. */
export type ToWorker = { readonly kind: "begin"; readonly problem: Problem } | { readonly kind: "task"; readonly id: number; readonly task: Task };

/** What a worker says: that it has found a better plan, or all that a task asked for. */
export type FromWorker =
  | { readonly kind: "better"; readonly id: number; readonly plan: Int32Array; readonly cost: number }
  | { readonly kind: "found"; readonly id: number; readonly found: Found };

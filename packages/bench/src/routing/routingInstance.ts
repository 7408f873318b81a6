import type { Plan, Problem } from "@eldercare/scheduler";

/** A benchmark instance as a problem, with the distance of its plans as the benchmark counts it. */
export interface RoutingInstance {
  readonly name: string;
  readonly problem: Problem;
  /** Whether fewer vehicles come before any distance, so that distances compare only between equal numbers of vehicles. */
  readonly vehiclesFirst: boolean;
  /** Whether plans may leave visits out at a price that `distanceOf` counts. */
  readonly mayLeaveOut?: boolean;
  /** Infinite where the plan breaks what the benchmark asks. */
  readonly distanceOf: (plan: Plan) => number;
}

import { solve, verify } from "@eldercare/scheduler";
import type { BestKnown } from "./bestKnown.js";
import type { RoutingInstance } from "./routingInstance.js";
import type { RoutingResult } from "./summarise.js";

/** Solves an instance within a time and compares the plan with the best known. */
export async function runInstance(
  { name, problem, vehiclesFirst, mayLeaveOut = false, distanceOf }: RoutingInstance,
  known: BestKnown | undefined,
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): Promise<RoutingResult> {
  const { plan, run } = await solve(problem, { timeLimitMs: seconds * 1000, seed });
  const isComplete = mayLeaveOut || plan.unassigned.length + (plan.unassignedTransports ?? []).length === 0;
  const distance = isComplete ? distanceOf(plan) : Number.POSITIVE_INFINITY;
  const cost = Number.isFinite(distance) ? distance : null;
  const best = known?.cost ?? null;
  const compares = !vehiclesFirst || plan.routes.length === known?.vehicles;
  return {
    name,
    set: known?.set ?? "",
    seed,
    cost,
    best,
    gapPercent: cost === null || best === null || !compares ? null : (100 * (cost - best)) / best,
    vehicles: plan.routes.length,
    bestVehicles: known?.vehicles ?? null,
    iterations: run.iterations,
    elapsedSeconds: run.elapsedMs / 1000,
    verified: verify(problem, plan).length === 0,
  };
}

const percent = (value: number | null): string => (value === null ? "–" : `${value.toFixed(2)} %`);

/** A result on one line. */
export function printResult({ name, seed, cost, gapPercent, vehicles, bestVehicles, iterations, elapsedSeconds, verified }: RoutingResult): string {
  return [
    name.padEnd(10),
    `seed ${seed}`,
    `${elapsedSeconds.toFixed(1).padStart(5)} s`,
    String(cost ?? "incomplete").padStart(10),
    `gap ${percent(gapPercent).padStart(8)}`,
    `${vehicles}${bestVehicles === null ? "" : ` of ${bestVehicles}`} vehicles`,
    `${iterations} iterations`,
    verified ? "verified" : "NOT VERIFIED",
  ].join("  ");
}

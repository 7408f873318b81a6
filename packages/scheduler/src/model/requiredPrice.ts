import { knownSecondsOfDay } from "./clock.js";
import { fullObjective } from "./objective.js";
import type { Problem } from "./problem.js";
import { usualPriority, type Visit } from "./visit.js";

/** Whether a visit must be made: it is required, or already fixed. */
export function isRequired(visit: Visit): boolean {
  return visit.required === true || (visit.fixed !== undefined && visit.fixed !== null);
}

/** What leaving out a visit that need not be made costs: objective units. */
export function optionalPrice(problem: Problem, visit: Visit): number {
  return fullObjective(problem.objective).unservedPriority[(visit.priority ?? usualPriority) - 1] ?? 0;
}

/**
 * The price of leaving out a visit that must be made: more than everything else in the objective together, so that serving
 * it always wins. Whole objective units.
 */
export function requiredPrice(problem: Problem): number {
  const objective = fullObjective(problem.objective);
  let sum = 1;
  for (const caregiver of problem.caregivers)
    for (const shift of caregiver.shifts)
      sum +=
        objective.caregiverDay +
        ((knownSecondsOfDay(shift.to) - knownSecondsOfDay(shift.from)) / 60) * Math.max(objective.travelMinute, objective.waitingMinute);
  for (const visit of problem.visits) sum += objective.notPreferred + (isRequired(visit) ? 0 : optionalPrice(problem, visit));
  return Math.ceil(sum);
}

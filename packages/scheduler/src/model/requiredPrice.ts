import { addDays } from "@eldercare/core";
import { knownSecondsOfDay } from "./clock.js";
import { daysOverdue } from "./daysOverdue.js";
import { defaultObjective, fullObjective } from "./objective.js";
import type { Problem } from "./problem.js";
import { ratingsOf } from "./ratings.js";
import { isOptionalBreak, isSoft } from "./softTerms.js";
import type { Transport } from "./transport.js";
import { usualPriority, type Visit } from "./visit.js";

/** What can be left out at a price: a visit or a transport. */
export type Demand = Visit | Transport;

/** Whether a visit or transport must be made: it is required, or already fixed. */
export function isRequired(demand: Demand): boolean {
  return demand.required === true || ("fixed" in demand && demand.fixed !== undefined && demand.fixed !== null);
}

/** What leaving out a visit or transport that need not be made costs: objective units. */
export function optionalPrice(problem: Problem, demand: Demand): number {
  const { unservedPriority = defaultObjective.unservedPriority } = problem.objective ?? {};
  return unservedPriority[(demand.priority ?? usualPriority) - 1] ?? 0;
}

/** A visit begins at most so late: overtime ends a day after the day has ended. */
const latestMinutes = 2 * 24 * 60;

/** What all visits cost at most by their caregivers' hours: yuan. */
function dearestService({ caregivers, visits }: Problem): number {
  const hourFen = Math.max(0, ...caregivers.map(({ costPerHourFen = 0 }) => costPerHourFen));
  const factor = Math.max(1, ...caregivers.map(({ serviceTimeFactor = 1 }) => serviceTimeFactor));
  // a length is rounded to the second
  return visits.reduce((sum, { serviceMinutes }) => sum + ((serviceMinutes * factor + 1) / 60) * (hourFen / 100), 0);
}

/**
 * The price of leaving out a visit or transport that must be made: more than everything else in the objective together, so that serving
 * it always wins. Whole objective units.
 */
export function requiredPrice(problem: Problem): number {
  const objective = fullObjective(problem.objective);
  let [sum, longestShift] = [1, 0];
  for (const caregiver of problem.caregivers)
    for (const shift of caregiver.shifts) {
      const { overtimeMinutes = 0 } = shift;
      const minutes = (knownSecondsOfDay(shift.to) - knownSecondsOfDay(shift.from)) / 60 + overtimeMinutes;
      longestShift = Math.max(longestShift, minutes);
      sum += objective.caregiverDay + minutes * Math.max(objective.travelMinute, objective.waitingMinute);
      sum += overtimeMinutes * objective.overtimeMinute + (shift.breaks ?? []).filter(isOptionalBreak).length * objective.missedBreak;
    }
  const latePrices = problem.visits.filter(isSoft).length * objective.latenessMinute;
  sum += longestShift * objective.idlestMinute + latestMinutes * (latePrices + objective.latestMinute);
  const dayAfter = addDays(problem.horizon.to, 1);
  const overdue = problem.visits.reduce((days, visit) => days + daysOverdue(visit, dayAfter), 0);
  sum += overdue * objective.overdueDay;
  sum += dearestService(problem) * objective.caregiverYuan;
  const { best, lowest } = ratingsOf(problem.caregivers);
  sum += problem.visits.length * (best - lowest) * objective.ratingPoint;
  if (problem.base !== undefined) sum += problem.visits.length * objective.changedVisit;
  // a visit is a new face at most to its person, and in each pattern that prefers one
  const patterns = problem.patterns ?? [];
  for (const { visits } of patterns) sum += visits.length * objective.newFace;
  for (const visit of problem.visits) {
    sum += objective.notPreferred + objective.newFace + visit.serviceMinutes * objective.unfairMinute;
    sum += isRequired(visit) ? 0 : optionalPrice(problem, visit);
  }
  for (const transport of problem.transports ?? []) sum += isRequired(transport) ? 0 : optionalPrice(problem, transport);
  return Math.ceil(sum);
}

import { addDays } from "@eldercare/core";
import type { Random } from "../src/improve/random.js";
import type { Problem } from "../src/model/problem.js";

/** The same problem with caregivers whose hours cost or who are rated and visits that are wanted by a date, by lot. */
export function withPrices(problem: Problem, random: Random): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const costs = chance(0.5);
  const dates = chance(0.5);
  const { from } = problem.horizon;
  const caregivers = problem.caregivers.map((caregiver) => ({
    ...caregiver,
    ...(costs && chance(0.8) ? { costPerHourFen: 100 * random.below(60) } : {}),
  }));
  const priced = {
    ...problem,
    caregivers,
    visits: problem.visits.map((visit) =>
      dates && chance(0.4) ? { ...visit, when: { ...visit.when, wantedBy: addDays(from, random.below(5) - 2) } } : visit,
    ),
    objective: {
      ...problem.objective,
      ...(costs ? { caregiverYuan: random.below(4) / 10 } : {}),
      ...(dates ? { overdueDay: 1 + random.below(10) } : {}),
    },
  };
  if (chance(0.6)) return priced;
  return {
    ...priced,
    caregivers: caregivers.map((caregiver) => ({ ...caregiver, ...(chance(0.7) ? { rating: random.below(11) / 2 } : {}) })),
    objective: { ...priced.objective, ratingPoint: 1 + random.below(5) },
  };
}

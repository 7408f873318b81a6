import { addDays } from "@eldercare/core";
import type { Random } from "../src/improve/random.js";
import type { Problem } from "../src/model/problem.js";

/** The same problem with caregivers whose hours cost and visits that are wanted by a date, by lot. */
export function withPrices(problem: Problem, random: Random): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const costs = chance(0.5);
  const dates = chance(0.5);
  const { from } = problem.horizon;
  return {
    ...problem,
    caregivers: problem.caregivers.map((caregiver) => ({
      ...caregiver,
      ...(costs && chance(0.8) ? { costPerHourFen: 100 * random.below(60) } : {}),
    })),
    visits: problem.visits.map((visit) =>
      dates && chance(0.4) ? { ...visit, when: { ...visit.when, wantedBy: addDays(from, random.below(5) - 2) } } : visit,
    ),
    objective: {
      ...problem.objective,
      ...(costs ? { caregiverYuan: random.below(4) / 10 } : {}),
      ...(dates ? { overdueDay: 1 + random.below(10) } : {}),
    },
  };
}

import { addDays } from "@eldercare/core";
import type { Random } from "../src/improve/random.js";
import type { Problem } from "../src/model/problem.js";

/**
 * The same problem with overtime, days of rest and a history of both, each caregiver by lot.
 *
 * @param share of the caregivers who may work overtime
 * @param ordinary their shortest and longest ordinary day, minutes
 */
export function withWorkRules(problem: Problem, random: Random, share: number, ordinary: readonly [number, number]): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const { from } = problem.horizon;
  const before = Array.from({ length: 6 }, (_, day) => addDays(from, day - 6));
  const workedMinutes: Record<string, Record<string, number>> = {};
  const overtimeMinutes: Record<string, Record<string, number>> = {};
  const caregivers = problem.caregivers.map((caregiver) => {
    if (chance(0.4))
      workedMinutes[caregiver.id] = Object.fromEntries(before.filter(() => chance(0.7)).map((date) => [date, chance(0.4) ? 0 : between(60, 500)]));
    if (chance(0.6)) overtimeMinutes[caregiver.id] = { [from.slice(0, 7)]: between(0, 300) };
    const overtime = chance(share)
      ? { perDay: between(...ordinary), overtimePerDay: between(10, 120), ...(chance(0.6) ? { overtimePerMonth: between(60, 420) } : {}) }
      : {};
    const workMinutes = { ...caregiver.workMinutes, ...overtime };
    return {
      ...caregiver,
      ...(Object.keys(workMinutes).length === 0 ? {} : { workMinutes }),
      ...(chance(0.25) ? { restDaysPerWeek: between(1, 6) } : {}),
    };
  });
  return { ...problem, caregivers, ...(chance(0.7) ? { history: { workedMinutes, overtimeMinutes } } : {}) };
}

import type { Breach, CheckedFeature, CheckedPlan } from "../features/checks.js";
import { timeReasons } from "../model/timeReasons.js";

/**
 * Every visit left out has reasons, each under a code that is known, of a caregiver who exists. Whether a reason is true is
 * not asked again: that would take the search.
 */
export function checkReasons({ problem, plan }: CheckedPlan, features: readonly CheckedFeature[]): Breach[] {
  const codes = new Set([...Object.keys(timeReasons), ...features.flatMap(({ reasons = {} }) => Object.keys(reasons))]);
  const caregivers = new Set(problem.caregivers.map(({ id }) => id));
  return plan.unassigned.flatMap(({ visit, reasons }) => {
    const breach = (seen: string): Breach => ({ code: "UNKNOWN_REASON", visit, values: { seen } });
    if (reasons.length === 0) return [breach("—")];
    return reasons.flatMap(({ code, caregiver }) => [
      ...(codes.has(code) ? [] : [breach(code)]),
      ...(caregiver === undefined || caregivers.has(caregiver) ? [] : [breach(caregiver)]),
    ]);
  });
}

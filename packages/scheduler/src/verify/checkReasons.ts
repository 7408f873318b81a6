import type { Breach, CheckedFeature, CheckedPlan } from "../features/checks.js";
import type { LeftOut } from "../model/plan.js";
import { timeReasons } from "../model/timeReasons.js";

/**
 * Every visit and transport left out has reasons, each under a code that is known, of a caregiver who exists. Whether a reason is true is
 * not asked again: that would take the search.
 */
export function checkReasons({ problem, plan }: CheckedPlan, features: readonly CheckedFeature[]): Breach[] {
  const codes = new Set([...Object.keys(timeReasons), ...features.flatMap(({ reasons = {} }) => Object.keys(reasons))]);
  const caregivers = new Set(problem.caregivers.map(({ id }) => id));
  const check = ({ reasons, barred = [] }: LeftOut, breach: (seen: string) => Breach): Breach[] =>
    reasons.length === 0
      ? [breach("—")]
      : [...reasons, ...barred].flatMap(({ code, caregiver }) => [
          ...(codes.has(code) ? [] : [breach(code)]),
          ...(caregiver === undefined || caregivers.has(caregiver) ? [] : [breach(caregiver)]),
        ]);
  return [
    ...plan.unassigned.flatMap((left) => check(left, (seen) => ({ code: "UNKNOWN_REASON", visit: left.visit, values: { seen } }))),
    ...(plan.unassignedTransports ?? []).flatMap((left) =>
      check(left, (seen) => ({ code: "UNKNOWN_TRANSPORT_REASON", transport: left.transport, values: { seen } })),
    ),
  ];
}

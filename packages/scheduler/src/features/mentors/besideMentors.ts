import type { Caregiver } from "../../model/caregiver.js";
import type { Compiled } from "../../model/compiled.js";

/** Whether a caregiver still goes with a mentor. */
export const isTrainee = ({ mentoredBy = [] }: Caregiver): boolean => mentoredBy.length > 0;

/** Who goes with whom: by index into the problem's caregivers and visits. */
export interface BesideMentors {
  /** Mentors of each caregiver; undefined for those who go alone. */
  readonly mentors: readonly (ReadonlySet<number> | undefined)[];
  /** Visits that begin together with each visit. */
  readonly companions: readonly (readonly number[])[];
}

/** Reads mentors and visits together off a compiled problem; undefined where there are none of one or the other. */
export function besideMentors({ problem }: Compiled): BesideMentors | undefined {
  const { caregivers, visits, links = [] } = problem;
  const together = links.filter(({ kind }) => kind === "together");
  if (together.length === 0 || !caregivers.some(isTrainee)) return undefined;
  const rowOf = new Map(caregivers.map(({ id }, row) => [id, row]));
  const indexOf = new Map(visits.map(({ id }, index) => [id, index]));
  const companions = visits.map((): number[] => []);
  for (const { visits: ids } of together) {
    const joint = ids.flatMap((id) => indexOf.get(id) ?? []);
    for (const visit of joint) companions[visit]?.push(...joint.filter((other) => other !== visit));
  }
  const mentors = caregivers.map((caregiver) =>
    isTrainee(caregiver) ? new Set((caregiver.mentoredBy ?? []).flatMap((id) => rowOf.get(id) ?? [])) : undefined,
  );
  return { mentors, companions };
}

import type { Plan, Problem } from "@eldercare/scheduler";

/** Different caregivers that a person who is visited sees, on average. */
export function facesEach(problem: Problem, plan: Plan): number {
  const personOf = new Map(problem.visits.map(({ id, person }) => [id, person]));
  const faces = new Map<string, Set<string>>();
  for (const { caregiver, stops } of plan.routes)
    for (const { kind, id } of stops) {
      const person = kind === "visit" ? personOf.get(id) : undefined;
      if (person !== undefined) faces.set(person, (faces.get(person) ?? new Set()).add(caregiver));
    }
  return [...faces.values()].reduce((sum, { size }) => sum + size, 0) / Math.max(1, faces.size);
}

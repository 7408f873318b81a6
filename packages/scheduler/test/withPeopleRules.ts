import type { Random } from "../src/improve/random.js";
import type { Problem } from "../src/model/problem.js";

/** The same problem with training before work, trainees who go with a mentor, and areas that caregivers serve, by lot. */
export function withPeopleRules(problem: Problem, random: Random): Problem {
  const chance = (share: number): boolean => random.unit() < share;
  const { caregivers } = problem;
  const trainees = chance(0.4) ? 0.2 : 0;
  const areas = chance(0.3) ? 0.5 : 0;
  const another = (id: string): string[] => {
    const others = caregivers.filter((caregiver) => caregiver.id !== id);
    const mentor = others[random.below(Math.max(1, others.length))];
    return mentor === undefined ? [] : [mentor.id];
  };
  const somewhere = (): string => problem.places[random.below(problem.places.length)]?.id ?? "";
  const area = (): NonNullable<Problem["caregivers"][number]["serviceArea"]> => ({
    places: problem.places
      .filter(() => chance(0.5))
      .map(({ id }) => id)
      .concat(somewhere()),
    ...(chance(0.7) ? { circles: [{ centre: somewhere(), radiusMetres: 2_000 + random.below(12_000) }] } : {}),
  });
  return {
    ...problem,
    caregivers: caregivers.map((caregiver) => ({
      ...caregiver,
      ...(chance(0.8) ? { trainedOn: chance(0.2) ? null : chance(0.3) ? problem.horizon.to : "2026-01-10" } : {}),
      ...(chance(trainees) ? { mentoredBy: another(caregiver.id) } : {}),
      ...(chance(areas) ? { serviceArea: area() } : {}),
    })),
    visits: problem.visits.map((visit) => (chance(0.1) ? { ...visit, needs: { ...visit.needs, trained: true } } : visit)),
  };
}

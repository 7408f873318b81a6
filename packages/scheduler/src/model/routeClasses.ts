import type { Caregiver, Shift } from "./caregiver.js";
import type { Problem } from "./problem.js";

/**
 * Numbers routes by class: two routes are of one class where nothing tells them apart while both are empty (same day, hours,
 * places and breaks, in vehicles alike but for their id, by caregivers alike in everything but their id, history included, whom no visit and no trainee names).
 * The search tries one of a class. Days of tours are each a class of their own.
 */
export function routeClasses(
  problem: Problem,
  routes: readonly { readonly caregiver: Caregiver; readonly shift: Shift; readonly tourIndex: number }[],
): Int32Array {
  const named = new Set([
    ...problem.visits.flatMap((visit) => [...(visit.prefers ?? []), ...(visit.only ?? []), ...(visit.bars ?? []), visit.fixed?.caregiver ?? ""]),
    ...problem.caregivers.flatMap(({ mentoredBy = [] }) => mentoredBy),
  ]);
  const vehicles = new Map(problem.vehicles?.map(({ id, ...rest }) => [id, rest]));
  const described = ({ vehicle, ...day }: Shift): string => JSON.stringify([day, vehicle === undefined ? null : vehicles.get(vehicle)]);
  const profiles = new Map<Caregiver, string>();
  const alike = (caregiver: Caregiver): string => {
    const known = profiles.get(caregiver);
    if (known !== undefined) return known;
    const { id, shifts, ...rest } = caregiver;
    const before = [problem.history?.workedMinutes?.[id], problem.history?.overtimeMinutes?.[id]];
    const tours = problem.tours?.filter(({ crew }) => crew.includes(id)).map((tour) => tour.id) ?? [];
    const text = JSON.stringify([named.has(id) ? id : null, rest, shifts.map(described), before, tours]);
    profiles.set(caregiver, text);
    return text;
  };
  const classes = new Map<string, number>();
  return Int32Array.from(routes, ({ caregiver, shift, tourIndex }) => {
    const key = tourIndex < 0 ? `${described(shift)} ${alike(caregiver)}` : `tour ${tourIndex} ${shift.date}`;
    const known = classes.get(key) ?? classes.size;
    classes.set(key, known);
    return known;
  });
}

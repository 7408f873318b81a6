import { factsOf } from "../model/facts.js";
import type { Plan, PlanStop } from "../model/plan.js";
import type { Problem } from "../model/problem.js";

/** A stop of an order; `start` where the plan had it. */
export type OrderedStop = Pick<PlanStop, "kind" | "id"> & Partial<Pick<PlanStop, "start">>;

/** What a caregiver's day is to begin from: what has begun, then what the plan has left for her. */
export interface Order {
  readonly caregiver: string;
  readonly date: string;
  readonly stops: readonly OrderedStop[];
}

/** The orders of a plan under a problem that has changed since: what has begun comes first, what is no more or may not be there any more is gone. */
export function ordersOf(problem: Problem, plan: Plan): Order[] {
  const read = factsOf(problem);
  const visits = new Set(problem.visits.map(({ id }) => id));
  const planned = new Map(plan.routes.map((route) => [`${route.date} ${route.caregiver}`, route]));
  const days = problem.caregivers.flatMap((caregiver) =>
    caregiver.shifts
      .filter(({ date }) => problem.horizon.from <= date && date <= problem.horizon.to)
      .map((shift) => ({ caregiver, shift, day: read(caregiver, shift) })),
  );
  const begun = new Set(days.flatMap(({ day }) => day.facts.flatMap(({ kind, id }) => (kind === "visit" ? [id] : []))));
  return days.flatMap(({ caregiver, shift, day }): Order[] => {
    const route = planned.get(`${shift.date} ${caregiver.id}`);
    const taken = new Set(day.facts.flatMap(({ kind, id }) => (kind === "break" ? [id] : [])));
    const rest = (route?.stops ?? []).filter(({ kind, id }) =>
      kind === "break" ? !taken.has(id) && !day.over.has(id) : kind === "visit" && visits.has(id) && !begun.has(id),
    );
    const stops = [...day.facts.map(({ kind, id }) => ({ kind, id })), ...rest.map(({ kind, id, start }) => ({ kind, id, start }))];
    return stops.some(({ kind }) => kind === "visit") ? [{ caregiver: caregiver.id, date: shift.date, stops }] : [];
  });
}

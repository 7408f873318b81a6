import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";

/**
 * Counts the visits that are no longer made by whom and on which date the plan that holds now says; no breach. Of alternatives it
 * does not matter which was to be made: each that is made otherwise counts, or all of them once where none is.
 */
export const changesCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, routes }): Readonly<Record<string, number>> => {
    if (problem.base === undefined) return {};
    const placesIn = (of: typeof problem.base.plan.routes): Map<string, string> =>
      new Map(of.flatMap(({ caregiver, date, stops }) => stops.flatMap(({ kind, id }) => (kind === "visit" ? [[id, `${date} ${caregiver}`]] : []))));
    const before = placesIn(problem.base.plan.routes);
    const now = new Map(routes.flatMap(({ caregiver, date, stops }) => stops.map(({ visit }) => [visit?.id, `${date} ${caregiver.id}`])));
    const alternatives = (problem.links ?? []).filter(({ kind }) => kind === "oneOf").map(({ visits }) => visits);
    const hasAny = new Set(alternatives.flat());
    const alone = problem.visits.filter(({ id }) => !hasAny.has(id)).map(({ id }) => [id]);
    const changed = [...alternatives, ...alone]
      .filter((group) => group.some((id) => before.has(id)))
      .map((group) => {
        const made = group.filter((id) => now.has(id));
        return made.length === 0 ? 1 : made.filter((id) => now.get(id) !== before.get(id)).length;
      });
    return { changedVisit: changed.reduce((sum, count) => sum + count, 0) * fullObjective(problem.objective).changedVisit };
  },
};

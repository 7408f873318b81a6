import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";

/** Counts the visits that are no longer made by whom and on which date the plan that holds now says; no breach. */
export const changesCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, routes }): Readonly<Record<string, number>> => {
    if (problem.base === undefined) return {};
    const now = new Map(routes.flatMap(({ caregiver, date, stops }) => stops.map(({ visit }) => [visit?.id, `${date} ${caregiver.id}`])));
    const wanted = new Set(problem.visits.map(({ id }) => id));
    const before = problem.base.plan.routes.flatMap(({ caregiver, date, stops }) =>
      stops.filter(({ kind, id }) => kind === "visit" && wanted.has(id)).map(({ id }) => ({ id, where: `${date} ${caregiver}` })),
    );
    const changed = before.filter(({ id, where }) => now.get(id) !== where);
    return { changedVisit: changed.length * fullObjective(problem.objective).changedVisit };
  },
};

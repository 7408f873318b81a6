import { alternativesIn } from "../../model/link.js";
import { fullObjective } from "../../model/objective.js";
import { type Appointed, baseOf } from "../../model/presentPlan.js";
import type { Problem } from "../../model/problem.js";
import type { FeatureSearch } from "../searchHalf.js";

const component = "changedVisit";
const isAsked = ({ base }: Problem): boolean => base !== undefined;

/** Who was to make a visit, or one of its alternatives, by the plan that holds now; undefined where nobody was to make any. */
function toldOf(problem: Problem): (visit: string) => { readonly own: Appointed | undefined } | undefined {
  const base = baseOf(problem);
  const alternativesOf = alternativesIn(problem.links ?? []);
  return (visit) => (alternativesOf(visit).some((id) => base.has(id)) ? { own: base.get(visit) } : undefined);
}

/**
 * A visit of the plan that holds now costs `changedVisit` where someone else makes it, where it is made on another date, and where
 * it, or an alternative to it, is left out; so does an alternative made in its stead.
 */
export const changesSearch: FeatureSearch = {
  price: {
    component,
    isAsked,
    of: (problem) => {
      const { changedVisit } = fullObjective(problem.objective);
      const told = toldOf(problem);
      return (visit, { caregiver, date }) => {
        const before = told(visit.id);
        return before === undefined || (before.own?.caregiver === caregiver.id && before.own.date === date) ? 0 : changedVisit;
      };
    },
  },
  leaveOut: {
    component,
    isAsked,
    of: (problem) => {
      const { changedVisit } = fullObjective(problem.objective);
      const told = toldOf(problem);
      // a transport may bear the name of a visit
      return (demand) => ("serviceMinutes" in demand && told(demand.id) !== undefined ? changedVisit : 0);
    },
  },
};

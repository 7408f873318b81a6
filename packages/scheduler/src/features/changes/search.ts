import { baseOf } from "../../model/base.js";
import { fullObjective } from "../../model/objective.js";
import type { Problem } from "../../model/problem.js";
import type { FeatureSearch } from "../searchHalf.js";

const component = "changedVisit";
const applies = ({ base }: Problem): boolean => base !== undefined;

/** A visit of the plan that holds now costs `changedVisit` where someone else makes it, where it is made on another date, and where it is left out. */
export const changesSearch: FeatureSearch = {
  price: {
    component,
    applies,
    of: (problem) => {
      const { changedVisit } = fullObjective(problem.objective);
      const base = baseOf(problem);
      return (visit, { caregiver, date }) => {
        const before = base.get(visit.id);
        return before === undefined || (before.caregiver === caregiver.id && before.date === date) ? 0 : changedVisit;
      };
    },
  },
  leaveOut: {
    component,
    applies,
    of: (problem) => {
      const { changedVisit } = fullObjective(problem.objective);
      const base = baseOf(problem);
      // a transport may bear the name of a visit
      return (demand) => ("serviceMinutes" in demand && base.has(demand.id) ? changedVisit : 0);
    },
  },
};

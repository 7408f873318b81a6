import { fullObjective } from "../../model/objective.js";
import type { FeatureSearch } from "../searchHalf.js";

/** A visit that prefers some caregivers costs `notPreferred` when another makes it. */
export const preferencesSearch: FeatureSearch = {
  price: {
    component: "notPreferred",
    of: (problem) => {
      const { notPreferred } = fullObjective(problem.objective);
      return ({ prefers = [] }, { crew }) => (prefers.length === 0 || crew.some(({ id }) => prefers.includes(id)) ? 0 : notPreferred);
    },
  },
};

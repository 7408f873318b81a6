import { isRequired, optionalPrice } from "../../model/requiredPrice.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Leaving out a visit that need not be made costs what the objective says for its priority. */
export const prioritySearch: FeatureSearch = {
  leaveOut: { component: "unserved", of: (problem) => (visit) => (isRequired(visit) ? 0 : optionalPrice(problem, visit)) },
};

import { isRequired, optionalPrice } from "../../model/requiredPrice.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Leaving out a visit or transport that need not be made costs what the objective says for its priority. */
export const prioritySearch: FeatureSearch = {
  leaveOut: { component: "unserved", of: (problem) => (demand) => (isRequired(demand) ? 0 : optionalPrice(problem, demand)) },
};

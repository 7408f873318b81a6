import { isRequired, optionalPrice } from "../../model/requiredPrice.js";
import type { FeatureCheck } from "../checkHalf.js";

/** Prices the visits left out by their priority; no breach. */
export const priorityCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, left }) => ({
    unserved: left.filter((visit) => !isRequired(visit)).reduce((sum, visit) => sum + optionalPrice(problem, visit), 0),
  }),
};

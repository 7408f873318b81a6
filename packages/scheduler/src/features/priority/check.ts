import { isRequired, optionalPrice } from "../../model/requiredPrice.js";
import type { FeatureCheck } from "../checkHalf.js";

/** Prices the visits and transports left out by their priority; no breach. */
export const priorityCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, unserved }) => ({
    unserved: unserved.filter((demand) => !isRequired(demand)).reduce((sum, demand) => sum + optionalPrice(problem, demand), 0),
  }),
};

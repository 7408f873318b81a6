import { isRequired, requiredPrice } from "../../model/requiredPrice.js";
import type { FeatureCheck } from "../checkHalf.js";

/** Prices the required visits left out, under a name of their own so that a plan shows them; no breach. */
export const requiredVisitsCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, left }) => ({ requiredUnserved: left.filter(isRequired).length * requiredPrice(problem) }),
};

import { isRequired, requiredPrice } from "../../model/requiredPrice.js";
import type { FeatureCheck } from "../checkHalf.js";

/** Prices the required visits and transports left out, under a name of their own so that a plan shows them; no breach. */
export const requiredVisitsCheck: FeatureCheck = {
  codes: {},
  cost: ({ problem, unserved }) => ({
    requiredUnserved: unserved.filter(isRequired).length * requiredPrice(problem),
  }),
};

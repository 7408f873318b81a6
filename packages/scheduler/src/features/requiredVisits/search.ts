import { isRequired, requiredPrice } from "../../model/requiredPrice.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Leaving out a required (or fixed) visit costs more than everything else together, so that serving it always wins. */
export const requiredVisitsSearch: FeatureSearch = {
  leaveOut: {
    component: "requiredUnserved",
    of: (problem) => {
      const price = requiredPrice(problem);
      return (visit) => (isRequired(visit) ? price : 0);
    },
  },
};

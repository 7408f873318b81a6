import { isRequired, requiredPrice } from "../../model/requiredPrice.js";
import type { FeatureSearch } from "../searchHalf.js";

/** Leaving out a required visit (or a fixed one), or a required transport, costs more than everything else together, so that serving it always wins. */
export const requiredVisitsSearch: FeatureSearch = {
  leaveOut: {
    component: "requiredUnserved",
    of: (problem) => {
      const price = requiredPrice(problem);
      return (demand) => (isRequired(demand) ? price : 0);
    },
  },
};

import { fullObjective } from "../../model/objective.js";
import { ratingsOf } from "../../model/ratings.js";
import type { FeatureSearch } from "../searchHalf.js";

/** A visit costs each point by which its caregiver, or the best of her crew, is rated below the best of all. */
export const ratingSearch: FeatureSearch = {
  price: {
    component: "lowerRating",
    isAsked: ({ objective }) => fullObjective(objective).ratingPoint > 0,
    of: ({ caregivers, objective }) => {
      const { ratingPoint } = fullObjective(objective);
      const { best, usual } = ratingsOf(caregivers);
      return (_, { crew }) => (best - Math.max(...crew.map(({ rating = usual }) => rating))) * ratingPoint;
    },
  },
};

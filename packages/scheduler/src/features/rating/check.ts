import { fullObjective } from "../../model/objective.js";
import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Prices how far below the best rated of all each visit's caregiver is; no breach. */
export const ratingCheck: FeatureCheck = {
  codes: {},
  cost: (checked) => {
    const { caregivers, objective } = checked.problem;
    const { ratingPoint } = fullObjective(objective);
    if (ratingPoint === 0) return {};
    const stated = caregivers.map(({ rating }) => rating).filter((rating) => rating !== undefined);
    const mean = stated.length === 0 ? 0 : stated.reduce((sum, rating) => sum + rating) / stated.length;
    const top = stated.reduce((most, rating) => Math.max(most, rating), 0);
    const missing = visitsOfRoutes(checked).map(({ crew }) => crew.reduce((least, { rating }) => Math.min(least, top - (rating ?? mean)), top));
    return { lowerRating: missing.reduce((sum, points) => sum + points, 0) * ratingPoint };
  },
};

import type { FeatureSearch } from "../searchHalf.js";

/** Patterns bind visits on several days, so no route can be asked about them by itself: a problem that has any is searched as an order of appointments. */
export const patternsSearch: FeatureSearch = {};

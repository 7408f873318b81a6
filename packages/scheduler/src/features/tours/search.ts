import type { FeatureSearch } from "../searchHalf.js";

/** The days of a tour are routes, and where it spends its nights is a choice of every insertion: that is in the core of `evaluate`. */
export const toursSearch: FeatureSearch = {};

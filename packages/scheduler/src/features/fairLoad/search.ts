import type { FeatureSearch } from "../searchHalf.js";

/** What is fair depends on all routes: a problem that prices it is searched as an order of appointments. */
export const fairLoadSearch: FeatureSearch = {};

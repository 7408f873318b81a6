import type { FeatureSearch } from "../searchHalf.js";

/** Links bind visits across routes, so no route can be asked about them by itself: a problem that has any is searched as an order of appointments. */
export const linksSearch: FeatureSearch = {};

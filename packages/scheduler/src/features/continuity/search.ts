import type { FeatureSearch } from "../searchHalf.js";

/** How many faces a person sees depends on all routes: a problem that prices them is searched as an order of appointments. */
export const continuitySearch: FeatureSearch = {};

import type { Wording } from "@eldercare/core";
import type { CheckedFeature } from "./checkHalf.js";
import type { FeatureSearch } from "./searchHalf.js";

/**
 * One aspect of a problem: what it forbids and what it costs (`search`), and how the checker finds and words its breach
 * (`check`). Built-in features and a vendor's are values in the same list.
 */
export interface Feature extends CheckedFeature {
  readonly search: FeatureSearch;
  /** Words for the reasons that the search half gives. */
  readonly reasons: Readonly<Record<string, Wording>>;
}

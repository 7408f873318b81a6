import type { FeatureSearch } from "../searchHalf.js";

/** Who is visited may wish for a caregiver of one sex; whose sex is not declared does not meet the wish. */
export const sexWishSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew }) => {
      const wish = visit.needs?.sex ?? null;
      return wish === null || crew.some(({ sex }) => sex === wish) ? undefined : { code: "SEX_WISH", relax: { sex: null } };
    },
};

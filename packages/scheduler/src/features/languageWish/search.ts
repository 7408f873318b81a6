import type { FeatureSearch } from "../searchHalf.js";

/** Who is visited may wish for a language; only who declares it meets the wish. */
export const languageWishSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver }) => {
      const wish = visit.needs?.language ?? null;
      return wish === null || caregiver.languages?.includes(wish) === true ? undefined : { code: "LANGUAGE_WISH", relax: { language: null } };
    },
};

import type { FeatureSearch } from "../searchHalf.js";

/** Who is visited may wish for a language; only who declares it meets the wish. */
export const languageWishSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew }) => {
      const wish = visit.needs?.language ?? null;
      return wish === null || crew.some(({ languages }) => languages?.includes(wish))
        ? undefined
        : { code: "LANGUAGE_WISH", relax: { language: null } };
    },
};

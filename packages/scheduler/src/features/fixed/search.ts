import type { FeatureSearch } from "../searchHalf.js";

/** A fixed visit stays with its caregiver and date; its start, where one is fixed, is its only hour. */
export const fixedSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew, date }) => {
      const { fixed } = visit;
      return fixed === undefined || fixed === null || (fixed.date === date && crew.some(({ id }) => id === fixed.caregiver))
        ? undefined
        : { code: "FIXED_ELSEWHERE", relax: { fixed: null } };
    },
};

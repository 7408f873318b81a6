import type { FeatureSearch } from "../searchHalf.js";

/** A fixed visit stays with its caregiver and date; its start, where one is fixed, is its only hour. */
export const fixedSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver, date }) => {
      const { fixed } = visit;
      return fixed === undefined || fixed === null || (fixed.caregiver === caregiver.id && fixed.date === date)
        ? undefined
        : { code: "FIXED_ELSEWHERE", relax: { fixed: null } };
    },
};

import type { FeatureSearch } from "../searchHalf.js";

/** A visit may be left to named caregivers, or kept from them. An empty `only` allows everybody. */
export const onlyAndBarsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver }) => {
      if (visit.bars?.includes(caregiver.id) === true) return { code: "BARRED", relax: { bars: { without: caregiver.id } } };
      if (visit.only !== undefined && visit.only.length > 0 && !visit.only.includes(caregiver.id))
        return { code: "NOT_AMONG_ONLY", relax: { only: { with: caregiver.id } } };
      return undefined;
    },
};

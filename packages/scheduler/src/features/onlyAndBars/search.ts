import type { FeatureSearch } from "../searchHalf.js";

/** A visit may be left to named caregivers, or kept from them. An empty `only` allows everybody. A crew comes as a whole: one of them named suffices, one barred bars it. */
export const onlyAndBarsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver, crew }) => {
      const barred = crew.find(({ id }) => visit.bars?.includes(id));
      if (barred !== undefined) return { code: "BARRED", relax: { bars: { without: barred.id } } };
      const { only = [] } = visit;
      if (only.length > 0 && !crew.some(({ id }) => only.includes(id))) return { code: "NOT_AMONG_ONLY", relax: { only: { with: caregiver.id } } };
      return undefined;
    },
};

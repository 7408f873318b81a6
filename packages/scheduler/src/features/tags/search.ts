import type { FeatureSearch } from "../searchHalf.js";

/** Only who carries every tag that a visit needs makes it. */
export const tagsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver }) => {
      const lacking = (visit.needs?.tags ?? []).filter((tag) => caregiver.tags?.includes(tag) !== true);
      return lacking.length === 0 ? undefined : { code: "TAG_MISSING", relax: { tags: lacking } };
    },
};

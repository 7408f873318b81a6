import type { FeatureSearch } from "../searchHalf.js";

/** Only who carries every tag that a visit needs makes it. */
export const tagsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew }) => {
      const lacking = (visit.needs?.tags ?? []).filter((tag) => !crew.some(({ tags }) => tags?.includes(tag)));
      return lacking.length === 0 ? undefined : { code: "TAG_MISSING", relax: { tags: lacking } };
    },
};

import type { FeatureSearch } from "../searchHalf.js";

/** Only who has every skill that a visit needs, at its level or above, makes it; of a crew, somebody has each. */
export const skillsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { crew }) => {
      const lacking = Object.entries(visit.needs?.skills ?? {}).filter(
        ([skill, level]) => !crew.some(({ skills }) => (skills?.[skill] ?? 0) >= level),
      );
      return lacking.length === 0 ? undefined : { code: "SKILL_MISSING", relax: { skills: Object.fromEntries(lacking) } };
    },
};

import type { FeatureSearch } from "../searchHalf.js";

/** Only who has every skill that a visit needs, at its level or above, makes it. */
export const skillsSearch: FeatureSearch = {
  bar:
    () =>
    (visit, { caregiver }) => {
      const lacking = Object.entries(visit.needs?.skills ?? {}).filter(([skill, level]) => (caregiver.skills?.[skill] ?? 0) < level);
      return lacking.length === 0 ? undefined : { code: "SKILL_MISSING", relax: { skills: Object.fromEntries(lacking) } };
    },
};

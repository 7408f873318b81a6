import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made by someone without a tag that they need. */
export const tagsCheck: FeatureCheck = {
  codes: {
    TAG_MISSING: {
      zh: "{date}：护理员 {caregiver} 没有上门服务 {visit} 所需的标签 {tag}",
      en: "{date}: caregiver {caregiver} lacks the tag {tag} that visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "tags").flatMap(({ visit, caregiver, crew, date }) =>
      (visit.needs?.tags ?? []).flatMap((tag) =>
        crew.some(({ tags = [] }) => tags.includes(tag))
          ? []
          : [{ code: "TAG_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { tag } }],
      ),
    ),
};

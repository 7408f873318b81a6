import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds visits made by someone without a tag that they need. */
export const tagsCheck: FeatureCheck = {
  codes: {
    TAG_MISSING: {
      zh: "{date}：护理员 {caregiver} 没有上门服务 {visit} 所需的标签 {tag}",
      en: "{date}: caregiver {caregiver} lacks the tag {tag} that visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsOfRoutes(checked).flatMap(({ visit, caregiver, crew, date }) => {
      const tags = new Set(crew.flatMap((member) => member.tags ?? []));
      return (visit.needs?.tags ?? []).flatMap((tag) =>
        tags.has(tag) ? [] : [{ code: "TAG_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { tag } }],
      );
    }),
};

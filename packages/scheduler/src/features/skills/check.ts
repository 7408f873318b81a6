import type { FeatureCheck } from "../checkHalf.js";
import { visitsNeeding } from "../visitsOfRoutes.js";

/** Finds visits made by someone without a skill that they need. */
export const skillsCheck: FeatureCheck = {
  codes: {
    SKILL_MISSING: {
      zh: "{date}：护理员 {caregiver} 不具备上门服务 {visit} 所需的技能 {skill}（{level} 级）",
      en: "{date}: caregiver {caregiver} lacks the skill {skill} at level {level} that visit {visit} needs",
    },
  },
  breaches: (checked) =>
    visitsNeeding(checked, "skills").flatMap(({ visit, caregiver, crew, date }) =>
      Object.entries(visit.needs?.skills ?? {}).flatMap(([skill, level]) => {
        const levels = crew.map((member) => member.skills?.[skill]);
        return levels.some((has) => has !== undefined && has >= level)
          ? []
          : [{ code: "SKILL_MISSING", visit: visit.id, caregiver: caregiver.id, date, values: { skill, level: String(level) } }];
      }),
    ),
};

import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds visits made by a barred caregiver, or by one who is not among those named. */
export const onlyAndBarsCheck: FeatureCheck = {
  codes: {
    BARRED: {
      zh: "{date}：护理员 {caregiver} 已被排除，不得承担上门服务 {visit}",
      en: "{date}: caregiver {caregiver} is barred from visit {visit}",
    },
    NOT_AMONG_ONLY: {
      zh: "{date}：护理员 {caregiver} 不在上门服务 {visit} 限定的人员之中",
      en: "{date}: caregiver {caregiver} is not among those to whom visit {visit} is left",
    },
  },
  breaches: (checked) =>
    visitsOfRoutes(checked).flatMap(({ visit, caregiver, crew, date }) => {
      const about = { visit: visit.id, caregiver: caregiver.id, date };
      const named = visit.only ?? [];
      return [
        ...crew.flatMap(({ id }) => ((visit.bars ?? []).some((barred) => barred === id) ? [{ code: "BARRED", ...about, caregiver: id }] : [])),
        ...(named.length > 0 && named.every((allowed) => crew.every(({ id }) => id !== allowed)) ? [{ code: "NOT_AMONG_ONLY", ...about }] : []),
      ];
    }),
};

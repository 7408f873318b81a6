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
      const { bars = [], only = [] } = visit;
      const barred = crew.filter(({ id }) => bars.includes(id));
      const isAmong = only.length === 0 || crew.some(({ id }) => only.includes(id));
      if (barred.length === 0 && isAmong) return [];
      const about = { visit: visit.id, caregiver: caregiver.id, date };
      return [...barred.map(({ id }) => ({ code: "BARRED", ...about, caregiver: id })), ...(isAmong ? [] : [{ code: "NOT_AMONG_ONLY", ...about }])];
    }),
};

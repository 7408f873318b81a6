import type { FeatureCheck } from "../checkHalf.js";
import { visitsOfRoutes } from "../visitsOfRoutes.js";

/** Finds fixed visits that the plan moved to another caregiver or date. */
export const fixedCheck: FeatureCheck = {
  codes: {
    FIXED_MOVED: {
      zh: "上门服务 {visit} 已定由 {by} 于 {on} 承担，方案却安排 {caregiver} 于 {date} 承担",
      en: "visit {visit} is fixed to {by} on {on}, but planned for {caregiver} on {date}",
    },
  },
  breaches: (checked) =>
    visitsOfRoutes(checked).flatMap(({ visit, caregiver, crew, date }) => {
      const fixed = visit.fixed ?? undefined;
      if (fixed === undefined || (date === fixed.date && crew.some(({ id }) => id === fixed.caregiver))) return [];
      return [{ code: "FIXED_MOVED", visit: visit.id, caregiver: caregiver.id, date, values: { by: fixed.caregiver, on: fixed.date } }];
    }),
};

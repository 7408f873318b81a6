import { addDays, datesBetween } from "@eldercare/core";
import { daysOfWeekBefore } from "../../model/workBefore.js";
import type { FeatureCheck } from "../checkHalf.js";
import { areBegunWhole } from "../planHasBegun.js";
import { mondayOf } from "../workingTime/mondayOf.js";

/**
 * Finds ISO weeks in which someone has too few days without a route. A day before the horizon is one of rest only where the history says
 * so; a day after it may yet be.
 */
export const restDaysCheck: FeatureCheck = {
  codes: {
    TOO_FEW_REST_DAYS: {
      zh: "护理员 {caregiver} 在 {date} 所在的一周只有 {days} 天可以休息，少于 {least} 天",
      en: "caregiver {caregiver} has {days} days of rest in the week of {date}, fewer than {least}",
    },
  },
  breaches: ({ problem, routes }) =>
    problem.caregivers.flatMap(({ id, restDaysPerWeek: least = 0 }) => {
      if (least === 0) return [];
      const own = routes.filter(({ crew }) => crew.some((member) => member.id === id));
      const worked = new Set(own.map(({ date }) => date));
      const offBefore = new Set(daysOfWeekBefore(problem, id).flatMap(({ date, minutes }) => (minutes === 0 ? [date] : [])));
      const isFree = (date: string): boolean => (date < problem.horizon.from ? offBefore.has(date) : !worked.has(date));
      return [...new Set([...worked].map(mondayOf))].sort().flatMap((monday) => {
        const days = datesBetween(monday, addDays(monday, 6)).filter(isFree).length;
        return days >= least || areBegunWhole(own.filter(({ date }) => mondayOf(date) === monday))
          ? []
          : [{ code: "TOO_FEW_REST_DAYS", caregiver: id, date: monday, values: { days: String(days), least: String(least) } }];
      });
    }),
};

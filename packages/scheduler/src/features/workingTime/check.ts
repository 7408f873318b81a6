import type { CheckedRoute, FeatureCheck } from "../checkHalf.js";
import { printMinutes } from "../printMinutes.js";
import { mondayOf } from "./mondayOf.js";

/** Seconds from departure to return without the unpaid breaks. */
function paidSeconds(route: CheckedRoute): number {
  const unpaid = route.stops
    .filter((stop) => stop.kind === "break" && route.shift.breaks?.[Number(stop.id.slice("break-".length)) - 1]?.paid !== true)
    .reduce((sum, stop) => sum + stop.end - stop.start, 0);
  return route.returns - route.departs - unpaid;
}

/** Finds days and ISO weeks on which someone works longer than her limit. */
export const workingTimeCheck: FeatureCheck = {
  codes: {
    DAY_TOO_LONG: {
      zh: "护理员 {caregiver} 在 {date} 工作 {minutes} 分钟，超过每日上限 {limit} 分钟",
      en: "caregiver {caregiver} works {minutes} minutes on {date}, more than {limit} a day",
    },
    WEEK_TOO_LONG: {
      zh: "护理员 {caregiver} 在 {date} 所在的一周工作 {minutes} 分钟，超过每周上限 {limit} 分钟",
      en: "caregiver {caregiver} works {minutes} minutes in the week of {date}, more than {limit} a week",
    },
  },
  breaches: ({ routes }) => {
    const weeks = new Map<string, { caregiver: CheckedRoute["caregiver"]; monday: string; seconds: number }>();
    const days = routes.flatMap((route) => {
      const { crew, date } = route;
      const seconds = paidSeconds(route);
      const monday = mondayOf(date);
      return crew.flatMap((caregiver) => {
        const key = `${caregiver.id} ${monday}`;
        weeks.set(key, { caregiver, monday, seconds: (weeks.get(key)?.seconds ?? 0) + seconds });
        const limit = caregiver.workMinutes?.perDay;
        return limit === undefined || seconds <= limit * 60
          ? []
          : [{ code: "DAY_TOO_LONG", caregiver: caregiver.id, date, values: { minutes: printMinutes(seconds), limit: String(limit) } }];
      });
    });
    const over = [...weeks.values()].flatMap(({ caregiver, monday, seconds }) => {
      const limit = caregiver.workMinutes?.perWeek;
      return limit === undefined || seconds <= limit * 60
        ? []
        : [{ code: "WEEK_TOO_LONG", caregiver: caregiver.id, date: monday, values: { minutes: printMinutes(seconds), limit: String(limit) } }];
    });
    return [...days, ...over];
  },
};

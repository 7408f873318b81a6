import type { Caregiver } from "../../model/caregiver.js";
import type { Problem } from "../../model/problem.js";
import { daysOfWeekBefore, overtimeBefore } from "../../model/workBefore.js";
import type { Breach, CheckedRoute, FeatureCheck } from "../checkHalf.js";
import { areBegunWhole } from "../planHasBegun.js";
import { printMinutes } from "../printMinutes.js";
import { mondayOf } from "./mondayOf.js";

/** A day of a caregiver with the seconds that she is paid for. */
interface PaidDay {
  readonly date: string;
  readonly seconds: number;
  /** Everything of it has begun: that is counted, but not held against her. */
  readonly hasBegun: boolean;
}

/** Seconds from departure to return without the unpaid breaks. */
export function paidSeconds(route: CheckedRoute): number {
  const unpaid = route.stops
    .filter((stop) => stop.kind === "break" && route.shift.breaks?.[Number(stop.id.slice("break-".length)) - 1]?.paid !== true)
    .reduce((sum, stop) => sum + stop.end - stop.start, 0);
  return route.returns - route.departs - unpaid;
}

/** Days by the week or month that they belong to. */
function groups(days: readonly PaidDay[], keyOf: (date: string) => string): Map<string, PaidDay[]> {
  const found = new Map<string, PaidDay[]>();
  for (const day of days) found.set(keyOf(day.date), [...(found.get(keyOf(day.date)) ?? []), day]);
  return found;
}

const haveBegun = (days: readonly PaidDay[]): boolean => days.every(({ hasBegun }) => hasBegun);

const secondsOf = (days: readonly PaidDay[]): number => days.reduce((sum, { seconds }) => sum + seconds, 0);

/** What was worked in the ISO week in which the horizon begins before it does. */
const earlierDays = (problem: Problem, { id }: Caregiver): PaidDay[] =>
  daysOfWeekBefore(problem, id).map(({ date, minutes = 0 }) => ({ date, seconds: Math.round(minutes * 60), hasBegun: true }));

/** Without overtime, days and weeks have their limits. */
function ordinaryBreaches(problem: Problem, caregiver: Caregiver, days: readonly PaidDay[]): Breach[] {
  const { perDay, perWeek } = caregiver.workMinutes ?? {};
  const breach = (code: string, date: string, of: readonly PaidDay[], seconds: number, limit: number | undefined): Breach[] =>
    limit === undefined || seconds <= limit * 60 || haveBegun(of)
      ? []
      : [{ code, caregiver: caregiver.id, date, values: { minutes: printMinutes(seconds), limit: String(limit) } }];
  const before = perWeek === undefined ? 0 : secondsOf(earlierDays(problem, caregiver));
  return [
    ...days.flatMap((day) => breach("DAY_TOO_LONG", day.date, [day], day.seconds, perDay)),
    ...(perWeek === undefined ? [] : [...groups(days, mondayOf)]).flatMap(([monday, week]) =>
      breach("WEEK_TOO_LONG", monday, week, secondsOf(week) + (mondayOf(problem.horizon.from) === monday ? before : 0), perWeek),
    ),
  ];
}

/** The overtime of each day: what it has beyond the ordinary day, and what the week until its evening has beyond the ordinary week but had not before. */
function overtimeOf(problem: Problem, caregiver: Caregiver, days: readonly PaidDay[]): PaidDay[] {
  const { perDay = Number.POSITIVE_INFINITY, perWeek = Number.POSITIVE_INFINITY } = caregiver.workMinutes ?? {};
  const [day, week] = [Math.floor(perDay * 60), Math.floor(perWeek * 60)];
  const earlier = earlierDays(problem, caregiver);
  return days.map(({ date, seconds, hasBegun }) => {
    const ordinary = [...earlier, ...days]
      .filter((other) => other.date < date && mondayOf(other.date) === mondayOf(date))
      .reduce((sum, other) => sum + Math.min(other.seconds, day), 0);
    const own = Math.min(seconds, day);
    const beyondWeek = Math.max(0, ordinary + own - week) - Math.max(0, ordinary - week);
    return { date, seconds: seconds - own + beyondWeek, hasBegun };
  });
}

function overtimeBreaches(problem: Problem, caregiver: Caregiver, days: readonly PaidDay[]): Breach[] {
  const { overtimePerDay = 0, overtimePerMonth } = caregiver.workMinutes ?? {};
  const over = overtimeOf(problem, caregiver, days);
  const tooLong = over
    .filter(({ seconds, hasBegun }) => !hasBegun && seconds > overtimePerDay * 60)
    .map(({ date, seconds }) => ({
      code: "DAY_OVERTIME_TOO_LONG",
      caregiver: caregiver.id,
      date,
      values: { minutes: printMinutes(seconds), limit: String(overtimePerDay) },
    }));
  if (overtimePerMonth === undefined) return tooLong;
  return [
    ...tooLong,
    ...[...groups(over, (date) => date.slice(0, 7))].flatMap(([month, all]): Breach[] => {
      const before = overtimeBefore(problem, caregiver.id, month);
      const planned = secondsOf(all);
      if (haveBegun(all.filter(({ seconds }) => seconds > 0))) return [];
      const about = { caregiver: caregiver.id, date: all[0]?.date ?? month };
      if (before === undefined) return [{ code: "OVERTIME_IN_UNKNOWN_MONTH", ...about, values: { minutes: printMinutes(planned), month } }];
      const seconds = planned + Math.round(before * 60);
      const values = { minutes: printMinutes(seconds), limit: String(overtimePerMonth), month };
      return seconds <= overtimePerMonth * 60 ? [] : [{ code: "MONTH_OVERTIME_TOO_LONG", ...about, values }];
    }),
  ];
}

/** Finds days and ISO weeks on which someone works longer than her limit, and overtime beyond that of a day or a month. */
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
    DAY_OVERTIME_TOO_LONG: {
      zh: "护理员 {caregiver} 在 {date} 加班 {minutes} 分钟，超过每日加班上限 {limit} 分钟",
      en: "caregiver {caregiver} works {minutes} minutes of overtime on {date}, more than {limit} a day",
    },
    MONTH_OVERTIME_TOO_LONG: {
      zh: "护理员 {caregiver} 在 {month} 累计加班 {minutes} 分钟，超过每月加班上限 {limit} 分钟",
      en: "caregiver {caregiver} works {minutes} minutes of overtime in {month}, more than {limit} a month",
    },
    OVERTIME_IN_UNKNOWN_MONTH: {
      zh: "护理员 {caregiver} 在 {month} 安排加班 {minutes} 分钟，而该月此前的加班时间未知",
      en: "caregiver {caregiver} works {minutes} minutes of overtime in {month}, of which nobody has said how much went before",
    },
  },
  breaches: ({ problem, routes }) => {
    const daysOf = new Map<string, PaidDay[]>();
    for (const route of routes)
      for (const { id } of route.crew)
        daysOf.set(id, [...(daysOf.get(id) ?? []), { date: route.date, seconds: paidSeconds(route), hasBegun: areBegunWhole([route]) }]);
    return problem.caregivers.flatMap((caregiver) => {
      const days = daysOf.get(caregiver.id) ?? [];
      const mayWorkOver = Math.floor((caregiver.workMinutes?.overtimePerDay ?? 0) * 60) > 0;
      return mayWorkOver ? overtimeBreaches(problem, caregiver, days) : ordinaryBreaches(problem, caregiver, days);
    });
  },
};

import chineseDays from "chinese-days";
import { reportIssue } from "../errors/codes.js";
import { EldercareError } from "../errors/issue.js";
import { type CivilDate, isCivilDate, weekdayOf } from "../time/civilDate.js";

/**
 * What kind of day a date is in China: a working day; a weekend; a day of a public holiday, with the days off that are moved to
 * it; a weekend day worked in exchange; or not known.
 */
export type DayKind = "workingDay" | "restDay" | "publicHoliday" | "makeUpWorkingDay" | "unknown";

/** What the yearly notice says of a day: worked or not; undefined where it does not name the day. */
function noticeOn(date: CivilDate): boolean | undefined {
  // only days that a notice names carry its three parts; weekdays come from our own calendar, as the library reads them in local time
  const { name, work } = chineseDays.getDayDetail(date);
  return name.includes(",") ? work : undefined;
}

// 1 January is a public holiday in every notice
const hasNotice = (year: number): boolean => noticeOn(`${String(year).padStart(4, "0")}-01-01`) !== undefined;

/**
 * Whether the arrangements that bear on a day are known. The notice for a year is published in the autumn before, and may move
 * days of the last week of December (as 29 to 31 December 2018): until it is there, that week is not known.
 */
function isArranged(date: CivilDate): boolean {
  const year = Number(date.slice(0, 4));
  return hasNotice(year) && (date.slice(5) < "12-25" || hasNotice(year + 1));
}

/**
 * What kind of day a date is, by the State Council's yearly notice on public holidays; `"unknown"` for years whose notice the
 * data of `chinese-days` does not hold, weekends included, because make-up working days may fall on them.
 *
 * @throws EldercareError NOT_A_DATE
 * Source: 全国年节及纪念日放假办法 (国务院令第795号, 2024); the yearly notices 国务院办公厅关于部分节假日安排的通知.
 * @example
 * dayKindOn("2026-02-16") //=> "publicHoliday"
 * dayKindOn("2026-02-14") //=> "makeUpWorkingDay"
 * dayKindOn("1999-06-01") //=> "unknown"
 */
export function dayKindOn(date: CivilDate): DayKind {
  if (!isCivilDate(date)) throw new EldercareError([reportIssue("NOT_A_DATE", "/date", { seen: date })]);
  if (!isArranged(date)) return "unknown";
  const isWeekend = weekdayOf(date) > 5;
  const worked = noticeOn(date);
  if (worked === undefined) return isWeekend ? "restDay" : "workingDay";
  if (!worked) return "publicHoliday";
  return isWeekend ? "makeUpWorkingDay" : "workingDay";
}

/**
 * Whether people work on a day; undefined where the day is not known.
 *
 * @throws EldercareError NOT_A_DATE
 * @example
 * isWorkingDay("2026-02-14") //=> true
 * isWorkingDay("2099-06-01") //=> undefined
 */
export function isWorkingDay(date: CivilDate): boolean | undefined {
  const kind = dayKindOn(date);
  return kind === "unknown" ? undefined : kind === "workingDay" || kind === "makeUpWorkingDay";
}

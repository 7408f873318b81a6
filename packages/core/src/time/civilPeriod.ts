import { reportIssue } from "../errors/codes.js";
import { EldercareError } from "../errors/issue.js";
import { addDays, type CivilDate, daysBetween, isCivilDate } from "./civilDate.js";
import { type CivilMonth, firstDayOfMonth, lastDayOfMonth, monthAfter, monthOf } from "./civilMonth.js";

/** Days from one to another, both included. */
export interface CivilPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

function checkPeriod({ from, to }: CivilPeriod): void {
  const issues = [
    ...(isCivilDate(from) ? [] : [reportIssue("NOT_A_DATE", "/from", { seen: from })]),
    ...(isCivilDate(to) ? [] : [reportIssue("NOT_A_DATE", "/to", { seen: to })]),
  ];
  if (issues.length === 0 && to < from) issues.push(reportIssue("PERIOD_REVERSED", "", { seen: `${from} – ${to}` }));
  if (issues.length > 0) throw new EldercareError(issues);
}

/**
 * Days in a period, its first and its last included.
 *
 * @returns days, at least 1
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * daysIn({ from: "2024-02-01", to: "2024-02-29" }) //=> 29
 */
export function daysIn(period: CivilPeriod): number {
  checkPeriod(period);
  return daysBetween(period.from, period.to) + 1;
}

/**
 * Whether a day lies in a period, its first and its last included.
 *
 * @example
 * isDayIn("2026-03-31", { from: "2026-01-01", to: "2026-03-31" }) //=> true
 */
export function isDayIn(date: CivilDate, { from, to }: CivilPeriod): boolean {
  return from <= date && date <= to;
}

/**
 * The days that two periods share; undefined where they share none.
 *
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * intersectPeriods({ from: "2026-01-01", to: "2026-03-31" }, { from: "2026-03-15", to: "2026-12-31" }) //=> { from: "2026-03-15", to: "2026-03-31" }
 * intersectPeriods({ from: "2026-01-01", to: "2026-01-31" }, { from: "2026-02-01", to: "2026-02-28" }) //=> undefined
 */
export function intersectPeriods(a: CivilPeriod, b: CivilPeriod): CivilPeriod | undefined {
  checkPeriod(a);
  checkPeriod(b);
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/**
 * The days of a period that do not lie in another: none, one or two periods, in their order.
 *
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * subtractPeriod({ from: "2026-01-01", to: "2026-01-31" }, { from: "2026-01-10", to: "2026-01-20" }) //=> [{ from: "2026-01-01", to: "2026-01-09" }, { from: "2026-01-21", to: "2026-01-31" }]
 */
export function subtractPeriod(period: CivilPeriod, taken: CivilPeriod): CivilPeriod[] {
  const shared = intersectPeriods(period, taken);
  if (shared === undefined) return [{ from: period.from, to: period.to }];
  return [
    ...(period.from < shared.from ? [{ from: period.from, to: addDays(shared.from, -1) }] : []),
    ...(shared.to < period.to ? [{ from: addDays(shared.to, 1), to: period.to }] : []),
  ];
}

/**
 * The months that a period touches, in their order.
 *
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * monthsOfPeriod({ from: "2025-12-31", to: "2026-02-01" }) //=> ["2025-12", "2026-01", "2026-02"]
 */
export function monthsOfPeriod(period: CivilPeriod): CivilMonth[] {
  checkPeriod(period);
  const months = [monthOf(period.from)];
  for (let month = monthOf(period.from); month < monthOf(period.to); ) {
    month = monthAfter(month);
    months.push(month);
  }
  return months;
}

/**
 * A period cut at the ends of months: one part for each month that it touches.
 *
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * splitByMonth({ from: "2026-01-20", to: "2026-02-10" }) //=> [{ from: "2026-01-20", to: "2026-01-31" }, { from: "2026-02-01", to: "2026-02-10" }]
 */
export function splitByMonth(period: CivilPeriod): CivilPeriod[] {
  return monthsOfPeriod(period).map((month) => ({
    from: later(period.from, firstDayOfMonth(month)),
    to: earlier(period.to, lastDayOfMonth(month)),
  }));
}

/**
 * A period cut at the ends of years: one part for each year that it touches.
 *
 * @throws EldercareError NOT_A_DATE, PERIOD_REVERSED
 * @example
 * splitByYear({ from: "2025-11-01", to: "2026-01-31" }) //=> [{ from: "2025-11-01", to: "2025-12-31" }, { from: "2026-01-01", to: "2026-01-31" }]
 */
export function splitByYear(period: CivilPeriod): CivilPeriod[] {
  checkPeriod(period);
  const first = Number(period.from.slice(0, 4));
  const last = Number(period.to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = String(first + index).padStart(4, "0");
    return { from: later(period.from, `${year}-01-01`), to: earlier(period.to, `${year}-12-31`) };
  });
}

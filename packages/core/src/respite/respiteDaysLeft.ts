import * as v from "valibot";
import { checkRows } from "../counting/checkRows.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { reportIssue } from "../errors/codes.js";
import { date, id, titled } from "../register/field.js";
import { addDays, addMonths, type CivilDate, daysBetween } from "../time/civilDate.js";
import { reportRespite } from "./codes.js";

/** Shape of one stay for the relief of a family's carers, first and last day included; an end that is absent is unknown. */
export const respiteStaySchema = v.strictObject({
  id,
  from: titled(date, "起始日", "first day"),
  to: v.exactOptional(titled(date, "终止日", "last day")),
});

/** One stay for the relief of a family's carers, first and last day included; an end that is absent is unknown. */
export interface RespiteStay extends v.InferOutput<typeof respiteStaySchema> {}

/** A person's stays, and the days that the pack gives. */
export interface RespiteQuestion {
  readonly stays: readonly RespiteStay[];
  readonly on: CivilDate;
  /** Days in a year, whole; absent where the pack leaves them open. */
  readonly daysPerYear?: number;
  /** The calendar year of the date, or the twelve months that end on it. */
  readonly year: "calendar" | "rolling";
  readonly clauses: readonly string[];
}

/** Days of respite in the year. */
export interface RespiteDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Days used or booked in the year for sure, and how many it may be where an end is unknown. */
  readonly used: number;
  readonly usedAtMost: number;
  /** Days left for sure and at most, never below zero; absent where the pack gives no number. */
  readonly left?: number;
  readonly leftAtMost?: number;
  /** Days used beyond those given, for sure. */
  readonly beyond: number;
  readonly missing: readonly string[];
}

/**
 * The days of respite that a family has left in a year: a stay counts its first and its last day, within the year alone.
 *
 * @returns days used and left, with bounds where the end of a stay is unknown
 * @throws EldercareError where a stay is malformed or reversed, an id occurs twice, or two stays overlap
 * @example
 * const stays = [{ id: "s-1", from: "2025-12-30", to: "2026-01-03" }, { id: "s-2", from: "2026-05-01", to: "2026-05-07" }];
 * respiteDaysLeft({ stays, on: "2026-11-21", daysPerYear: 30, year: "calendar", clauses: ["CK-2.9-c"] }).value.left //=> 20
 * Source: CK-2.9-c (探索……喘息服务), which leaves the days open.
 */
export function respiteDaysLeft({ stays, on, daysPerYear, year, clauses }: RespiteQuestion): Counted<RespiteDays> {
  checkQuestion({ stays, on, year, clauses, ...(daysPerYear === undefined ? {} : { daysPerYear }) });
  const from = year === "calendar" ? `${on.slice(0, 4)}-01-01` : addDays(addMonths(on, -12), 1);
  const to = year === "calendar" ? `${on.slice(0, 4)}-12-31` : on;
  const ordered = stays.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const within = (first: CivilDate, last: CivilDate): number => Math.max(0, daysBetween(first < from ? from : first, last > to ? to : last) + 1);
  // a stay of unknown end has ended at the latest on the day before the next one
  const latest = (index: number): CivilDate => {
    const next = ordered[index + 1];
    return next === undefined ? to : addDays(next.from, -1);
  };
  const used = ordered.reduce((sum, stay) => sum + within(stay.from, stay.to ?? stay.from), 0);
  const usedAtMost = ordered.reduce((sum, stay, index) => sum + within(stay.from, stay.to ?? latest(index)), 0);
  const missing = [
    ...ordered.filter((stay) => stay.to === undefined).map((stay) => `end of ${stay.id}`),
    ...(daysPerYear === undefined ? ["daysPerYear"] : []),
  ];
  const left = daysPerYear === undefined ? {} : { left: Math.max(0, daysPerYear - usedAtMost), leftAtMost: Math.max(0, daysPerYear - used) };
  const value: RespiteDays = {
    from,
    to,
    used,
    usedAtMost,
    ...left,
    beyond: daysPerYear === undefined ? 0 : Math.max(0, used - daysPerYear),
    missing,
  };
  const steps = [
    { zh: `${from} 至 ${to} 可享天数`, en: `days given from ${from} to ${to}`, value: String(daysPerYear ?? "?") },
    { zh: "已用和已预约天数", en: "days used or booked", value: printBounds({ least: used, most: usedAtMost }) },
    {
      zh: "剩余天数",
      en: "days left",
      value: value.left === undefined || value.leftAtMost === undefined ? "?" : printBounds({ least: value.left, most: value.leftAtMost }),
    },
  ];
  return { value, unit: "day", steps, clauses };
}

function checkQuestion({ stays, on, daysPerYear }: RespiteQuestion): void {
  const check = new QuestionCheck();
  checkRows(check, "/stays", respiteStaySchema, stays);
  check.date("/on", on);
  if (daysPerYear !== undefined) check.whole("/daysPerYear", daysPerYear, { least: 0, most: 366 });
  check.done();
  for (const [index, { from, to = from }] of stays.entries()) {
    if (to < from) check.add(reportIssue("PERIOD_REVERSED", `/stays/${index}`, { seen: `${from} – ${to}` }));
    const overlaps = stays.some((other, nth) => nth < index && other.from <= to && from <= (other.to ?? other.from));
    if (overlaps) check.add(reportRespite("STAYS_OVERLAP", `/stays/${index}`, { seen: `${from} – ${to}` }));
  }
  check.done();
}

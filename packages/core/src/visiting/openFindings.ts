import { checkRows } from "../counting/checkRows.js";
import { mostDays, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { addDays, type CivilDate, daysBetween } from "../time/civilDate.js";
import { type VisitFinding, visitFindingSchema } from "./visitRecord.js";

/** What was found on visits, and within how many days it is to be settled. */
export interface FindingsQuestion {
  readonly findings: readonly VisitFinding[];
  readonly on: CivilDate;
  /** Days to settle a finding, the day of the finding not counted. */
  readonly days: number;
  readonly clauses: readonly string[];
}

/** Findings that are not settled. */
export interface OpenFindings {
  /** Open past their last day, the oldest first. */
  readonly overdue: readonly { readonly id: string; readonly person: string; readonly due: CivilDate; readonly daysLate: number }[];
  /** Open and still in time, the soonest first. */
  readonly open: readonly { readonly id: string; readonly person: string; readonly due: CivilDate }[];
  /** Findings of which it is not recorded whether they are settled. */
  readonly undetermined: readonly string[];
}

/**
 * Findings of visits that wait to be settled on a date, and those that wait too long.
 *
 * @throws EldercareError where a finding is malformed, a number is not whole or an id occurs twice
 * @example
 * const findings = [{ id: "f-1", person: "p-1", foundOn: "2026-10-01", closedOn: null }];
 * openFindings({ findings, on: "2026-10-12", days: 7, clauses: ["CL-2.1.2-a"] }).value.overdue //=> [{ id: "f-1", person: "p-1", due: "2026-10-08", daysLate: 4 }]
 * Source: CL-2.1.2-a, IM-1-l.
 */
export function openFindings({ findings, on, days, clauses }: FindingsQuestion): Counted<OpenFindings> {
  const check = new QuestionCheck();
  checkRows(check, "/findings", visitFindingSchema, findings);
  check.date("/on", on);
  check.whole("/days", days, { least: 0, most: mostDays });
  check.done();
  const found = findings.filter(({ foundOn }) => foundOn <= on);
  const waiting = found
    .filter(({ closedOn }) => closedOn === null || (closedOn !== undefined && closedOn > on))
    .map(({ id, person, foundOn }) => ({ id, person, due: addDays(foundOn, days) }))
    .sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
  const overdue = waiting.filter(({ due }) => due < on).map((each) => ({ ...each, daysLate: daysBetween(each.due, on) }));
  const open = waiting.filter(({ due }) => due >= on);
  const undetermined = found.flatMap(({ id, closedOn }) => (closedOn === undefined ? [id] : [])).sort();
  const steps = [
    { zh: "逾期未办结", en: "overdue", value: String(overdue.length) },
    { zh: "期限内未办结", en: "open in time", value: String(open.length) },
    { zh: "是否办结不明", en: "not known whether settled", value: String(undetermined.length) },
  ];
  return { value: { overdue, open, undetermined }, unit: "finding", steps, clauses };
}

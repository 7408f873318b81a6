import type { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import { type CivilDate, deadlineDay, isCivilDate } from "../time/civilDate.js";

const isDeadline = (text: unknown): text is string =>
  typeof text === "string" && (/^\d{4}$/.test(text) || isCivilDate(text) || (/^\d{4}-\d{2}$/.test(text) && isCivilDate(`${text}-01`)));

/** The last day of a deadline given as year, month or day; reports what is none of the three. */
export function lastDayOf(check: QuestionCheck, pointer: string, text: string): CivilDate {
  if (isDeadline(text)) return deadlineDay(text);
  check.add(reportIssue("NOT_A_DATE", pointer, { seen: text }));
  return "";
}

/** The first day of a year, month or day; reports what is none of the three. */
export function firstDayOf(check: QuestionCheck, pointer: string, text: string): CivilDate {
  if (isDeadline(text)) return `${text}-01-01`.slice(0, 10);
  check.add(reportIssue("NOT_A_DATE", pointer, { seen: text }));
  return "";
}

import { comparisonTitles, type Interval, printInterval } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printRational } from "../money/rational.js";
import type { CivilDate } from "../time/civilDate.js";

export type { Requirement } from "./requirement.js";

import { checkObserved, checkRequirement, type Requirement, reaches } from "./requirement.js";

/** A target with what has been observed of it. */
export interface TargetQuestion extends Requirement {
  /** What is observed, as far as it is known; absent where nothing is. */
  readonly observed?: Interval;
  /** The last day by which it must be reached; absent where the document gives none. */
  readonly by?: CivilDate;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** Where a target stands: met; not met and due, overdue or without a date; or not known. */
export type TargetState = "met" | "due" | "overdue" | "undated" | "undetermined";

/**
 * Where a target stands on a date. Its day itself is still in time. Beyond the upper end of a range it is not met either.
 *
 * @returns the state, with the comparison as its step
 * @throws EldercareError `NOT_A_DATE`, `NOT_A_NUMBER`; `OUT_OF_RANGE` where bounds are reversed; `NOT_IN_LIST` for a range that is not `>=`
 * @example
 * const exactly = (count) => ({ least: rational(count, 1n), most: rational(count, 1n) });
 * trackTarget({ op: ">=", required: rational(23n, 1n), observed: exactly(18n), by: "2022-12-31", on: "2023-01-01", clauses: ["CK-1.1-i"] }).value //=> "overdue"
 * trackTarget({ op: ">=", required: rational(5n, 1n), requiredMost: rational(7n, 1n), observed: exactly(6n), by: "2023-12-31", on: "2023-06-01", clauses: ["NY-4.3-5"] }).value //=> "met"
 * Source: CK-1.1-i, NY-4.3-5; 民法典 art. 1259 (以上、届满 include the number itself).
 */
export function trackTarget({ observed, by, on, clauses, ...target }: TargetQuestion): Counted<TargetState> {
  const check = new QuestionCheck();
  checkRequirement(check, "", target);
  if (observed !== undefined) checkObserved(check, "/observed", observed);
  if (by !== undefined) check.date("/by", by);
  check.date("/on", on);
  check.done();
  const reached = observed === undefined ? undefined : reaches(observed, target);
  const value: TargetState = reached === undefined ? "undetermined" : reached ? "met" : by === undefined ? "undated" : on <= by ? "due" : "overdue";
  const seen = observed === undefined ? "?" : printInterval(observed);
  const { op, required, requiredMost } = target;
  const asked = (locale: "zh" | "en"): string =>
    requiredMost === undefined
      ? `${comparisonTitles[op][locale]} ${printRational(required)}`
      : `${{ zh: "在", en: "within" }[locale]} ${printInterval({ least: required, most: requiredMost })}`;
  const step = {
    zh: `现值 ${seen}，目标${asked("zh")}${by === undefined ? "" : `，期限 ${by}`}`,
    en: `observed ${seen}, target ${asked("en")}${by === undefined ? "" : `, by ${by}`}`,
    value,
  };
  return { value, unit: "state", steps: [step], clauses };
}

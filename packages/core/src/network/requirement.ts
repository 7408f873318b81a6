import { type Comparison, type Interval, surelySatisfies } from "../counting/comparison.js";
import type { QuestionCheck } from "../counting/questionCheck.js";
import { reportIssue } from "../errors/codes.js";
import { compareRational, printRational, type Rational } from "../money/rational.js";

/** What a target asks for: a value, or with `>=` a range from `required` to `requiredMost`, both included. */
export interface Requirement {
  readonly op: Comparison;
  readonly required: Rational;
  /** Upper end of a range such as 5~7家; only with `>=`. */
  readonly requiredMost?: Rational;
}

/** Whether what is observed reaches a target for sure; undefined where its bounds leave it open. */
export function reaches(observed: Interval, { op, required, requiredMost }: Requirement): boolean | undefined {
  const low = surelySatisfies(observed, op, required);
  const high = requiredMost === undefined ? true : surelySatisfies(observed, "<=", requiredMost);
  if (low === false || high === false) return false;
  return low === undefined || high === undefined ? undefined : true;
}

function checkBounds(check: QuestionCheck, [atLeast, atMost]: readonly [string, string], { least, most }: Interval): void {
  const before = check.issues.length;
  check.rational(atLeast, least, {});
  check.rational(atMost, most, {});
  if (check.issues.length === before && compareRational(least, most) > 0)
    check.add(reportIssue("OUT_OF_RANGE", atMost, { seen: printRational(most), values: { expected: `${printRational(least)}–` } }));
}

/** Adds everything that is wrong with what a target asks for. */
export function checkRequirement(check: QuestionCheck, pointer: string, { op, required, requiredMost }: Requirement): void {
  if (requiredMost !== undefined && op !== ">=") reportOperator(check, pointer, op);
  if (requiredMost === undefined) check.rational(`${pointer}/required`, required, {});
  else checkBounds(check, [`${pointer}/required`, `${pointer}/requiredMost`], { least: required, most: requiredMost });
}

/** Adds that only a target of `>=` can have a range or milestones. */
export function reportOperator(check: QuestionCheck, pointer: string, op: Comparison): void {
  check.add(reportIssue("NOT_IN_LIST", `${pointer}/op`, { seen: op, values: { expected: ">=", "hint.zh": "", "hint.en": "" } }));
}

/** Adds everything that is wrong with an observed value. */
export function checkObserved(check: QuestionCheck, pointer: string, observed: Interval): void {
  checkBounds(check, [`${pointer}/least`, `${pointer}/most`], observed);
}

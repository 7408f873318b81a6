import { type Comparison, type Interval, surelySatisfies } from "../counting/comparison.js";
import type { Counted } from "../counting/result.js";
import { compareRational, printRational, type Rational } from "../money/rational.js";
import type { CivilDate } from "../time/civilDate.js";

/** A target with what has been observed of it. */
export interface TargetQuestion {
  readonly op: Comparison;
  readonly required: Rational;
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
 * Where a target stands on a date. Its day itself is still in time.
 *
 * @example
 * trackTarget({ op: ">=", required: { numerator: 23n, denominator: 1n }, observed: { least: { numerator: 18n, denominator: 1n }, most: { numerator: 18n, denominator: 1n } }, by: "2022-12-31", on: "2023-01-01", clauses: ["CK-1.1-i"] }).value //=> "overdue"
 */
export function trackTarget({ op, required, observed, by, on, clauses }: TargetQuestion): Counted<TargetState> {
  const reached = observed === undefined ? undefined : surelySatisfies(observed, op, required);
  const value: TargetState = reached === undefined ? "undetermined" : reached ? "met" : by === undefined ? "undated" : on <= by ? "due" : "overdue";
  const seen = observed === undefined ? "?" : printInterval(observed);
  const step = {
    zh: `现值 ${seen}，目标 ${op} ${printRational(required)}${by === undefined ? "" : `，期限 ${by}`}`,
    en: `observed ${seen}, target ${op} ${printRational(required)}${by === undefined ? "" : `, by ${by}`}`,
    value,
  };
  return { value, unit: "state", steps: [step], clauses };
}

/**
 * Prints a known value as one number, an open one as its bounds.
 *
 * @example
 * printInterval({ least: { numerator: 1n, denominator: 1n }, most: { numerator: 3n, denominator: 2n } }) //=> "1–3/2"
 */
export function printInterval({ least, most }: Interval): string {
  return compareRational(least, most) === 0 ? printRational(least) : `${printRational(least)}–${printRational(most)}`;
}

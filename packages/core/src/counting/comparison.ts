import type { Wording } from "../errors/issue.js";
import { compareRational, printRational, type Rational } from "../money/rational.js";

/** Comparisons of standards and targets; 不低于 and 以上 are `>=`, inclusive. */
export type Comparison = ">=" | "<=" | "==";

/** How a comparison is said. */
export const comparisonTitles: Readonly<Record<Comparison, Wording>> = {
  ">=": { zh: "不低于", en: "at least" },
  "<=": { zh: "不超过", en: "at most" },
  "==": { zh: "等于", en: "exactly" },
};

/**
 * Whether an exact value satisfies a comparison.
 *
 * Source: 民法典 art. 1259 (以上 includes the number itself).
 * @example
 * satisfies({ numerator: 4n, denominator: 5n }, ">=", { numerator: 4n, denominator: 5n }) //=> true
 */
export function satisfies(observed: Rational, op: Comparison, required: Rational): boolean {
  const order = compareRational(observed, required);
  return op === ">=" ? order >= 0 : op === "<=" ? order <= 0 : order === 0;
}

/** A number of which only the bounds may be known; `least` equals `most` where it is known. */
export interface Interval {
  readonly least: Rational;
  readonly most: Rational;
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

/**
 * Whether a value within bounds satisfies a comparison for sure; undefined where the bounds leave it open.
 *
 * @example
 * surelySatisfies({ least: { numerator: 3n, denominator: 1n }, most: { numerator: 5n, denominator: 1n } }, ">=", { numerator: 4n, denominator: 1n }) //=> undefined
 */
export function surelySatisfies({ least, most }: Interval, op: Comparison, required: Rational): boolean | undefined {
  if (op === "==") {
    if (compareRational(least, most) === 0) return compareRational(least, required) === 0;
    return compareRational(least, required) > 0 || compareRational(most, required) < 0 ? false : undefined;
  }
  const low = satisfies(least, op, required);
  return low === satisfies(most, op, required) ? low : undefined;
}

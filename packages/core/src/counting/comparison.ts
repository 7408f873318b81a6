import { compareRational, type Rational } from "../money/rational.js";

/** Comparisons of standards and targets; 不低于 and 以上 are `>=`, inclusive. */
export type Comparison = ">=" | "<=" | "==";

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

import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printYuan } from "../money/printYuan.js";
import { printRational, type Rational, rational } from "../money/rational.js";
import { type Rounding, roundRational } from "../money/rounding.js";

/** What a share of a yearly allowance is taken of. */
export interface FundingQuestion {
  /** Persons supported, whole, at least 0. */
  readonly persons: number;
  /** Allowance of one person for a year, fen. */
  readonly allowanceFenPerYear: number;
  /** Share that must be provided, exact: 15 % is 3/20. */
  readonly share: Rational;
  /** How part of a fen is rounded; a floor (不低于) is met by rounding up. */
  readonly rounding: Rounding;
  readonly clauses: readonly string[];
}

/**
 * The least yearly running cost to be provided: persons × yearly allowance × share.
 *
 * @returns fen a year, rounded once, at the end
 * @throws EldercareError NOT_A_NUMBER, NOT_A_WHOLE_NUMBER, OUT_OF_RANGE: persons and allowance are whole numbers from 0, the share is not negative,
 * and their products are numbers that are held exactly
 * Source: CK-3.3-a (不低于集中供养对象年基本生活金15%).
 * @example
 * fundingNeed({ persons: 80, allowanceFenPerYear: 1_100_000, share: { numerator: 3n, denominator: 20n }, rounding: "up", clauses: ["CK-3.3-a"] }).value //=> 13200000
 */
export function fundingNeed({ persons, allowanceFenPerYear, share, rounding, clauses }: FundingQuestion): Counted<number> {
  const check = new QuestionCheck();
  check.whole("/persons", persons);
  check.whole("/allowanceFenPerYear", allowanceFenPerYear);
  check.rational("/share", share);
  check.done();
  const base = BigInt(persons) * BigInt(allowanceFenPerYear);
  const value = roundRational(rational(base * share.numerator, share.denominator), rounding);
  check.exact("/allowanceFenPerYear", Number(base));
  check.exact("/share", value);
  check.done();
  return {
    value,
    unit: "fen per year",
    steps: [
      {
        zh: `${persons} 人 × 年基本生活金 ${printYuan(allowanceFenPerYear)} 元`,
        en: `${persons} persons × ${printYuan(allowanceFenPerYear)} yuan a year`,
        value: `${printYuan(Number(base))} 元`,
      },
      { zh: `× ${printRational(share)}`, en: `× ${printRational(share)}`, value: `${printYuan(value)} 元` },
    ],
    clauses,
  };
}

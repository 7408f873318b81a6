import type { Interval } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printRational, type Rational, rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { boundsOfFen, checkFenBounds, type FenBounds, toFenBounds } from "../subsidy/fenBounds.js";
import { printYuanBetween } from "../subsidy/printYuanBetween.js";

/** What a place got back of the lottery welfare fund, and what of it went to elder care. */
export interface LotteryShareQuestion {
  /** Returned to the own level in the year, fen; absent where it is not known. */
  readonly returnedFen?: number | FenBounds;
  /** Of that, used for elder care, fen; absent where it is not known. */
  readonly usedFen?: number | FenBounds;
  /** Least share, exact: 55 % is 11/20. */
  readonly required: Rational;
  readonly clauses: readonly string[];
}

/** Whether the share is reached. */
export interface LotteryShare {
  readonly state: "met" | "notMet" | "undetermined";
  /** Exact share as far as it is known, at most 1; absent where nothing was returned. */
  readonly share?: Interval;
  /** Fen that are short of the share. */
  readonly short: FenBounds;
}

/**
 * Whether enough of the lottery welfare fund goes to elder care, and how much is short; undetermined where what is not known
 * could turn it.
 *
 * @returns state; exact bounds of the share; fen short, rounded up so that the share is reached
 * @throws EldercareError OUT_OF_RANGE where more is used than was returned, BOUNDS_REVERSED, and those of numbers
 * Source: NY-5.4-a (本级返还彩票公益金(不低于55%)).
 * @example
 * lotteryShare({ returnedFen: 1000000, usedFen: 520000, required: { numerator: 11n, denominator: 20n }, clauses: ["NY-5.4-a"] }).value.short //=> { least: 30000, most: 30000 }
 * lotteryShare({ usedFen: 520000, required: { numerator: 11n, denominator: 20n }, clauses: [] }).value.state //=> "undetermined"
 */
export function lotteryShare({ returnedFen, usedFen, required, clauses }: LotteryShareQuestion): Counted<LotteryShare> {
  const check = new QuestionCheck();
  checkFenBounds(check, "/returnedFen", returnedFen);
  checkFenBounds(check, "/usedFen", usedFen);
  check.rational("/required", required, { least: 0, most: 1 });
  const returned = boundsOfFen(returnedFen);
  const stated = boundsOfFen(usedFen);
  if (check.issues.length === 0 && stated.least > returned.most) check.whole("/usedFen", stated.least, { least: 0, most: returned.most });
  check.done();
  // what is used was returned before
  const used = { least: stated.least, most: Math.min(stated.most, returned.most) };
  const whole = { least: Math.max(returned.least, used.least), most: returned.most };
  const needed = (fen: number): number => roundRational(rational(BigInt(fen) * required.numerator, required.denominator), "up");
  const unlimited = whole.most === Number.POSITIVE_INFINITY;
  const short = {
    // where more may be used than the least that was returned, all that was returned may have been used
    least: used.most > whole.least ? 0 : Math.max(0, needed(whole.least) - used.most),
    most: unlimited ? (required.numerator === 0n ? 0 : whole.most) : Math.max(0, needed(whole.most) - used.least),
  };
  const state = short.most === 0 ? "met" : short.least > 0 ? "notMet" : "undetermined";
  const share = {
    least: unlimited || used.least === 0 ? rational(0n, 1n) : rational(BigInt(used.least), BigInt(whole.most)),
    most: used.most >= whole.least ? rational(1n, 1n) : rational(BigInt(used.most), BigInt(whole.least)),
  };
  const print = ({ least, most }: Required<FenBounds>): string => printYuanBetween(least, toFenBounds(least, most).most);
  const steps = [
    {
      zh: `返还 ${print(whole)} × ${printRational(required)} − 用于养老 ${print(used)}`,
      en: `returned ${print(whole)} × ${printRational(required)} − for elder care ${print(used)}`,
      value: print(short),
    },
  ];
  return {
    value: { state, ...(whole.most === 0 ? {} : { share }), short: toFenBounds(short.least, short.most) },
    unit: "state",
    steps,
    clauses,
  };
}

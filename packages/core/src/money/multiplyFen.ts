import { QuestionCheck } from "../counting/questionCheck.js";
import { type Rational, rational } from "./rational.js";
import { type Rounding, roundRational } from "./rounding.js";

/**
 * An amount multiplied by an exact rate, rounded once.
 *
 * @param amountFen whole fen; negative where money is taken back
 * @returns whole fen
 * @throws EldercareError NOT_A_NUMBER, NOT_A_WHOLE_NUMBER; OUT_OF_RANGE where the product is more than a number holds exactly
 * @example
 * multiplyFen(1_000_01, { numerator: 3n, denominator: 20n }, "halfUp") //=> 15000
 */
export function multiplyFen(amountFen: number, rate: Rational, rounding: Rounding): number {
  const check = new QuestionCheck();
  check.whole("/amountFen", amountFen, {});
  check.rational("/rate", rate, {});
  check.done();
  const product = roundRational(rational(BigInt(amountFen) * rate.numerator, rate.denominator), rounding);
  check.exact("/amountFen", product);
  check.done();
  return product;
}

import { QuestionCheck } from "../counting/questionCheck.js";
import { reportMoneyIssue } from "./codes.js";
import { type Rational, rational } from "./rational.js";

const exactly = (weight: number | Rational): Rational => (typeof weight === "number" ? rational(BigInt(weight), 1n) : weight);

function checkAllocation(totalFen: number, weights: readonly (number | Rational)[]): void {
  const check = new QuestionCheck();
  check.whole("/totalFen", totalFen, {});
  for (const [index, weight] of weights.entries()) {
    if (typeof weight === "number") check.whole(`/weights/${index}`, weight);
    else check.rational(`/weights/${index}`, weight);
  }
  const isNothing = (weight: number | Rational): boolean => weight === 0 || (typeof weight !== "number" && weight.numerator === 0n);
  if (check.issues.length === 0 && totalFen !== 0 && weights.every(isNothing))
    check.add(reportMoneyIssue("NOTHING_TO_ALLOCATE_BY", "/weights", { seen: totalFen }));
  check.done();
}

/**
 * Shares an amount by weights without losing a fen: each part is its exact share rounded towards zero, and the fen left over go
 * one each to the largest remainders, of equal ones to the earlier.
 *
 * @param totalFen whole fen; negative where money is taken back
 * @param weights whole numbers (heads, days) or exact fractions (shares), at least 0; they need not add up to 1
 * @returns whole fen, one part for each weight, in their order; the parts add up to the total, and each is less than 1 fen from
 * its exact share
 * @throws EldercareError NOT_A_NUMBER, NOT_A_WHOLE_NUMBER, OUT_OF_RANGE; NOTHING_TO_ALLOCATE_BY where an amount other than 0
 * meets no weight above 0
 * Source: the largest-remainder method (Hamilton, 1792).
 * @example
 * allocate(100, [1, 1, 1]) //=> [34, 33, 33]
 * allocate(-100, [1, 1, 1]) //=> [-34, -33, -33]
 */
export function allocate(totalFen: number, weights: readonly (number | Rational)[]): number[] {
  checkAllocation(totalFen, weights);
  const fractions = weights.map(exactly);
  // over one denominator, shares and remainders are whole numbers; the least, for a product grows with each weight
  const denominator = fractions.reduce((common, weight) => rational(common, weight.denominator).numerator * weight.denominator, 1n);
  const parts = fractions.map((weight) => weight.numerator * (denominator / weight.denominator));
  const sum = parts.reduce((total, part) => total + part, 0n);
  if (sum === 0n) return weights.map(() => 0);
  const amount = BigInt(Math.abs(totalFen));
  const floors = parts.map((part) => (amount * part) / sum);
  const remainders = parts.map((part) => (amount * part) % sum);
  const left = Number(amount - floors.reduce((total, floor) => total + floor, 0n));
  const byRemainder = remainders.map((remainder, index) => ({ remainder, index }));
  byRemainder.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => {
    const share = Number(raised.has(index) ? floor + 1n : floor);
    return totalFen < 0 && share !== 0 ? -share : share;
  });
}

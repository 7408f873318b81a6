import { printRational, type Rational } from "./rational.js";

/**
 * A fraction as people write it: in decimals where they end within three, else as `n/d`. Nothing is cut off.
 *
 * @example
 * printDecimal({ numerator: 5n, denominator: 2n }) //=> "2.5"
 * printDecimal({ numerator: 2n, denominator: 3n }) //=> "2/3"
 */
export function printDecimal(value: Rational): string {
  const thousandths = value.numerator * 1000n;
  if (value.denominator === 1n || thousandths % value.denominator !== 0n) return printRational(value);
  const digits = String(thousandths / value.denominator)
    .replace("-", "")
    .padStart(4, "0");
  return `${value.numerator < 0n ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3).replace(/0+$/, "")}`;
}

import type { Rational } from "./rational.js";

/** How a fraction becomes a whole number: towards plus infinity, towards minus infinity, half away from zero, half to even. */
export type Rounding = "up" | "down" | "halfUp" | "halfEven";

/**
 * The whole number that a fraction is rounded to.
 *
 * @example
 * roundRational({ numerator: 47n, denominator: 3n }, "up") //=> 16
 * roundRational({ numerator: 5n, denominator: 2n }, "halfEven") //=> 2
 */
export function roundRational({ numerator, denominator }: Rational, rounding: Rounding): number {
  const quotient = numerator / denominator;
  const remainder = numerator - quotient * denominator;
  const floor = remainder < 0n ? quotient - 1n : quotient;
  if (remainder === 0n) return Number(quotient);
  if (rounding === "up") return Number(floor + 1n);
  if (rounding === "down") return Number(floor);
  const twice = 2n * (numerator - floor * denominator);
  if (twice !== denominator) return Number(twice > denominator ? floor + 1n : floor);
  if (rounding === "halfEven") return Number(floor % 2n === 0n ? floor : floor + 1n);
  return Number(numerator < 0n ? floor : floor + 1n);
}

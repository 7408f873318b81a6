import type { Rational } from "@eldercare/core";

/** A whole number from 0 that is held exactly, as people are counted and fen paid; undefined where an exact number is none. */
export function countOf(value: Rational | undefined): number | undefined {
  if (value === undefined || value.denominator !== 1n || value.numerator < 0n) return undefined;
  const count = Number(value.numerator);
  return Number.isSafeInteger(count) ? count : undefined;
}

import { parseRational, roundRational } from "@eldercare/core";

/** An exact fraction as a percentage with one decimal; marked ≈ where that is not exact. */
function printPercent(fraction: string): string {
  const value = parseRational(fraction);
  if (value === undefined) return fraction;
  const permille = { numerator: value.numerator * 1000n, denominator: value.denominator };
  const rounded = roundRational(permille, "halfEven");
  const exact = permille.numerator === BigInt(rounded) * permille.denominator;
  return `${exact ? "" : "≈"}${rounded % 10 === 0 ? rounded / 10 : (rounded / 10).toFixed(1)}%`;
}

/**
 * A measured value, or the bounds of one, as an official reads it: shares in per cent, the rest as it is.
 *
 * @example
 * printMeasure("1/2–11/20", "share") //=> "50%–55%"
 */
export function printMeasure(text: string, unit: string | undefined): string {
  return unit === "share" ? text.split("–").map(printPercent).join("–") : text;
}

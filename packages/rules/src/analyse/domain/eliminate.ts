import { compareRational, type Rational, rational } from "@eldercare/core";
import { add, ceiling, floor, multiply, negative, pickFrom, wholeNumber } from "./variable.js";

/** A sum over numbered unknowns that must be above nought (`strict`) or at least nought. */
export interface Inequality {
  /** By unknown; absent where it does not occur. */
  readonly factors: ReadonlyMap<number, Rational>;
  readonly constant: Rational;
  readonly strict: boolean;
}

/** `unsure` where fractions would do but no whole numbers were found, or there was too much to reckon. */
export type Solution = ReadonlyMap<number, Rational> | "none" | "unsure";

const mostInequalities = 600;
const zero = wholeNumber(0);

/** Over whole numbers, above nought is at least one, and a common divisor lets the constant be rounded down. */
function tightened({ factors, constant, strict }: Inequality, whole: ReadonlySet<number>): Inequality {
  if (![...factors.keys()].every((unknown) => whole.has(unknown)) || factors.size === 0) return { factors, constant, strict };
  let common = constant.denominator;
  for (const { denominator } of factors.values()) common = (common / gcd(common, denominator)) * denominator;
  const numerators = [...factors].map(([unknown, factor]) => [unknown, multiply(factor, rational(common, 1n)).numerator] as const);
  const divisor = numerators.reduce((so, [, numerator]) => gcd(so, numerator), 0n);
  const shifted = multiply(constant, rational(common, 1n)).numerator - (strict ? 1n : 0n);
  return {
    factors: new Map(numerators.map(([unknown, numerator]) => [unknown, rational(numerator / divisor, 1n)])),
    constant: rational(floor(rational(shifted, divisor)), 1n),
    strict: false,
  };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const isAbsurd = ({ factors, constant, strict }: Inequality): boolean =>
  factors.size === 0 && (constant.numerator < 0n || (strict && constant.numerator === 0n));

function combined(lower: Inequality, upper: Inequality, unknown: number): Inequality {
  // each is scaled until the unknown cancels out
  const down = negative(upper.factors.get(unknown) ?? zero);
  const up = lower.factors.get(unknown) ?? zero;
  const factors = new Map<number, Rational>();
  for (const [name, factor] of lower.factors) factors.set(name, multiply(factor, down));
  for (const [name, factor] of upper.factors) factors.set(name, add(factors.get(name) ?? zero, multiply(factor, up)));
  for (const [name, factor] of factors) if (factor.numerator === 0n) factors.delete(name);
  const constant = add(multiply(lower.constant, down), multiply(upper.constant, up));
  return { factors, constant, strict: lower.strict || upper.strict };
}

const keyOf = ({ factors, constant, strict }: Inequality): string => {
  const named = [...factors].sort(([a], [b]) => a - b).map(([name, { numerator, denominator }]) => `${name}*${numerator}/${denominator}`);
  return `${named.join("+")}+${constant.numerator}/${constant.denominator}${strict ? ">" : ">="}`;
};

/**
 * Finds numbers that satisfy some linear inequalities, or shows that there are none.
 *
 * Unknowns are eliminated one by one (Fourier–Motzkin) and then given values in the opposite order. Over fractions this is
 * exact. Over whole numbers `none` is proven, and where the factors are one or minus one a solution is always found.
 *
 * @param unknowns in the order in which they are eliminated
 * @param whole unknowns that are whole numbers
 */
export function solveInequalities(given: readonly Inequality[], unknowns: readonly number[], whole: ReadonlySet<number>): Solution {
  let current = given.map((inequality) => tightened(inequality, whole));
  const stages: { readonly unknown: number; readonly bounds: readonly Inequality[] }[] = [];
  for (const unknown of unknowns) {
    if (current.some(isAbsurd)) return "none";
    const bounds = current.filter(({ factors }) => factors.has(unknown));
    const lower = bounds.filter(({ factors }) => (factors.get(unknown) ?? zero).numerator > 0n);
    const upper = bounds.filter(({ factors }) => (factors.get(unknown) ?? zero).numerator < 0n);
    const rest = current.filter(({ factors }) => !factors.has(unknown));
    const next = new Map(rest.map((inequality) => [keyOf(inequality), inequality]));
    for (const a of lower)
      for (const b of upper) {
        const made = tightened(combined(a, b, unknown), whole);
        if (made.factors.size > 0 || isAbsurd(made)) next.set(keyOf(made), made);
      }
    if (next.size > mostInequalities) return "unsure";
    stages.push({ unknown, bounds });
    current = [...next.values()];
  }
  return current.some(isAbsurd) ? "none" : assign(stages, whole);
}

function assign(stages: readonly { readonly unknown: number; readonly bounds: readonly Inequality[] }[], whole: ReadonlySet<number>): Solution {
  const values = new Map<number, Rational>();
  for (const { unknown, bounds } of [...stages].reverse()) {
    let [least, most]: [Rational | undefined, Rational | undefined] = [undefined, undefined];
    let [leastStrict, mostStrict] = [false, false];
    for (const { factors, constant, strict } of bounds) {
      const own = factors.get(unknown) ?? zero;
      let rest = constant;
      for (const [name, factor] of factors) if (name !== unknown) rest = add(rest, multiply(factor, values.get(name) ?? zero));
      const bound = rational(-rest.numerator * own.denominator, rest.denominator * own.numerator);
      const order = compareRational(bound, (own.numerator > 0n ? least : most) ?? bound);
      if (own.numerator > 0n) {
        if (least === undefined || order > 0 || (order === 0 && strict)) [least, leastStrict] = [bound, strict];
      } else if (most === undefined || order < 0 || (order === 0 && strict)) [most, mostStrict] = [bound, strict];
    }
    const value = whole.has(unknown) ? wholeWithin(least, leastStrict, most, mostStrict) : fractionWithin(least, leastStrict, most, mostStrict);
    if (value === undefined) return "unsure";
    values.set(unknown, value);
  }
  return values;
}

function wholeWithin(least: Rational | undefined, leastStrict: boolean, most: Rational | undefined, mostStrict: boolean): Rational | undefined {
  const low = least === undefined ? undefined : leastStrict ? floor(least) + 1n : ceiling(least);
  const high = most === undefined ? undefined : mostStrict ? ceiling(most) - 1n : floor(most);
  if (low !== undefined && high !== undefined && low > high) return undefined;
  return low !== undefined ? rational(low, 1n) : high !== undefined ? rational(high, 1n) : zero;
}

function fractionWithin(least: Rational | undefined, leastStrict: boolean, most: Rational | undefined, mostStrict: boolean): Rational | undefined {
  if (least !== undefined && !leastStrict) return least;
  if (most !== undefined && !mostStrict) return most;
  return pickFrom({ kind: "span", ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }, false, zero);
}

import { addRational, compareRational, parseRational, type Rational, rational } from "@eldercare/core";

/** A truth of three: known false, known true, unknown (Kleene). */
export type Truth = 0 | 1 | 2;
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;

/** A value met during evaluation: `undefined` is unknown, `null` is known to be none. Numbers that are no whole or decimal number are exact fractions. */
export type Value = undefined | null | boolean | number | Rational | string | readonly unknown[];

const isRational = (value: Value): value is Rational => typeof value === "object" && value !== null && "numerator" in value;

/** The exact fraction of a number of a record or a parameter; undefined where the value is no number. */
export function toRational(value: Value): Rational | undefined {
  if (typeof value === "number") return parseRational(decimalText(value));
  return isRational(value) ? value : undefined;
}

// JSON numbers are decimal; the shortest decimal text of a double is what the author wrote
function decimalText(value: number): string {
  const [digits = "", exponent] = String(value).split("e-");
  if (exponent === undefined) return digits;
  // so small that it is written with a power of ten
  const [sign, plain] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${plain.replace(".", "")}`;
}

/** A fraction as a plain number where it is a safe whole one. */
export function simplify(value: Rational): number | Rational {
  const whole = value.denominator === 1n && value.numerator >= BigInt(Number.MIN_SAFE_INTEGER) && value.numerator <= BigInt(Number.MAX_SAFE_INTEGER);
  return whole ? Number(value.numerator) : value;
}

/** Less than zero, zero, or more than zero as a is below, at or above b; numbers exactly, texts by code unit. */
export function compareValues(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number" && !Number.isNaN(a) && !Number.isNaN(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  const left = toRational(a);
  const right = toRational(b);
  if (left === undefined || right === undefined) throw new TypeError("values of different types met after type checking");
  return compareRational(left, right);
}

/** Exact arithmetic on known numbers; a division by zero has no value (`null`). */
export function calculate(operator: "+" | "-" | "*" | "/", a: Value, b: Value): number | Rational | null {
  if (typeof a === "number" && typeof b === "number" && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    if (operator === "/" && b === 0) return null;
    const quick = operator === "+" ? a + b : operator === "-" ? a - b : operator === "*" ? a * b : a / b;
    if (Number.isSafeInteger(quick)) return quick;
  }
  const left = toRational(a);
  const right = toRational(b);
  if (left === undefined || right === undefined) throw new TypeError("arithmetic on values that are no numbers, after type checking");
  if (operator === "/")
    return right.numerator === 0n ? null : simplify(rational(left.numerator * right.denominator, left.denominator * right.numerator));
  if (operator === "*") return simplify(rational(left.numerator * right.numerator, left.denominator * right.denominator));
  return simplify(addRational(left, operator === "+" ? right : rational(-right.numerator, right.denominator)));
}

/** An exact fraction, denominator positive, in lowest terms. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [one, other] = [a, b];
  // the stack is not deep enough for numbers of many digits
  while (other !== 0n) [one, other] = [other, one % other];
  return one < 0n ? -one : one;
}

/**
 * A fraction in lowest terms.
 *
 * @throws RangeError where the denominator is zero
 * @example
 * rational(6n, 8n) //=> { numerator: 3n, denominator: 4n }
 */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator other than zero");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = gcd(numerator, denominator) || 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

// no document writes longer numbers, and arithmetic on those that no one would write takes as long as they are
const shape = /^(-?\d{1,25})(?:\.(\d{1,25}))?(?:\/(\d{1,25}))?(%)?$/;

/**
 * Reads an exact fraction as written in a pack, `"3"`, `"1/3"`, `"0.15"` or `"15%"`, of at most 25 digits in each part;
 * undefined where the text is none.
 *
 * @example
 * parseRational("15%") //=> { numerator: 3n, denominator: 20n }
 * parseRational("a third") //=> undefined
 */
export function parseRational(text: string | number): Rational | undefined {
  const match = shape.exec(String(text));
  if (match === null) return undefined;
  const [, whole = "0", decimals = "", divisor = "1", percent] = match;
  const denominator = BigInt(divisor) * 10n ** BigInt(decimals.length) * (percent === undefined ? 1n : 100n);
  return denominator === 0n ? undefined : rational(BigInt(whole + decimals), denominator);
}

/**
 * Prints a fraction as a whole number or `n/d`.
 *
 * @example
 * printRational({ numerator: 3n, denominator: 20n }) //=> "3/20"
 */
export function printRational({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/**
 * Less than zero, zero or more than zero as a is below, at or above b.
 *
 * @example
 * compareRational({ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 2n }) //=> -1
 */
export function compareRational(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * The exact sum of two fractions.
 *
 * @example
 * addRational({ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n }) //=> { numerator: 1n, denominator: 2n }
 */
export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * The exact difference of two fractions.
 *
 * @example
 * subtractRational({ numerator: 1n, denominator: 2n }, { numerator: 1n, denominator: 3n }) //=> { numerator: 1n, denominator: 6n }
 */
export function subtractRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/**
 * The exact product of two fractions.
 *
 * @example
 * multiplyRational({ numerator: 2n, denominator: 3n }, { numerator: 3n, denominator: 20n }) //=> { numerator: 1n, denominator: 10n }
 */
export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * The exact quotient of two fractions.
 *
 * @throws RangeError where the second is zero
 * @example
 * divideRational({ numerator: 1n, denominator: 2n }, { numerator: 3n, denominator: 4n }) //=> { numerator: 2n, denominator: 3n }
 */
export function divideRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

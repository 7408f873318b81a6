import { addRational, isCivilDate, parseRational, printRational, type Rational, rational } from "@eldercare/core";
import { daysAround } from "../logic/calendar.js";
import type { Parameter } from "../pack/pack.js";

type Written = number | boolean | string;

const hundred = 100n;

/** The smallest move of a fraction worth noticing: one of a whole number, else a hundredth, or one part where parts are finer. */
const stepOf = ({ denominator }: Rational): Rational =>
  denominator === 1n ? rational(1n, 1n) : rational(1n, denominator > hundred ? denominator : hundred);

function movedFraction(written: number | string, direction: 1 | -1): string | undefined {
  const value = parseRational(written);
  if (value === undefined) return undefined;
  const step = stepOf(value);
  const moved = addRational(value, rational(BigInt(direction) * step.numerator, step.denominator));
  const asPercent = typeof written === "string" && written.trim().endsWith("%") && (moved.numerator * hundred) % moved.denominator === 0n;
  return asPercent ? `${(moved.numerator * hundred) / moved.denominator}%` : printRational(moved);
}

const bothWays = <Moved>(move: (direction: 1 | -1) => Moved | undefined): Moved[] =>
  ([1, -1] as const).map(move).filter((moved) => moved !== undefined);

/** The value after a value in a list of choices, the first after the last; undefined where there is no other. */
export function nextOf(value: string, choices: readonly string[]): string | undefined {
  const next = choices[(choices.indexOf(value) + 1) % choices.length];
  return next === value ? undefined : next;
}

/**
 * A value written in a pack, moved a step each way in its domain: a whole number or an amount of fen by one, a day by a day,
 * a fraction by a hundredth (a whole one by one), a truth to the other, a choice to the next.
 *
 * @param choices values of a choice
 * @returns the moved values; none of a text that is no choice
 */
export function moveWritten(value: Written, type: Parameter["type"] | "enum" | undefined, choices: readonly string[] = []): Written[] {
  if (typeof value === "boolean") return [!value];
  if (type === "rational") return bothWays((direction) => movedFraction(value, direction));
  if (typeof value === "number") return bothWays((direction) => (Number.isInteger(value) ? value + direction : movedFraction(value, direction)));
  if (type === "date" || (type === undefined && isCivilDate(value))) return daysAround(value, [1, -1]);
  const next = type === "area" ? undefined : nextOf(value, choices);
  return next === undefined ? [] : [next];
}

/** The values that a parameter would have a step away from one of its own, within its bounds. */
export function moveParameter({ type, of, least, most }: Parameter, value: Written): Written[] {
  return moveWritten(value, type, Object.keys(of ?? {})).filter((moved) => {
    const number = typeof moved === "boolean" ? undefined : parseRational(moved);
    if (number === undefined || type === "choice" || type === "date") return true;
    const above = (bound: number): boolean => number.numerator >= BigInt(bound) * number.denominator;
    const below = (bound: number): boolean => number.numerator <= BigInt(bound) * number.denominator;
    return (least === undefined || above(least)) && (most === undefined || below(most));
  });
}

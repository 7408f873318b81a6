import { addDays, daysBetween, type Rational } from "@eldercare/core";
import type { CompareOperator } from "../../logic/node.js";
import { allOf, always, constantly, type Formula, never, not } from "./formula.js";
import { against, satisfiesOrder } from "./test.js";
import { add, ceiling, floor, multiply, negative, type OrderedVariable, type Variable, wholeNumber } from "./variable.js";

/** A whole number that rises or falls with a day: an age, months since. */
export interface Reading {
  readonly name: string;
  readonly of: (day: number) => number;
}

/** A number that a variable gives: itself, or a reading of its day. */
export interface Term {
  readonly variable: Variable;
  readonly reading?: Reading;
}

/** A sum of terms, each times a number, and a constant. */
export interface Linear {
  readonly terms: readonly { readonly term: Term; readonly factor: Rational }[];
  readonly constant: Rational;
}

/** A sum of several terms that must be above, or at least, or exactly nought. */
export interface Relation {
  readonly kind: "relation";
  readonly form: Linear;
  readonly op: ">" | ">=" | "==";
}

const epoch = "1970-01-01";
const zero = wholeNumber(0);

/** A civil date as a number of days. */
export const dayOf = (date: string): number => daysBetween(epoch, date);
/** The civil date of a number of days. */
export const dateOf = (day: number): string => addDays(epoch, day);

export const constantForm = (constant: Rational): Linear => ({ terms: [], constant });
export const formOf = (term: Term): Linear => ({ terms: [{ term, factor: wholeNumber(1) }], constant: zero });

const sameTerm = (a: Term, b: Term): boolean => a.variable === b.variable && a.reading?.name === b.reading?.name;

export function sum(a: Linear, b: Linear): Linear {
  const terms = [...a.terms];
  for (const { term, factor } of b.terms) {
    const at = terms.findIndex((own) => sameTerm(own.term, term));
    const own = terms[at];
    if (own === undefined) terms.push({ term, factor });
    else terms[at] = { term, factor: add(own.factor, factor) };
  }
  return { terms: terms.filter(({ factor }) => factor.numerator !== 0n), constant: add(a.constant, b.constant) };
}

export const scaled = (form: Linear, by: Rational): Linear => ({
  terms: by.numerator === 0n ? [] : form.terms.map(({ term, factor }) => ({ term, factor: multiply(factor, by) })),
  constant: multiply(form.constant, by),
});

export const difference = (a: Linear, b: Linear): Linear => sum(a, scaled(b, wholeNumber(-1)));

/** The comparison with its sides exchanged. */
export const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The condition that a sum compares with nought so. */
export function compareWithNought(form: Linear, op: CompareOperator): Formula {
  const [first, second] = form.terms;
  if (first === undefined) return constantly(satisfiesOrder(form.constant.numerator === 0n ? 0 : form.constant.numerator < 0n ? -1 : 1, op));
  if (second === undefined) {
    const threshold = multiply(negative(form.constant), { numerator: first.factor.denominator, denominator: 1n });
    const bound = multiply(threshold, reciprocal(first.factor.numerator));
    return compareTerm(first.term, first.factor.numerator < 0n ? mirrored[op] : op, bound);
  }
  if (op === "!=") return not({ kind: "relation", form, op: "==" });
  if (op === "<") return not({ kind: "relation", form, op: ">=" });
  if (op === "<=") return not({ kind: "relation", form, op: ">" });
  return { kind: "relation", form, op };
}

const reciprocal = (whole: bigint): Rational => (whole < 0n ? { numerator: -1n, denominator: -whole } : { numerator: 1n, denominator: whole });

function compareTerm({ variable, reading }: Term, op: CompareOperator, bound: Rational): Formula {
  const ordered = variable as OrderedVariable;
  if (reading === undefined) {
    ordered.cutAt(bound, op);
    return against(variable, op, bound);
  }
  const atLeast = (whole: bigint): Formula => reachesFrom(ordered, reading, Number(whole));
  switch (op) {
    case ">=":
      return atLeast(ceiling(bound));
    case ">":
      return atLeast(floor(bound) + 1n);
    case "<":
      return not(atLeast(ceiling(bound)));
    case "<=":
      return not(atLeast(floor(bound) + 1n));
    default: {
      const equal = bound.denominator === 1n ? allOf([atLeast(bound.numerator), not(atLeast(bound.numerator + 1n))]) : never;
      return op === "==" ? equal : not(equal);
    }
  }
}

const borders = new WeakMap<Variable, Map<string, Formula>>();

/** The condition that a reading has reached a number: a day before or after a border that is found by halving. */
function reachesFrom(variable: OrderedVariable, reading: Reading, wanted: number): Formula {
  const known = borders.get(variable) ?? new Map<string, Formula>();
  borders.set(variable, known);
  const key = `${reading.name} ${wanted}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = findBorder(variable, reading, wanted);
  known.set(key, made);
  return made;
}

function findBorder(variable: OrderedVariable, { of }: Reading, wanted: number): Formula {
  let [low, high] = [Number(floor(variable.least ?? zero)), Number(floor(variable.most ?? zero))];
  const rises = of(low) < of(high);
  const [atLow, atHigh] = [of(low) >= wanted, of(high) >= wanted];
  if (atLow === atHigh) return atLow ? always : never;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (of(middle) >= wanted === atLow) low = middle;
    else high = middle;
  }
  const border = wholeNumber(rises ? high : low);
  const op = rises ? ">=" : "<=";
  variable.cutAt(border, op);
  return against(variable, op, border);
}

/** The value that a term has where its variable has one. */
export const valueOfTerm = ({ reading }: Term, value: Rational): Rational =>
  reading === undefined ? value : wholeNumber(reading.of(Number(value.numerator)));

/** A day of a span on which a reading is what is wanted; undefined where there is none. */
export function dayWith(reading: Reading, wanted: Rational, least: Rational, most: Rational): Rational | undefined {
  let [low, high] = [Number(least.numerator), Number(most.numerator)];
  const rises = reading.of(low) <= reading.of(high);
  const target = Number(wanted.numerator);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rises ? reading.of(middle) >= target : reading.of(middle) <= target) high = middle;
    else low = middle + 1;
  }
  return reading.of(low) === target ? wholeNumber(low) : undefined;
}

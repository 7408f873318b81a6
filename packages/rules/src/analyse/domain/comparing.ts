import type { CompareOperator } from "../../logic/node.js";
import { type Case, isConstant, type Meaning, mostCases, type NumberMeaning } from "./cases.js";
import { allOf, anyOf, constantly, type Formula, never, not, unsettled } from "./formula.js";
import { compareWithNought, constantForm, difference, type Linear, mirrored, scaled } from "./linear.js";
import { isOneOf, satisfiesOrder } from "./test.js";
import { valueByValue } from "./valueByValue.js";
import { type ChoiceVariable, wholeNumber } from "./variable.js";

const one = constantForm(wholeNumber(1));

/** The condition that two expressions compare so, over all their cases; undefined where it is beyond what can be reasoned about. */
export function compareCases(op: CompareOperator, left: Case[] | undefined, right: Case[] | undefined): Formula | undefined {
  if (left === undefined || right === undefined || left.length * right.length > mostCases * mostCases) return undefined;
  const parts: Formula[] = [];
  for (const a of left)
    for (const b of right) {
      const guard = allOf([a.guard, b.guard]);
      if (guard === never) continue;
      const made = compareMeanings(op, a.value, b.value);
      if (made === undefined) return undefined;
      parts.push(allOf([guard, made]));
    }
  return anyOf(parts);
}

/** The condition that two meanings compare so. */
export function compareMeanings(op: CompareOperator, a: Meaning, b: Meaning): Formula | undefined {
  if (a.kind === "none" || b.kind === "none") {
    if (op !== "==" && op !== "!=") return never;
    if (a.kind === "unsettled" || b.kind === "unsettled") return unsettled;
    return constantly((a.kind === b.kind) === (op === "=="));
  }
  if (a.kind === "unsettled" || b.kind === "unsettled") return unsettled;
  if (a.kind === "choice" && b.kind === "choice") return compareChoices(op, a.of, b.of);
  if (a.kind === "tally" || b.kind === "tally") return compareTally(op, a, b);
  if (a.kind !== "number" || b.kind !== "number") return undefined;
  const left = overDivisor(a, b);
  const right = overDivisor(b, a);
  if (left !== undefined && right !== undefined) return compareWithNought(difference(left, right), op);
  const parts = valueByValue(a, b, (one, other) => compareMeanings(op, one, other));
  return parts === undefined ? undefined : anyOf(parts.map(({ guard, result }) => allOf([guard, result])));
}

/** A side of a comparison, both multiplied by the divisors. */
function overDivisor(own: NumberMeaning, other: NumberMeaning): Linear | undefined {
  const by = other.divisor ?? one;
  if (isConstant(by)) return scaled(own.form, by.constant);
  return isConstant(own.form) ? scaled(by, own.form.constant) : undefined;
}

function compareChoices(op: CompareOperator, a: ChoiceVariable | string, b: ChoiceVariable | string): Formula | undefined {
  if (op !== "==" && op !== "!=") return undefined;
  const equal = equalChoices(a, b);
  return equal === undefined || op === "==" ? equal : not(equal);
}

function equalChoices(a: ChoiceVariable | string, b: ChoiceVariable | string): Formula | undefined {
  if (typeof a === "string") return typeof b === "string" ? constantly(a === b) : equalChoices(b, a);
  if (typeof b === "string") {
    a.mention(b);
    return isOneOf(a, (value) => value === b);
  }
  const types = [a, b].map(({ role }) => ("type" in role ? role.type : undefined));
  const values = types.map((type) => (type?.kind === "enum" ? type.values : undefined));
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const both = first.filter((value) => second.includes(value));
  return anyOf(both.map((value) => allOf([isOneOf(a, (own) => own === value), isOneOf(b, (own) => own === value)])));
}
const mostTallied = 40;

function compareTally(op: CompareOperator, a: Meaning, b: Meaning): Formula | undefined {
  if (a.kind !== "tally") return b.kind === "tally" ? compareTally(mirrored[op], b, a) : undefined;
  if (b.kind !== "number" || b.divisor !== undefined || !isConstant(b.form)) return undefined;
  const { numerator, denominator } = b.form.constant;
  const most = Number(numerator) / Number(denominator);
  if (most > mostTallied) return undefined;
  return a.among(Math.max(0, Math.ceil(most)), (count) => satisfiesOrder(Math.sign(Number(BigInt(count) * denominator - numerator)), op));
}

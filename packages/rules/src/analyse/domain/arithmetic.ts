import type { Rational } from "@eldercare/core";
import { branch, type Case, isConstant, type Meaning, type NumberMeaning, number, surely, when } from "./cases.js";
import { compareMeanings } from "./comparing.js";
import { compareWithNought, scaled, sum } from "./linear.js";
import { valueByValue } from "./valueByValue.js";
import { wholeNumber } from "./variable.js";

type ArithmeticOperator = "+" | "-" | "*" | "/" | "min" | "max";

/** The cases of two numbers put together. */
export function combine(op: ArithmeticOperator, a: Meaning, b: Meaning): Case[] | undefined {
  if (a.kind !== "number" || b.kind !== "number") return undefined;
  const direct = reckoned(op, a, b);
  if (direct !== undefined) return direct;
  return valueByValue(a, b, (one, other) => combine(op, one, other))?.flatMap(({ guard, result }) => when(guard, result));
}

function reckoned(op: ArithmeticOperator, a: NumberMeaning, b: NumberMeaning): Case[] | undefined {
  switch (op) {
    case "+":
    case "-": {
      const right = op === "+" ? b.form : scaled(b.form, wholeNumber(-1));
      if (a.divisor !== undefined && b.divisor !== undefined) return undefined;
      const divisor = a.divisor ?? b.divisor;
      if (divisor === undefined) return surely(number(sum(a.form, right)));
      // a constant joins a share over the share's divisor
      const [share, other] = a.divisor === undefined ? [right, a.form] : [a.form, right];
      return isConstant(other) ? surely(number(sum(share, scaled(divisor, other.constant)), divisor)) : undefined;
    }
    case "*": {
      const [factor, other] = isConstant(a.form) && a.divisor === undefined ? [a, b] : [b, a];
      if (!isConstant(factor.form) || factor.divisor !== undefined) return undefined;
      return surely(number(scaled(other.form, factor.form.constant), other.divisor));
    }
    case "/":
      return divided(a, b);
    default: {
      const first = compareMeanings(op === "min" ? "<=" : ">=", a, b);
      return first === undefined ? undefined : (branch(first, surely(a), surely(b)) ?? undefined);
    }
  }
}

function divided(a: NumberMeaning, b: NumberMeaning): Case[] | undefined {
  if (b.divisor !== undefined || (a.divisor !== undefined && !isConstant(b.form))) return undefined;
  if (isConstant(b.form)) {
    const { numerator, denominator } = b.form.constant;
    if (numerator === 0n) return surely({ kind: "none" });
    const inverse: Rational =
      numerator < 0n ? { numerator: -denominator, denominator: -numerator } : { numerator: denominator, denominator: numerator };
    return surely(number(scaled(a.form, inverse), a.divisor));
  }
  const minus = wholeNumber(-1);
  return [
    ...when(compareWithNought(b.form, "=="), surely({ kind: "none" })),
    ...when(compareWithNought(b.form, ">"), surely(number(a.form, b.form))),
    ...when(compareWithNought(b.form, "<"), surely(number(scaled(a.form, minus), scaled(b.form, minus)))),
  ];
}

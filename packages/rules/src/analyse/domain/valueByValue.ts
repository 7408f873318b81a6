import type { Rational } from "@eldercare/core";
import { mostCases, type NumberMeaning, number } from "./cases.js";
import type { Formula } from "./formula.js";
import { compareWithNought, constantForm, difference, formOf, type Linear, scaled, sum, valueOfTerm } from "./linear.js";
import { OrderedVariable, type Variable } from "./variable.js";

/** A sum with a value put in the place of a variable. */
function substituted({ terms, constant }: Linear, variable: Variable, value: Rational): Linear {
  const rest = terms.filter(({ term }) => term.variable !== variable);
  const own = terms.filter(({ term }) => term.variable === variable);
  return own.reduce<Linear>((form, { term, factor }) => sum(form, scaled(constantForm(valueOfTerm(term, value)), factor)), { terms: rest, constant });
}

const inPlace = (meaning: NumberMeaning, variable: Variable, value: Rational): NumberMeaning => {
  const divisor = meaning.divisor === undefined ? undefined : substituted(meaning.divisor, variable, value);
  return number(substituted(meaning.form, variable, value), divisor);
};

/**
 * What cannot be reckoned with as it stands, such as the product of two facts, value by value: of the variable that has the
 * fewest, if these are few.
 */
export function valueByValue<Result>(
  a: NumberMeaning,
  b: NumberMeaning,
  made: (a: NumberMeaning, b: NumberMeaning) => Result | undefined,
): readonly { readonly guard: Formula; readonly result: Result }[] | undefined {
  const terms = [a, b].flatMap(({ form, divisor }) => [...form.terms, ...(divisor?.terms ?? [])]);
  const finite = terms.flatMap(({ term: { variable } }) => {
    const values = variable instanceof OrderedVariable ? variable.values(mostCases) : undefined;
    return values === undefined ? [] : [{ variable, values }];
  });
  const [fewest] = finite.sort((one, other) => one.values.length - other.values.length);
  if (fewest === undefined) return undefined;
  const { variable, values } = fewest;
  const parts = values.map((value) => {
    const result = made(inPlace(a, variable, value), inPlace(b, variable, value));
    const guard = compareWithNought(difference(formOf({ variable }), constantForm(value)), "==");
    return result === undefined ? undefined : { guard, result };
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

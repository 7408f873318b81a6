import { compileValue } from "../logic/closures.js";
import { countOf } from "../logic/countOf.js";
import type { Scope } from "../logic/scope.js";
import { toRational } from "../logic/value.js";
import type { CompiledRule } from "./compiledRule.js";

/** Reads the amount that a granted rule gives, in fen; undefined where it is not known. */
export type AmountOf = (scope: Scope) => number | undefined;

/** The amount of a rule's grant, without its words; undefined where the rule gives no money. */
export function amountOf({ parsed, parameters, effect }: CompiledRule): AmountOf | undefined {
  if (parsed.info.kind === "funding" && effect.grants)
    return (scope) => {
      const granted = effect.effect(scope);
      return granted.kind === "funding" ? granted.amountFen : undefined;
    };
  const amount = parsed.info.kind === "benefit" ? parsed.values.amountFen : undefined;
  if (amount === undefined) return undefined;
  const value = compileValue(amount, parameters);
  return (scope) => countOf(toRational(value(scope)));
}

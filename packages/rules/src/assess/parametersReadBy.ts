import { type Node, parametersOf } from "../logic/node.js";
import type { ParsedRule } from "./compiledRule.js";

const readsParameter = new WeakMap<ParsedRule, ReadonlySet<string>>();

/** The parameters that a rule reads, in its condition or its effect. */
export function parametersReadBy(rule: ParsedRule): ReadonlySet<string> {
  const known = readsParameter.get(rule);
  if (known !== undefined) return known;
  const nodes = [rule.condition, ...Object.values(rule.values)].filter((node): node is Node => node !== undefined);
  const made = new Set(nodes.flatMap((node) => [...parametersOf(node)]));
  readsParameter.set(rule, made);
  return made;
}

import { type Condition, isComparison } from "./condition.js";

/** A condition in plain JSON-Logic. */
export function toJsonLogic(condition: Condition): unknown {
  if (isComparison(condition)) return { [condition.op]: [{ var: condition.fact }, condition.value] };
  if (condition.op === "not") return { "!": [toJsonLogic(condition.of)] };
  return { [condition.op]: condition.of.map(toJsonLogic) };
}

const jsonRulesOperators = {
  "==": "equal",
  "!=": "notEqual",
  "<": "lessThan",
  "<=": "lessThanInclusive",
  ">": "greaterThan",
  ">=": "greaterThanInclusive",
} as const;

/** A condition for json-rules-engine, below its root. */
export function toJsonRules(condition: Condition): unknown {
  if (isComparison(condition)) return { fact: condition.fact, operator: jsonRulesOperators[condition.op], value: condition.value };
  if (condition.op === "not") return { not: toJsonRules(condition.of) };
  return { [condition.op === "and" ? "all" : "any"]: condition.of.map(toJsonRules) };
}

/** A condition as an expression of Zen. */
export function toZen(condition: Condition): string {
  if (isComparison(condition))
    return `${condition.fact} ${condition.op} ${typeof condition.value === "string" ? `'${condition.value}'` : String(condition.value)}`;
  if (condition.op === "not") return `not (${toZen(condition.of)})`;
  return condition.of.map((part) => `(${toZen(part)})`).join(` ${condition.op} `);
}

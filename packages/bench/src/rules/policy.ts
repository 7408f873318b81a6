import type { Logic, Pack, Parameter, Rule } from "@eldercare/rules";
import { type Compare, type Condition, isComparison } from "./condition.js";
import { factShapes } from "./facts.js";

const title = { zh: "合成政策", en: "synthetic policy" };
const from = "2020-01-01";

/** The date on which everything is asked. */
export const dateAsked = "2026-11-21";

function parameterOf({ fact, value }: Compare): string {
  return `${fact}.${String(value)}`;
}

/** A condition in the strict dialect: numbers are parameters with a clause. */
export function toLogic(condition: Condition): Logic {
  if (isComparison(condition)) {
    const right: Logic = typeof condition.value === "number" ? { param: parameterOf(condition) } : condition.value;
    return { [condition.op]: [{ var: condition.fact }, right] };
  }
  return condition.op === "not" ? { "!": [toLogic(condition.of)] } : { [condition.op]: condition.of.map(toLogic) };
}

const comparisonsOf = (condition: Condition): readonly Compare[] =>
  isComparison(condition) ? [condition] : condition.op === "not" ? comparisonsOf(condition.of) : condition.of.flatMap(comparisonsOf);

/** A parameter of the synthetic policy. */
export const parameter = (type: Parameter["type"], value: number): Parameter => ({
  type,
  title,
  clause: "S-1",
  values: [{ from, value, clause: "S-1" }],
});

/** The synthetic policy as a pack: one rule for each condition. */
export function packOf(conditions: readonly Condition[], then: (rule: number) => Rule["then"], more: Readonly<Record<string, Parameter>> = {}): Pack {
  const numbers = conditions.flatMap(comparisonsOf).filter((comparison) => typeof comparison.value === "number");
  return {
    id: "synthetic",
    version: "1.0.0",
    title,
    area: "",
    extends: [],
    inForce: { from },
    sources: { made: { title: "synthetic", issuer: "synthetic", issued: from, checkedOn: dateAsked, verification: "verified" } },
    clauses: { "S-1": { source: "made", section: "1", modality: "required", quote: "synthetic" } },
    parameters: { ...Object.fromEntries(numbers.map((each) => [parameterOf(each), parameter("integer", Number(each.value))])), ...more },
    facts: Object.fromEntries(
      Object.entries(factShapes).map(([name, shape]) => [
        name,
        { subject: "person" as const, type: shape.kind, title, ...(shape.kind === "enum" ? { values: shape.values } : {}) },
      ]),
    ),
    rules: conditions.map((condition, rule) => ({
      id: `r${rule}`,
      subject: "person",
      title,
      when: toLogic(condition),
      then: then(rule),
      clauses: ["S-1"],
    })),
  };
}

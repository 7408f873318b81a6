import { Chance } from "../chance.js";
import { drawValue, type FactShape, factShapes } from "./facts.js";

/** A comparison that every engine has. */
export interface Compare {
  readonly op: "==" | "!=" | "<" | "<=" | ">" | ">=";
  readonly fact: string;
  readonly value: number | string | boolean;
}

/** A condition in terms that every engine has. */
export type Condition = Compare | { readonly op: "and" | "or"; readonly of: readonly Condition[] } | { readonly op: "not"; readonly of: Condition };

/** Whether a condition is a comparison. */
export const isComparison = (condition: Condition): condition is Compare => "fact" in condition;

const orderings = ["<", "<=", ">", ">="] as const;

function drawComparison(chance: Chance): Compare {
  const [fact, shape] = chance.pick(Object.entries(factShapes)) as [string, FactShape];
  const op = shape.kind === "integer" && chance.next() < 0.85 ? chance.pick(orderings) : chance.pick(["==", "!="] as const);
  return { op, fact, value: drawValue(shape, chance) };
}

function drawCondition(comparisons: number, chance: Chance, outer: "and" | "or"): Condition {
  if (comparisons === 1) {
    const comparison = drawComparison(chance);
    return chance.next() < 0.1 ? { op: "not", of: comparison } : comparison;
  }
  const parts = Math.min(comparisons, 2 + chance.below(2));
  const sizes = Array.from({ length: parts }, () => 1);
  for (let rest = comparisons - parts; rest > 0; rest -= 1) {
    const part = chance.below(parts);
    sizes[part] = (sizes[part] ?? 0) + 1;
  }
  return { op: outer, of: sizes.map((size) => drawCondition(size, chance, outer === "and" ? "or" : "and")) };
}

/** How many comparisons a condition holds. */
export const comparisonsIn = (condition: Condition): number =>
  isComparison(condition)
    ? 1
    : condition.op === "not"
      ? comparisonsIn(condition.of)
      : condition.of.reduce((sum, part) => sum + comparisonsIn(part), 0);

/** Random conditions of 3 to 9 comparisons. */
export function drawConditions(rules: number, seed: number): Condition[] {
  const chance = new Chance(seed);
  return Array.from({ length: rules }, () => drawCondition(3 + chance.below(7), chance, chance.next() < 0.7 ? "and" : "or"));
}

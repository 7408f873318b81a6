import type { CompareOperator } from "../node.js";
import type { Truth } from "../value.js";
import type { Slot } from "./slot.js";

/**
 * A condition over the slots of a row: what is left of a tree once parameters, dates and texts have become numbers.
 * Shared parts of the tree are shared here too.
 */
export type Formula =
  | { readonly op: "known"; readonly truth: Truth }
  /** Whether the bits of a slot have one of the mask. */
  | { readonly op: "among"; readonly slot: Slot; readonly mask: number }
  /** Whether a number stands so to a threshold; none stands so to nothing, but differs from everything. */
  | { readonly op: "compare"; readonly order: CompareOperator; readonly slot: Slot; readonly threshold: number }
  | { readonly op: "compareSlots"; readonly order: CompareOperator; readonly left: Slot; readonly right: Slot }
  /** Whether a number is known to be none. */
  | { readonly op: "isNone"; readonly slot: Slot }
  /** What only the record can answer: the place of its answer in the row. */
  | { readonly op: "opaque"; readonly place: number }
  | { readonly op: "and" | "or"; readonly args: readonly Formula[] }
  | { readonly op: "not"; readonly arg: Formula }
  | { readonly op: "if"; readonly condition: Formula; readonly whenTrue: Formula; readonly whenFalse: Formula }
  /** Whether two conditions have the same truth. */
  | { readonly op: "same"; readonly left: Formula; readonly right: Formula };

/** The parts of a formula, in order. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.op) {
    case "and":
    case "or":
      return formula.args;
    case "not":
      return [formula.arg];
    case "if":
      return [formula.condition, formula.whenTrue, formula.whenFalse];
    case "same":
      return [formula.left, formula.right];
    default:
      return [];
  }
}

/** The slots that a part of a formula reads itself. */
export function slotsIn(formula: Formula): readonly Slot[] {
  switch (formula.op) {
    case "among":
    case "compare":
    case "isNone":
      return [formula.slot];
    case "compareSlots":
      return [formula.left, formula.right];
    default:
      return [];
  }
}

/** Every part of a formula, itself included, each once however often it is shared. */
export function allPartsOf(formula: Formula, seen: Set<Formula> = new Set()): ReadonlySet<Formula> {
  if (seen.has(formula)) return seen;
  seen.add(formula);
  for (const part of partsOf(formula)) allPartsOf(part, seen);
  return seen;
}

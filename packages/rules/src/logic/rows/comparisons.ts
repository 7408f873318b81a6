import type { FieldType } from "@eldercare/core";
import type { CompareOperator } from "../node.js";
import { FALSE, toRational, UNKNOWN, type Value } from "../value.js";
import type { Formula } from "./formula.js";
import { bitsOf, dateNumber, type Slot } from "./slot.js";

/** A fact of a row, and whether it may be known to be none. */
export interface SlotOf {
  readonly slot: Slot;
  readonly type: FieldType;
  readonly nullable: boolean;
}

/** The same comparison with its sides exchanged. */
export const mirrored: Readonly<Record<CompareOperator, CompareOperator>> = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

const isOrdering = (order: CompareOperator): boolean => order !== "==" && order !== "!=";

/** Beside none or the unknown, which needs no number; `undefined` where the record itself must be asked. */
function compareNothing(order: CompareOperator, { slot, nullable }: SlotOf, constant: null | undefined): Formula | undefined {
  // what is none stands so to nothing, even to what nobody knows
  if (constant === undefined) return nullable ? undefined : { op: "known", truth: UNKNOWN };
  if (isOrdering(order)) return { op: "known", truth: FALSE };
  if (!nullable) return { op: "compare", order, slot, threshold: Number.POSITIVE_INFINITY };
  const isNone: Formula = { op: "isNone", slot };
  return order === "==" ? isNone : { op: "not", arg: isNone };
}

/** A number to hold whole numbers against instead of a constant: a fraction lies halfway between two of them. */
function thresholdOf(constant: Exclude<Value, null | undefined>): number | undefined {
  if (typeof constant === "number") return constant;
  const exact = toRational(constant);
  if (exact === undefined) return undefined;
  const below = exact.numerator < 0n && exact.numerator % exact.denominator !== 0n ? 1n : 0n;
  const floor = Number(exact.numerator / exact.denominator - below);
  return Math.abs(floor) < 2 ** 51 ? floor + 0.5 : undefined;
}

function compareChoice(order: CompareOperator, { slot, type, nullable }: SlotOf, constant: Value): Formula | undefined {
  const bits = type.kind === "enum" ? bitsOf(type.values, nullable) : undefined;
  if (bits === undefined || isOrdering(order) || (typeof constant !== "string" && constant !== null)) return undefined;
  const like = bits.get(constant) ?? 0;
  return { op: "among", slot, mask: order === "==" ? like : slot.all & ~like };
}

/** Holds a fact against what is the same for everybody; `undefined` where numbers cannot say. */
export function compareConstant(order: CompareOperator, fact: SlotOf, constant: Value): Formula | undefined {
  const { slot, type } = fact;
  if (constant === undefined) return compareNothing(order, fact, constant);
  if (type.kind === "enum") return compareChoice(order, fact, constant);
  if (slot.store !== "numbers") return undefined;
  if (constant === null) return compareNothing(order, fact, constant);
  const threshold = type.kind === "date" ? dateNumber(constant) : thresholdOf(constant);
  return threshold === undefined ? undefined : { op: "compare", order, slot, threshold };
}

/** Holds two facts against each other; `undefined` where one may be none, or they are no numbers. */
export function compareFacts(order: CompareOperator, left: SlotOf, right: SlotOf): Formula | undefined {
  const numbers = left.slot.store === "numbers" && right.slot.store === "numbers" && left.type.kind === right.type.kind;
  return numbers && !left.nullable && !right.nullable ? { op: "compareSlots", order, left: left.slot, right: right.slot } : undefined;
}

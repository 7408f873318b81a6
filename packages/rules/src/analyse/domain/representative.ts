import { printRational, type Rational } from "@eldercare/core";
import { simplify, type Value } from "../../logic/value.js";
import { dateOf } from "./linear.js";
import { type Cell, pickFrom, type Variable } from "./variable.js";

/** A value that stands for a cell: a number as an exact fraction, a day as the number of days. */
export const representativeOf = (variable: Variable, cell: Cell): Value | Rational =>
  cell.kind === "value" ? cell.value : pickFrom(cell, variable.whole, variable.hint);

const isFraction = (value: Value | Rational): value is Rational => typeof value === "object" && value !== null && "numerator" in value;

/** A value as it stands in a record, or in an overlay where it is a parameter's. */
export function jsonValueOf({ role }: Variable, value: Value | Rational): unknown {
  if (!isFraction(value)) return value;
  const type = "type" in role ? role.type : undefined;
  if (type?.kind === "date") return dateOf(Number(value.numerator));
  const plain = simplify(value);
  if (typeof plain === "number") return plain;
  return role.kind === "parameter" ? printRational(plain) : Number(plain.numerator) / Number(plain.denominator);
}

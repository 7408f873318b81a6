import { TRUE, type Truth, UNKNOWN } from "../value.js";
import type { Formula } from "./formula.js";
import type { Row } from "./row.js";
import type { Slot } from "./slot.js";

/** A whole number over the slots of a row: an amount of fen. */
export type NumberFormula =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "slot"; readonly slot: Slot }
  | { readonly op: "if"; readonly condition: Formula; readonly whenTrue: NumberFormula; readonly whenFalse: NumberFormula }
  | { readonly op: "+" | "-" | "*" | "/" | "min" | "max"; readonly args: readonly NumberFormula[] };

type NumberOf = () => number;

// where whole numbers are no longer exact, and where nothing is known, the record itself must be asked
const unsure = Number.NaN;

function combine(op: "+" | "-" | "*" | "/" | "min" | "max", a: number, b: number): number {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a % b === 0 ? a / b : unsure;
    case "min":
      return Math.min(a, b);
    case "max":
      return Math.max(a, b);
  }
}

function fold(op: "+" | "-" | "*" | "/" | "min" | "max", args: readonly NumberOf[]): NumberOf {
  const [first, ...others] = args;
  if (first === undefined) return () => unsure;
  return () => {
    let result = first();
    for (const other of others) {
      result = combine(op, result, other());
      if (!Number.isSafeInteger(result)) return unsure;
    }
    return result;
  };
}

/**
 * Makes a number executable over a row.
 *
 * @param truthOf the truth of a condition over the same row
 * @returns `NaN` where something is unknown or none, or whole numbers of this size are no longer exact
 */
export function compileNumber(formula: NumberFormula, row: Row, truthOf: (condition: Formula) => () => Truth): NumberOf {
  const inner = (part: NumberFormula): NumberOf => compileNumber(part, row, truthOf);
  switch (formula.op) {
    case "number": {
      const { value } = formula;
      return () => value;
    }
    case "slot": {
      const { numbers } = row;
      const { at } = formula.slot;
      return () => numbers[at] as number;
    }
    case "if": {
      const [condition, then, otherwise] = [truthOf(formula.condition), inner(formula.whenTrue), inner(formula.whenFalse)];
      return () => {
        const truth = condition();
        return truth === UNKNOWN ? unsure : truth === TRUE ? then() : otherwise();
      };
    }
    default:
      return fold(formula.op, formula.args.map(inner));
  }
}

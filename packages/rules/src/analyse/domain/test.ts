import { compareRational, type Rational } from "@eldercare/core";
import type { CompareOperator } from "../../logic/node.js";
import { FALSE, TRUE, type Truth, type Value } from "../../logic/value.js";
import { type Cell, pickFrom, type Variable } from "./variable.js";

/** Cells of a variable as bits: where a test holds, and where it does not. */
export interface Masks {
  readonly yes: bigint;
  readonly no: bigint;
}

/** A condition about one variable, decided cell by cell. */
export class Test {
  readonly kind = "test";
  readonly variable: Variable;
  readonly holds: (cell: Cell) => Truth;
  private made: (Masks & { readonly version: number }) | undefined;

  constructor(variable: Variable, holds: (cell: Cell) => Truth) {
    this.variable = variable;
    this.holds = holds;
  }

  masks(): Masks {
    const { version } = this.variable;
    if (this.made?.version === version) return this.made;
    let [yes, no, bit] = [0n, 0n, 1n];
    for (const cell of this.variable.cells()) {
      const truth = this.holds(cell);
      if (truth === TRUE) yes |= bit;
      else if (truth === FALSE) no |= bit;
      bit <<= 1n;
    }
    this.made = { version, yes, no };
    return this.made;
  }
}

/** All cells of a variable. */
export const everyCell = (variable: Variable): bigint => (1n << BigInt(variable.cells().length)) - 1n;

/** Whether a field holds one of some values. */
export const isOneOf = (variable: Variable, wanted: (value: Value) => boolean): Test =>
  new Test(variable, (cell) => (cell.kind === "value" && wanted(cell.value) ? TRUE : FALSE));

/** Whether an order satisfies a comparison. */
export const satisfiesOrder = (order: number, op: CompareOperator): boolean => {
  switch (op) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
};

/** Holds an ordered variable against a threshold at which it has been cut; none is neither above nor below. */
export const against = (variable: Variable, op: CompareOperator, threshold: Rational): Test =>
  new Test(variable, (cell) => {
    const sample = cell.kind === "span" ? pickFrom(cell, variable.whole, variable.hint) : undefined;
    return sample !== undefined && satisfiesOrder(compareRational(sample, threshold), op) ? TRUE : FALSE;
  });

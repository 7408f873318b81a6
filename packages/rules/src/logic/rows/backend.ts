import type { RowTable } from "./row.js";
import type { RowPlan } from "./rowPlan.js";

/** Rules of a plan made executable over the rows of a table. */
export interface WrittenRules {
  /** How many rules could be written out; the others stay programs over rows. */
  readonly written: number;
  /**
   * Answers the rules that are written out, for every row, in three values.
   *
   * @param out row-major, `[row * rules of the plan + rule]`
   */
  answer(table: RowTable, out: Uint8Array): void;
}

/** A way of executing rules for many subjects, besides the programs over rows that every engine has. The answers are the same. */
export interface Backend {
  readonly name: string;
  /**
   * Asks whether it can work here, once for each engine.
   *
   * @throws EldercareError where it cannot
   */
  require(): void;
  /** Writes out the rules of a plan, as many as it can. */
  write(plan: RowPlan): WrittenRules;
}

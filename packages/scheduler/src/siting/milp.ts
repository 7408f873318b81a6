/** A linear programme with whole-number columns, row by row, as it is handed to a solver. All columns lie between 0 and `upper`. */
export interface Milp {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** 1 where a column must be whole. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly factors: Float64Array;
}

/** How a solver is to go about a programme. */
export interface MilpOptions {
  readonly timeLimitSeconds: number;
  /** Difference of plan and bound at which it is done. */
  readonly absoluteGap: number;
  readonly seed: number;
  /** A solution known before, by column. */
  readonly start?: Float64Array;
  /** Where the program `highs.wasm` lies; beside the package where absent. */
  readonly wasmUrl?: string;
}

/** What a solver found. */
export interface MilpResult {
  readonly status: "optimal" | "infeasible" | "timeLimit" | "other";
  /** Value of each column; absent where no solution was found. */
  readonly values?: Float64Array;
  /** No solution costs less. */
  readonly bound: number;
}

/** What is said to the solver's worker, and what it says. */
export type ToSolver = { readonly id: number; readonly model: Milp; readonly options: MilpOptions };
export type FromSolver =
  | { readonly kind: "solved"; readonly id: number; readonly result: MilpResult }
  | { readonly kind: "missing"; readonly id: number }
  | { readonly kind: "failed"; readonly id: number; readonly why: string };

/** Collects the rows of a programme. */
export class MilpRows {
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly columns: number[] = [];
  private readonly factors: number[] = [];

  /** Adds `least ≤ Σ factor × column ≤ most`. */
  add(least: number, most: number, terms: Iterable<readonly [column: number, factor: number]>): void {
    for (const [column, factor] of terms) {
      if (factor === 0) continue;
      this.columns.push(column);
      this.factors.push(factor);
    }
    this.lower.push(least);
    this.upper.push(most);
    this.starts.push(this.columns.length);
  }

  finish(columns: Pick<Milp, "cost" | "upper" | "whole">): Milp {
    return {
      ...columns,
      rowLower: Float64Array.from(this.lower),
      rowUpper: Float64Array.from(this.upper),
      starts: Int32Array.from(this.starts),
      columns: Int32Array.from(this.columns),
      factors: Float64Array.from(this.factors),
    };
  }
}

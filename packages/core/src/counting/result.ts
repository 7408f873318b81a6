/** One line of a calculation that a person can check by hand. */
export interface Step {
  /** What was counted or computed, as a formula in words: `失能入住 47 ÷ 3`. */
  readonly zh: string;
  readonly en: string;
  readonly value: string;
}

/** A counted result: value, unit, how it came about, and the clauses behind it. */
export interface Counted<Value> {
  readonly value: Value;
  readonly unit: string;
  readonly steps: readonly Step[];
  readonly clauses: readonly string[];
}

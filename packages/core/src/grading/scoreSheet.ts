import type { Wording } from "../errors/issue.js";
import type { Rational } from "../money/rational.js";

/** How an institution is graded: parts that are scored, and what each grade asks. `verified` says whether a value was seen in a copy of the text. */
export interface ScoreSheet {
  readonly standard: string;
  readonly parts: readonly {
    readonly id: string;
    readonly title: Wording;
    /** Points at most, exact. */
    readonly most: Rational;
    readonly verified: boolean;
  }[];
  /** From the lowest grade up; a higher one asks for no less. */
  readonly levels: readonly {
    readonly grade: number;
    /** Points in all, exact. */
    readonly total: Rational;
    /** Least share of the points of each part, exact. */
    readonly ofEachPart: Rational;
    readonly verified: boolean;
  }[];
  /** How long a grade holds. */
  readonly validity: { readonly months: number; readonly verified: boolean };
}

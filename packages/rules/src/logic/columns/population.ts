import type { Scope } from "../scope.js";
import type { Grouping } from "./grouping.js";
import type { Source } from "./reads.js";

/** Subjects of one kind on one date, ready to be asked all at once. */
export interface Population {
  readonly size: number;
  /** One subject, as conditions read it. */
  scopeOf(subject: number): Scope;
  /**
   * Groups the subjects by what they say of a source. Where thresholds are given, values between two neighbouring ones may
   * share a group; what is unknown and what is none have groups of their own.
   *
   * @param thresholds ascending whole numbers, days from 1970-01-01 for dates
   */
  grouped(source: Source, thresholds: readonly number[] | undefined): Grouping | undefined;
  /** The subjects from one number to before another. */
  slice(from: number, to: number): Population;
}

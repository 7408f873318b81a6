import type { CivilDate, MissingFacts, Wording } from "@eldercare/core";

/** One fact that would have to be otherwise. */
export interface FactChange {
  /** JSON pointer of the fact; of a fact of another record, the join and the fact's name. */
  readonly fact: string;
  readonly title: Wording;
  /** What it is; absent where that is not known. */
  readonly from?: unknown;
  /** The nearest value that works. */
  readonly to: unknown;
  /** The change in words: 能力等级达到3级（现为1级）. */
  readonly words: Wording;
}

/** Something under which a refusal would become a grant, or an unmet requirement be met. */
export type Counterfactual =
  /** Some facts being otherwise, no fewer of which would do; `proven` where none smaller exists and no nearer value works. */
  | { readonly kind: "facts"; readonly changes: readonly FactChange[]; readonly proven: boolean; readonly text: Wording }
  /** The first day on which time alone grants: the day before, it is still refused. */
  | { readonly kind: "date"; readonly on: CivilDate; readonly because: readonly Wording[]; readonly text: Wording }
  /** Of an undetermined decision: what to ask first. */
  | { readonly kind: "missing"; readonly missing: MissingFacts; readonly text: Wording };

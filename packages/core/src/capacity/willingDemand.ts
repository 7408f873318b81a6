import { QuestionCheck } from "../counting/questionCheck.js";
import { byText } from "../progress/verdict.js";

/** Whether a place is owed to a person (the pack's rules say so) and whether the person wants it; absent where unknown. */
export interface PlaceCandidate {
  readonly id: string;
  readonly entitled?: boolean;
  readonly willing?: boolean;
}

/** Who takes up a place, and who may: ids in their order. */
export interface WillingDemand {
  readonly certain: readonly string[];
  readonly open: readonly { readonly id: string; readonly missing: readonly ("entitled" | "willing")[] }[];
  /** Persons: the certain ones, and with all the open ones. */
  readonly least: number;
  readonly most: number;
}

/**
 * Who takes up a place: those who are entitled and willing. Whose claim or wish is unknown is counted in the upper bound
 * and named with what to ask; one known no settles it.
 *
 * @throws EldercareError `DUPLICATE_ID`
 * @example
 * willingDemand([{ id: "p-1", entitled: true, willing: true }, { id: "p-2", entitled: true }]).open //=> [{ id: "p-2", missing: ["willing"] }]
 * Source: CK-1.1-c, CK-2.1-d, CK-2.2-i.
 */
export function willingDemand(candidates: readonly PlaceCandidate[]): WillingDemand {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/${index}/id`,
    candidates.map(({ id }) => id),
  );
  check.done();
  const possible = candidates.filter(({ entitled, willing }) => entitled !== false && willing !== false);
  const ordered = possible
    .map(({ id, entitled, willing }) => ({
      id,
      missing: [...(entitled === undefined ? (["entitled"] as const) : []), ...(willing === undefined ? (["willing"] as const) : [])],
    }))
    .sort((a, b) => byText(a.id, b.id));
  const certain = ordered.filter(({ missing }) => missing.length === 0).map(({ id }) => id);
  return { certain, open: ordered.filter(({ missing }) => missing.length > 0), least: certain.length, most: ordered.length };
}

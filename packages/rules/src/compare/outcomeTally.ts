import type { Wording } from "@eldercare/core";
import type { RuleInfo } from "../assess/compiledRule.js";

/** What becomes of somebody under a rule, when a pack changes. */
export type OutcomeKind =
  /** Granted or met, and was not. */
  | "gained"
  /** No longer granted or met. */
  | "lost"
  /** Granted before and after, another amount. */
  | "amountChanged"
  /** Was known, and now is not. */
  | "nowUndetermined"
  /** Was undetermined, and now is known not to be granted. */
  | "nowDenied"
  /** A standard that is asked now, and not met. */
  | "nowNotMet"
  /** A standard that was not met, and is no longer asked. */
  | "noLongerAsked";

/** How many records a change of a pack touches in one way under one rule. */
export interface OutcomeChange {
  /** Key `<pack>/<rule>` before and after; absent where that version has no such rule. */
  readonly before?: string;
  readonly after?: string;
  readonly title: Wording;
  readonly kind: OutcomeKind;
  readonly count: number;
  /** The first ids in the order of code units. */
  readonly first: readonly string[];
  /** Of benefits and funding, what they come to together; absent where that is not known of everybody. */
  readonly amountBeforeFen?: number;
  readonly amountAfterFen?: number;
}

const [denied, granted, undetermined, notApplicable] = [0, 1, 2, 3];
const asking: ReadonlySet<RuleInfo["kind"]> = new Set(["standard", "target", "staffing", "checklist"]);

/** The answer of a rule about one record, as numbers; the amount is `NaN` where there is none, or where it is not known. */
export interface Answer {
  readonly status: number;
  readonly amountFen: number;
}

/** What one status and amount after another come to; undefined where nothing changes for whoever it is. */
export function outcomeOf(kind: RuleInfo["kind"], before: Answer, after: Answer): OutcomeKind | undefined {
  if (before.status === after.status) return after.status === granted && !Object.is(before.amountFen, after.amountFen) ? "amountChanged" : undefined;
  if (after.status === granted) return "gained";
  if (after.status === undetermined) return "nowUndetermined";
  if (before.status === granted) return "lost";
  if (before.status === undetermined) return "nowDenied";
  // not to be granted, and not to be asked about, is the same to whoever it is; a standard that is asked is not
  if (!asking.has(kind)) return undefined;
  return after.status === denied && before.status === notApplicable ? "nowNotMet" : "noLongerAsked";
}

/** A sum with one answer more: nothing where it is known that nothing is given, and not known where that is not known. */
function sumOf(sumFen: number | undefined, { status, amountFen }: Answer): number | undefined {
  if (sumFen === undefined || status === undetermined || (status === granted && Number.isNaN(amountFen))) return undefined;
  return status === granted ? sumFen + amountFen : sumFen;
}

/** Counts one way in which records are touched, and keeps the first of their ids. */
export class OutcomeTally {
  count = 0;
  readonly first: string[] = [];
  amountBeforeFen: number | undefined = 0;
  amountAfterFen: number | undefined = 0;
  private readonly mostIds: number;

  constructor(mostIds: number) {
    this.mostIds = mostIds;
  }

  add(id: string, before: Answer, after: Answer): void {
    this.count += 1;
    this.amountBeforeFen = sumOf(this.amountBeforeFen, before);
    this.amountAfterFen = sumOf(this.amountAfterFen, after);
    if (this.first.length >= this.mostIds && id >= (this.first.at(-1) ?? "")) return;
    const place = this.first.findIndex((other) => id < other);
    this.first.splice(place < 0 ? this.first.length : place, 0, id);
    this.first.length = Math.min(this.first.length, this.mostIds);
  }
}

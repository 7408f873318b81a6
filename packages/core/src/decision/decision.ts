import type { Step } from "../counting/result.js";
import type { Issue, Wording } from "../errors/issue.js";
import type { Rounding } from "../money/rounding.js";
import type { Benefit, Proration } from "../subsidy/benefit.js";
import type { CivilDate } from "../time/civilDate.js";

/** How strongly a clause binds: 应 · 原则上 · 力争 · 鼓励 · 有条件的地方. */
export type Modality = "required" | "in-principle" | "aspirational" | "permitted-or-encouraged" | "conditional";

/** What a rule is asked about. */
export type SubjectKind = "person" | "household" | "village" | "township" | "facility" | "workforce" | "provider" | "area";

/** Answers of rules about entitlement; `notApplicable` where a standard does not concern the subject. */
export type DecisionStatus = "granted" | "denied" | "undetermined" | "met" | "notMet" | "notApplicable";

/** Something whose value nobody has given: a fact of the subject (JSON pointer) or an open parameter of a pack. */
export type Missing = { readonly fact: string; readonly title?: Wording } | { readonly parameter: string; readonly title?: Wording };

/** What would settle an undetermined decision. */
export interface MissingFacts {
  /** A smallest set that could grant; empty where nothing unknown could. */
  readonly toGrant: readonly Missing[];
  /** A smallest set that could deny; empty where nothing unknown could. */
  readonly toDeny: readonly Missing[];
  /** Everything unknown that the condition reads. */
  readonly relevant: readonly Missing[];
  /** False where the search for smaller sets was cut short. */
  readonly proven: boolean;
}

/** What a granted rule gives. Amounts and frequencies that nobody has supplied are absent and named in `open`. */
export type Effect =
  | { readonly kind: "category"; readonly category: string; readonly open: readonly string[] }
  | {
      readonly kind: "service";
      readonly service: string;
      readonly times?: number;
      readonly per?: "week" | "month" | "year";
      readonly open: readonly string[];
    }
  | {
      readonly kind: "benefit";
      readonly benefit: string;
      readonly amountFen?: number;
      readonly per?: "day" | "month" | "year" | "once";
      /** In money, or as services worth so much; absent, as all terms, where the document does not say. */
      readonly form?: Benefit["form"];
      readonly payee?: "person" | "household" | "facility" | "provider";
      /** The convention by which part of a month is paid, by the names of `accrueBenefit`. */
      readonly proration?: Proration["method"];
      readonly rounding?: Rounding;
      readonly open: readonly string[];
    }
  | { readonly kind: "device"; readonly device: string; readonly open: readonly string[] }
  | {
      readonly kind: "priority";
      readonly queue: string;
      readonly rank: number;
      /** Of each tie-breaker whether it holds; `null` where that is not known, and `open` names what is missing. */
      readonly tieBreakers?: readonly (boolean | null)[];
      /** Places kept for those of this rank; absent where none are, `null` where that is not known. */
      readonly reservedPlaces?: number | null;
      readonly open: readonly string[];
    }
  | { readonly kind: "pairing"; readonly mode: "oneToOne" | "grid"; readonly open: readonly string[] }
  | { readonly kind: "siting"; readonly siting: "forbid" | "require" | "handOver"; readonly of: string; readonly open: readonly string[] }
  | { readonly kind: "model"; readonly model: string; readonly open: readonly string[] }
  | { readonly kind: "checklist"; readonly item: string; readonly open: readonly string[] }
  | {
      readonly kind: "standard";
      readonly metric: string;
      /** Unit of observed and required; `share` of exact fractions that are parts of a whole. */
      readonly unit?: string;
      readonly observed?: string;
      readonly required?: string;
      readonly steps: readonly Step[];
      readonly open: readonly string[];
    }
  | {
      readonly kind: "staffing";
      readonly required?: number;
      readonly present?: number;
      readonly short?: number;
      readonly steps: readonly Step[];
      readonly open: readonly string[];
    }
  | { readonly kind: "funding"; readonly amountFen?: number; readonly per: "year"; readonly steps: readonly Step[]; readonly open: readonly string[] }
  | {
      readonly kind: "target";
      readonly metric: string;
      /** Unit of observed and required; `share` of exact fractions that are parts of a whole. */
      readonly unit?: string;
      readonly observed?: string;
      readonly required?: string;
      readonly by?: CivilDate;
      /** Where the target stands on the date asked. */
      readonly state: "met" | "due" | "overdue" | "undated" | "undetermined";
      readonly steps: readonly Step[];
      readonly open: readonly string[];
    };

/** A kind of effect. */
export type EffectKind = Effect["kind"];

/** What one rule says of one subject on one date. */
export interface Decision {
  /** `<pack>/<rule>` */
  readonly rule: string;
  readonly subject: string;
  readonly on: CivilDate;
  readonly status: DecisionStatus;
  readonly missing?: MissingFacts;
  readonly effect?: Effect;
  readonly modality: Modality;
  /** True where an example value of an illustrative overlay decided the status or the effect. */
  readonly illustrative: boolean;
  readonly warnings: readonly Issue[];
  readonly clauses: readonly string[];
}

import type { Benefit, CivilDate, Comparison, Modality, Proration, Rounding, SubjectKind, Wording } from "@eldercare/core";

/** A condition or a value in the strict dialect of JSON-Logic: one operator an object. */
export type Logic = boolean | string | null | readonly Logic[] | { readonly [operator: string]: Logic | readonly Logic[] };

/** A value written in a table, where the clause of its row stands behind it; exact fractions as text, `"1/3"`. */
export type Written = boolean | number | string;

/**
 * What a row asks of one input: `"-"` anything, a value, one of a list of values, or limits that all hold
 * (`{ ">=": 60, "<": 80 }`, `{ "inside": "500229" }`). Of a list, a value asks that the list holds it.
 */
export type TableCell = Written | null | readonly (Written | null)[] | { readonly [comparison: string]: Written | Logic };

/** A document that a pack stands on. */
export interface Source {
  readonly number?: string;
  readonly title: string;
  readonly issuer: string;
  readonly issued: CivilDate;
  readonly checkedOn: CivilDate;
  /** `recalled` where the wording was not compared with a public copy; `verified` where it was. */
  readonly verification: "verified" | "recalled";
  readonly note?: string;
}

/** One sentence of a source, verbatim. */
export interface Clause {
  readonly source: string;
  readonly section: string;
  readonly modality: Modality;
  readonly quote: string;
  readonly note?: string;
}

/** One value of a parameter with the period in which it holds and the clause that says so. */
export interface ParameterValue {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  /** A whole number, a boolean, a named reading, or an exact fraction as text: "3", "1/3", "15%". */
  readonly value: number | boolean | string;
  readonly clause?: string;
}

/** A number or a reading that the rules use; `open` where the document leaves it to whoever applies it. */
export interface Parameter {
  readonly type: "integer" | "rational" | "fen" | "boolean" | "choice" | "date" | "area";
  readonly unit?: string;
  readonly title: Wording;
  readonly clause: string;
  /** The named readings of a `choice`, each with its meaning. */
  readonly of?: Readonly<Record<string, Wording>>;
  readonly least?: number;
  readonly most?: number;
  readonly open?: boolean;
  readonly values?: readonly ParameterValue[];
  /** True where no pack below may give a value by which anybody gets less. */
  readonly floor?: boolean;
  readonly note?: string;
}

/** Types that a pack can give to its own facts. */
export type FactType = "boolean" | "integer" | "rational" | "fen" | "date" | "area" | "enum" | "list" | "record";

/** One field of the records of a fact; a field `person` is the id of a person of the register. */
export interface FactField {
  readonly type: "boolean" | "integer" | "rational" | "fen" | "date" | "area" | "enum" | "id";
  readonly title: Wording;
  /** The values of an `enum`. */
  readonly values?: readonly string[];
  /** What sentences call the values. */
  readonly titles?: Readonly<Record<string, Wording>>;
}

/** A word of the document, defined once: by a condition, by counting over the register, or asked of the register as it is. */
export interface Fact {
  readonly subject: SubjectKind;
  readonly type: FactType;
  readonly title: Wording;
  readonly unit?: string;
  /** The values of an `enum`, or of the members of a `list` of such. */
  readonly values?: readonly string[];
  /** What sentences call the values; one without a title is shown as it is. */
  readonly titles?: Readonly<Record<string, Wording>>;
  /** The fields of a `record`, or of the members of a `list` of such. */
  readonly fields?: Readonly<Record<string, FactField>>;
  /** True of a list that may hold more than is registered: what is not in it is then not known to be missing. */
  readonly open?: boolean;
  /** What it means in terms of other fields and facts. Without `is`, `count` and `share` it is read from the record's `facts`. */
  readonly is?: Logic;
  /** How many facilities of the area satisfy the condition. */
  readonly count?: { readonly of: "facilities"; readonly where: Logic };
  /** Which share of the area's facilities `among` satisfy `where`. */
  readonly share?: { readonly of: "facilities"; readonly among: Logic; readonly where: Logic };
  readonly clauses?: readonly string[];
  readonly note?: string;
}

/** Classes of residents that a staffing ratio can speak of. */
export type ResidentClass = "disabled" | "semiDisabled" | "selfCaring" | "all";

/** On what terms a benefit is paid, as far as the document says. */
export interface BenefitTerms {
  /** In money, or as services worth so much. */
  readonly form?: Benefit["form"];
  readonly payee?: "person" | "household" | "facility" | "provider";
  /** The convention by which part of a month is paid; of monthly benefits. */
  readonly proration?: Proration["method"];
  readonly rounding?: Rounding;
}

/** What a rule does where its condition holds. Values are expressions over parameters and facts, never numbers. */
export type EffectDeclaration =
  | { readonly kind: "category"; readonly category: string }
  | { readonly kind: "service"; readonly service: string; readonly times?: Logic; readonly per?: "week" | "month" | "year" }
  | ({
      readonly kind: "benefit";
      readonly benefit: string;
      readonly amountFen: Logic;
      readonly per: "day" | "month" | "year" | "once";
    } & BenefitTerms)
  | { readonly kind: "device"; readonly device: string }
  | {
      readonly kind: "priority";
      readonly queue: string;
      /** Among those whom the rule ranks, who satisfies the first comes first, then the second … */
      readonly tieBreakers?: readonly Logic[];
      /** Places that are kept for those whom the rule ranks. */
      readonly reservedPlaces?: Logic;
    }
  | { readonly kind: "pairing"; readonly mode: "oneToOne" | "grid" }
  | { readonly kind: "siting"; readonly siting: "forbid" | "require" | "handOver"; readonly of: string }
  | { readonly kind: "model"; readonly model: string }
  | { readonly kind: "checklist"; readonly item: string; readonly is: Logic }
  | { readonly kind: "standard"; readonly metric: string; readonly op: Comparison; readonly value: Logic }
  | {
      readonly kind: "staffing";
      readonly ratios?: readonly { readonly class: ResidentClass; readonly residentsPerCarer: Logic }[];
      readonly minimum?: Logic;
      readonly roles: readonly string[];
      readonly rounding: "upPerClass" | "upInTotal";
    }
  | { readonly kind: "funding"; readonly share: Logic; readonly of: Logic; readonly persons: Logic }
  | {
      readonly kind: "target";
      readonly metric: string;
      readonly op: Comparison;
      readonly value: Logic;
      /** A year, a month or a day; the last day of it. */
      readonly by?: string;
      /** Names that the document lists; their number must be the value. */
      readonly members?: readonly string[];
      /** Rules whose values must add up to this one's. */
      readonly parts?: readonly string[];
    };

/** One rule: one condition, one effect, the clauses behind it. The first clause gives the strength. */
export interface Rule {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly title: Wording;
  readonly when?: Logic;
  readonly then: EffectDeclaration;
  readonly clauses: readonly string[];
  /** True where the clause only offers (鼓励、可、有条件的地方): it holds where an area on the way up `adopts` one of those that do. */
  readonly whereAdopted?: boolean;
  /** True where no pack below may narrow, lower or withdraw it (底线). */
  readonly floor?: boolean;
  readonly note?: string;
}

/**
 * What an override says of itself: `raise` that a number may only grow, `widen` that a condition may only admit more,
 * `narrow` that it may only admit fewer; `replace` says nothing; `withdraw` that the rule no longer speaks. What is not
 * named stays as it was.
 */
export type OverrideVerb = "raise" | "widen" | "narrow" | "replace" | "withdraw";

/** What a pack makes of a rule, or of a parameter, of a pack above it. */
export interface Override {
  /** The rule, `<pack>/<rule>`; a parameter is named instead by its id. */
  readonly rule?: string;
  readonly parameter?: string;
  /** One verb; or two of `raise` with `widen` or `narrow`, where one clause does both. */
  readonly does: OverrideVerb | readonly OverrideVerb[];
  /** First and last day; absent where it holds as long as the pack does. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  /** The condition instead; absent where it stays. */
  readonly when?: Logic;
  /** Whether the place must have adopted the clause; absent where that stays. */
  readonly whereAdopted?: boolean;
  /** The effect instead, of the same kind; absent where it stays. */
  readonly then?: EffectDeclaration;
  /** The value of the parameter instead. */
  readonly value?: ParameterValue["value"];
  /** The clauses behind it; the first gives the strength. */
  readonly clauses: readonly string[];
  /** True where what it makes of the rule is a floor in turn. */
  readonly floor?: boolean;
  readonly note?: string;
}

/** One row of a table: what it asks of each input, what it gives, when it is in force, and the clause that says so. */
export interface TableRowDeclaration {
  readonly if: readonly TableCell[];
  readonly then: Written | { readonly [operator: string]: Logic | readonly Logic[] };
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly clause: string;
  readonly note?: string;
}

/** A decision table, looked up by `{ "table": name }`. */
export interface Table {
  readonly title?: Wording;
  /** What the rows give; found from their values where it is absent. */
  readonly type?: "boolean" | "integer" | "rational" | "fen" | "date" | "enum";
  /** A field or fact by its name, or an expression; those of `row` take their place where the table is looked up. */
  readonly inputs: readonly Logic[];
  /** `unique`: at most one row applies, and two are a conflict; `first`: the first that applies; `sum`: all that apply together. */
  readonly hit: "unique" | "first" | "sum";
  readonly rows: readonly TableRowDeclaration[];
  readonly note?: string;
}

/** How the benefits of one person meet: one excludes the others, the highest is paid, one is set off, or one tops up. */
export interface Linkage {
  readonly id?: string;
  readonly benefits: readonly string[];
  readonly rule: "exclusive" | "higher" | "offset" | "topUp";
  /** The benefit that is paid, where the clause says which. */
  readonly pays?: string;
  readonly clauses: readonly string[];
  readonly note?: string;
}

/** Sentences of a document that cannot all be right, as the document has them. */
export interface Contradiction {
  /** At least two. */
  readonly clauses: readonly string[];
  /** What they disagree about. */
  readonly title: Wording;
  readonly note?: string;
}

/** A field of the register whose absence is read as a known value, with the reason. */
export interface ClosedWorld {
  readonly subject: SubjectKind;
  readonly field: string;
  readonly value: boolean | string | null;
  readonly note: string;
}

/** The policy of one jurisdiction. */
export interface Pack {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  readonly area: string;
  readonly extends: readonly string[];
  readonly inForce: { readonly from: CivilDate; readonly to?: CivilDate };
  readonly sources: Readonly<Record<string, Source>>;
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly closedWorld?: readonly ClosedWorld[];
  readonly rules: readonly Rule[];
  /** What it makes of rules and parameters of the packs above. */
  readonly overrides?: readonly Override[];
  readonly tables?: Readonly<Record<string, Table>>;
  readonly linkages?: readonly Linkage[];
  readonly contradictions?: readonly Contradiction[];
  readonly note?: string;
}

/** Values for open parameters, kept apart from the pack. */
export interface Overlay {
  readonly $schema?: string;
  readonly id: string;
  readonly for: string;
  /** True where the values are examples; every result that needed one says so. */
  readonly illustrative: boolean;
  readonly note?: string;
  readonly parameters: Readonly<Record<string, readonly ParameterValue[]>>;
}

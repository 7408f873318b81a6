import type { AreaCode, CivilDate, Effect, Modality, Register, Wording } from "@eldercare/core";

/** A register as it stood on a day. */
export interface Snapshot {
  readonly on: CivilDate;
  /** Its people, and the households, areas and facilities that rules look up. */
  readonly register: Partial<Register>;
}

/** What happened to a person between two snapshots, whatever the rules make of it. */
export type PersonEvent =
  | { readonly kind: "joined" }
  /** The register no longer has the person; it does not say why. */
  | { readonly kind: "left" }
  | { readonly kind: "died"; readonly on: CivilDate }
  /** An area that is absent is not known. */
  | { readonly kind: "moved"; readonly from?: AreaCode; readonly to?: AreaCode };

/** A fact that says something else than before; a value that is absent was, or is, not known. */
export interface ChangedFact {
  /** JSON pointer into the record; of a fact of another record, the join and its name. */
  readonly fact: string;
  readonly title: Wording;
  readonly before?: unknown;
  readonly after?: unknown;
  /** `能力等级：1级 → 3级` */
  readonly words: Wording;
}

/**
 * What becomes of an entitlement: newly granted; no longer granted; granted before and now not decided, because something
 * is no longer known; granted before and after, another amount.
 */
export type EntitlementChangeKind = "gained" | "lost" | "inDoubt" | "amountChanged";

/** Why an entitlement changed: facts of the person or around them, a move to where other rules speak, their coming or going, or time alone. */
export type ChangeCause = "facts" | "moved" | "joined" | "left" | "date";

/** One rule that says something else of a person than before. */
export interface EntitlementChange {
  /** `<pack>/<rule>` */
  readonly rule: string;
  readonly title: Wording;
  readonly kind: EntitlementChangeKind;
  readonly because: ChangeCause;
  /** The facts that the rule reads and that changed, in the order in which it reads them. */
  readonly facts: readonly ChangedFact[];
  readonly modality: Modality;
  readonly clauses: readonly string[];
  /** What is granted now; absent where nothing is. */
  readonly effect?: Effect;
  /** Fen of a benefit; absent where there is none, or it is not known. */
  readonly amountBeforeFen?: number;
  readonly amountAfterFen?: number;
  /** True where the answer of now stands on an example value. */
  readonly illustrative: boolean;
}

/** One fact of a person or their household that nobody has given and that, by itself, could grant something. */
export interface FactToAsk {
  /** JSON pointer into the record; of a fact of another record, the join and its name. */
  readonly fact: string;
  readonly title?: Wording;
  /** The rules that the one fact could grant, in the order of the packs. */
  readonly rules: readonly string[];
}

/** A person of whom there is something to tell. */
export interface IdentifiedPerson {
  readonly person: string;
  /** Where the person lives, of the later snapshot that has them; absent where it is not known. */
  readonly area?: AreaCode;
  readonly events: readonly PersonEvent[];
  /** In the order of the packs. */
  readonly changes: readonly EntitlementChange[];
  /** Single facts worth a call, in the order in which the rules ask for them; nobody is asked about the dead or those who left. */
  readonly ask: readonly FactToAsk[];
}

import type { EffectKind, Modality, Wording } from "@eldercare/core";

/**
 * What carries out a sentence that the pack itself does not cite: functions (`<entry point>#<function>`), a part of the pack
 * (a JSON pointer), or nothing, with the reason why nothing in it can be computed.
 */
export type DeclaredHome = { readonly calculators: readonly string[] } | { readonly pack: string } | { readonly recorded: Wording };

/** One sentence of a document beside its pack. */
export interface ClauseRecord {
  /** A source of the pack. Absent, with section, modality and quote, where the sentence stands in the pack's own `clauses`. */
  readonly source?: string;
  readonly section?: string;
  readonly modality?: Modality;
  /** Verbatim. */
  readonly quote?: string;
  readonly home: DeclaredHome;
  readonly note?: string;
}

/** `clauses.json`: the sentences of a document that its pack does not cite, and calculators of those that it does, by id. */
export interface ClauseRecords {
  readonly $schema?: string;
  readonly clauses: Readonly<Record<string, ClauseRecord>>;
}

/** What a place that carries out a clause is: a rule by what it gives, another part of the pack, or a calculator. */
export type ClausePlaceKind = EffectKind | "override" | "parameter" | "table" | "fact" | "linkage" | "contradiction" | "pack" | "calculator";

/** A place that carries out a clause. */
export interface ClausePlace {
  readonly kind: ClausePlaceKind;
  /** Of a rule `<pack>/<rule>`; the id of a parameter, table or fact; else a JSON pointer into the pack, or the calculator. */
  readonly key: string;
}

/** A clause, and where it is carried out. */
export interface ClauseHome {
  readonly id: string;
  readonly source: string;
  readonly section: string;
  readonly modality: Modality;
  readonly quote: string;
  readonly note?: string;
  /** `executable` where at least one place carries it out. */
  readonly status: "executable" | "recorded";
  readonly where: readonly ClausePlace[];
  /** Why nothing can be computed; of a recorded clause alone. */
  readonly reason?: Wording;
}

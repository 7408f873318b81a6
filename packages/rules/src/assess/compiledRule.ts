import type { Effect, Missing, Modality, SubjectKind, Wording } from "@eldercare/core";
import type { ParameterValues, TruthOf } from "../logic/closures.js";
import type { Node } from "../logic/node.js";
import type { Scope } from "../logic/scope.js";
import type { EffectDeclaration, OverrideVerb, Pack, Rule } from "../pack/pack.js";

/** What a pack nearer to the place has made of a rule. */
export interface AppliedOverride {
  readonly pack: string;
  readonly does: readonly OverrideVerb[];
  readonly clauses: readonly string[];
  /** The parameter whose value it changes; absent where it changes the rule itself. */
  readonly parameter?: string;
}

/** A rule as a reader wants to know it. */
export interface RuleInfo {
  /** `<pack>/<rule>` */
  readonly key: string;
  readonly pack: string;
  readonly subject: SubjectKind;
  readonly title: Wording;
  readonly kind: EffectDeclaration["kind"];
  readonly modality: Modality;
  /** Under an override, its clauses first. */
  readonly clauses: readonly string[];
  /** The rule `<pack>/<rule>` that packs nearer to the place have overridden; absent where none has. */
  readonly overrides?: string;
  /** What they have made of it, the nearest first. */
  readonly overriddenBy?: readonly AppliedOverride[];
}

/** Whether what a standard asks for holds, and what was seen; `undefined` where that is not known. */
export interface Outcome {
  readonly met: boolean | undefined;
  /** True where the question has no sense for this subject: a share of no beds. */
  readonly senseless?: boolean;
  readonly effect: Effect;
  /** What is unknown, where it is. */
  readonly missing: readonly Missing[];
}

/** An effect made executable for one date. */
export type EffectOf =
  | { readonly grants: true; readonly effect: (scope: Scope) => Effect }
  | { readonly grants: false; readonly outcome: (scope: Scope) => Outcome };

/** A rule, parsed: its tree and what it names. */
export interface ParsedRule {
  readonly info: RuleInfo;
  readonly rule: Rule;
  /** The pack that states it; of an overridden rule, with that rule and the clauses of the override in it. */
  readonly pack: Pack;
  /** What must hold for the rule to speak, `adopted` and `when`; absent where it always does. */
  readonly condition: Node | undefined;
  /** That the place has adopted the clause, where that is asked. */
  readonly adopted: Node | undefined;
  /** The condition as it is written. */
  readonly when: Node | undefined;
  /** The expressions of the effect, by place. */
  readonly values: Readonly<Record<string, Node>>;
  /** Unit of the metric of a standard or target. */
  readonly unit: string | undefined;
  /** The rule as it was before the last override; absent where there is none. */
  readonly before?: ParsedRule;
}

/** A rule made executable for one date. */
export interface CompiledRule {
  readonly parsed: ParsedRule;
  readonly parameters: ParameterValues;
  readonly truth: TruthOf;
  /** The condition with example values unknown; absent where it uses none. */
  readonly withoutExamples: TruthOf | undefined;
  readonly effectUsesExamples: boolean;
  readonly effect: EffectOf;
}

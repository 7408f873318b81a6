import type { AreaCode, CivilDate, Decision, FieldType, Issue, SubjectKind } from "@eldercare/core";
import type { Backend } from "../logic/rows/backend.js";
import type { Scope } from "../logic/scope.js";
import { chooseRules } from "./chooseRule.js";
import type { CompiledRule } from "./compiledRule.js";
import { type Context, type ContextOn, contextsFor } from "./context.js";
import { decide, type Foreknown } from "./decide.js";
import { RuleSet } from "./ruleSet.js";
import { RuleWarnings } from "./ruleWarnings.js";

/** A rule with the context that it is asked in. */
export interface SpokenRule {
  readonly rule: CompiledRule;
  readonly context: ContextOn;
  /** What is wrong with the rule itself, whomever it is asked about. */
  readonly warnings: readonly Issue[];
}

/** What a rule says of one record, with everything behind it. */
export const decideSpoken = ({ rule, context, warnings }: SpokenRule, scope: Scope, known: Foreknown | undefined): Decision =>
  decide(rule, scope, context, warnings, known);

const mostDates = 64;
const mostAreas = 4096;

/** The contexts that speak for some areas, the most specific first, and what they say on the dates asked. */
export class Jurisdiction {
  readonly contexts: readonly Context[];
  private readonly backend: Backend | undefined;
  private readonly sourcesCheckedWithinMonths: number | undefined;
  private readonly facts = new Map<SubjectKind, ReadonlyMap<string, FieldType>>();
  private readonly dates = new Map<CivilDate, Map<SubjectKind, RuleSet>>();

  constructor(contexts: readonly Context[], backend: Backend | undefined, sourcesCheckedWithinMonths?: number) {
    this.contexts = contexts;
    this.backend = backend;
    this.sourcesCheckedWithinMonths = sourcesCheckedWithinMonths;
  }

  /** The facts that the packs ask of a kind of subject, with the types that they declare. */
  factsAskedOf(kind: SubjectKind): ReadonlyMap<string, FieldType> {
    const known = this.facts.get(kind);
    if (known !== undefined) return known;
    const made = new Map(this.contexts.flatMap((context) => context.meaning.askedOf(kind).map(({ name, type }) => [name, type] as const)));
    this.facts.set(kind, made);
    return made;
  }

  /** Every rule that speaks of a kind of subject on a date, once, as the most specific pack has it that overrides it. */
  rulesOf(kind: SubjectKind, on: CivilDate): RuleSet {
    const sets = this.setsOn(on);
    const known = sets.get(kind);
    if (known !== undefined) return known;
    const warnings = new RuleWarnings(on, this.sourcesCheckedWithinMonths);
    const spoken = chooseRules(this.contexts, on)
      .filter(({ rule }) => rule.parsed.info.subject === kind)
      .map((chosen): SpokenRule => ({ rule: chosen.rule, context: chosen.context.on(on), warnings: warnings.of(chosen) }));
    const made = new RuleSet(spoken, kind, on, this.backend);
    sets.set(kind, made);
    return made;
  }

  private setsOn(on: CivilDate): Map<SubjectKind, RuleSet> {
    const known = this.dates.get(on);
    if (known !== undefined) return known;
    if (this.dates.size >= mostDates) this.dates.clear();
    const made = new Map<SubjectKind, RuleSet>();
    this.dates.set(on, made);
    return made;
  }
}

/** Finds the jurisdiction of an area; areas for which the same contexts speak share one. */
export class Jurisdictions {
  private readonly contexts: readonly Context[];
  private readonly backend: Backend | undefined;
  private readonly sourcesCheckedWithinMonths: number | undefined;
  private readonly byArea = new Map<AreaCode | undefined, Jurisdiction>();
  private readonly byContexts = new Map<string, Jurisdiction>();

  constructor(contexts: readonly Context[], backend: Backend | undefined, sourcesCheckedWithinMonths?: number) {
    this.contexts = contexts;
    this.backend = backend;
    this.sourcesCheckedWithinMonths = sourcesCheckedWithinMonths;
  }

  /** The jurisdiction of an area, which may be unknown or too coarse to tell. */
  of(area: AreaCode | undefined): Jurisdiction {
    const known = this.byArea.get(area);
    if (known !== undefined) return known;
    const speaking = contextsFor(this.contexts, area);
    const key = speaking.map((context) => this.contexts.indexOf(context)).join(" ");
    const made = this.byContexts.get(key) ?? new Jurisdiction(speaking, this.backend, this.sourcesCheckedWithinMonths);
    this.byContexts.set(key, made);
    if (this.byArea.size >= mostAreas) this.byArea.clear();
    this.byArea.set(area, made);
    return made;
  }
}

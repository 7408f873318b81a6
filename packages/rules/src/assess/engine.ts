import {
  type AreaCode,
  type CivilDate,
  type Decision,
  didYouMean,
  EldercareError,
  type Issue,
  isCivilDate,
  type Register,
  reportIssue,
} from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import type { Backend } from "../logic/rows/backend.js";
import { indexOf, type Scope } from "../logic/scope.js";
import type { OverrideProver } from "../override/prover.js";
import { type LinkageOf, linkagesOf } from "../pack/linkages.js";
import type { Clause, Overlay, Pack, Parameter, Source } from "../pack/pack.js";
import type { ParameterOn } from "../pack/parametersOn.js";
import type { DefinedPlugin, Plugin } from "../plugin/plugin.js";
import { noPlugins, type Plugins } from "../plugin/plugins.js";
import { columnsOf, type ManyDecisions, prepareAnswers } from "./assessMany.js";
import { chooseRule } from "./chooseRule.js";
import type { CompiledRule, RuleInfo } from "./compiledRule.js";
import type { Context, ContextOn } from "./context.js";
import { contextsOf, requireNone } from "./contextsOf.js";
import { decideSpoken, Jurisdictions } from "./jurisdiction.js";
import { readRecord } from "./readRecord.js";
import type { RuleSet } from "./ruleSet.js";
import type { Subject } from "./subject.js";

export type { Backend } from "../logic/rows/backend.js";
export type { ManyDecisions } from "./assessMany.js";

/** When and among what the question is asked. */
export interface Question {
  readonly on: CivilDate;
  /** The households, areas, facilities and staff that rules look up. */
  readonly register?: Partial<Register>;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
}

/** Subjects that were checked and read once, to be asked as often as wanted. */
export interface PreparedSubjects {
  readonly subjects: number;
  /** The same as `assessMany`, without checking and reading the subjects again. */
  assess(): ManyDecisions;
}

/**
 * A policy engine: packs and overlays, checked once, ready to be asked. No answer depends on what was asked before. A
 * register is indexed once for each object: pass a new object when it changes.
 */
export interface Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  readonly plugins: readonly Plugin[];
  /** Every rule in force on a date, parents first. */
  rules(on: CivilDate): readonly RuleInfo[];
  clause(id: string): (Clause & { readonly id: string; readonly pack: string; readonly document: Source }) | undefined;
  /** A parameter on a date, as the most specific pack for an area sees it (the one jurisdiction loaded, where no area is given). */
  parameter(id: string, on: CivilDate, area?: AreaCode): (ParameterOn & { readonly parameter: Parameter }) | undefined;
  /** A rule in force on a date, with all that its decisions stand on, as the most specific pack for an area sees it. */
  ruleFor(rule: string, on: CivilDate, area?: AreaCode): RuleInForce | undefined;
  /** How the benefits of one person meet on a date in an area (in the one jurisdiction loaded, where none is given), parents first. */
  linkages(on: CivilDate, area?: AreaCode): readonly LinkageOf[];
  /** Open parameters that nobody has supplied on a date, and those supplied by an illustrative overlay. */
  openParameters(on: CivilDate): readonly { readonly id: string; readonly parameter: Parameter; readonly supplied: ParameterOn }[];
  /**
   * Every decision about one subject.
   *
   * @throws EldercareError where the subject, its facts, the date or a rule named is not what it must be
   */
  assess(subject: Subject, question: Question): Decision[];
  /**
   * The answers of all rules about many subjects, as numbers; the whole decision of any of them is at hand.
   *
   * @throws EldercareError where a subject, its facts, the date or a rule named is not what it must be
   */
  assessMany(subjects: readonly Subject[], question: Question): ManyDecisions;
  /**
   * Checks and reads many subjects once, so that asking costs nothing but the answers. The records and the register must
   * stay as they are: what has been read is not read again.
   *
   * @throws EldercareError where a subject, its facts, the date or a rule named is not what it must be
   */
  prepare(subjects: readonly Subject[], question: Question): PreparedSubjects;
}

/** A rule in force on a date, with the context that it is asked in and the jurisdiction that this belongs to. */
export interface RuleInForce {
  readonly rule: CompiledRule;
  readonly context: ContextOn;
  readonly jurisdiction: Context;
}

/** What an engine is built from. */
export interface Policy {
  /** Packs that `parsePack` accepts, parents included, in any order. */
  readonly packs: readonly Pack[];
  /** Values for open parameters, of which the last that supplies one wins. */
  readonly overlays?: readonly Overlay[];
  /** Operators and facts of vendors, for this engine alone, each as `definePlugin` of `@eldercare/rules/plugin` gives it. */
  readonly plugins?: readonly DefinedPlugin[];
  /** Checks what packs make of the rules above them: `proveOverrides` of `@eldercare/rules/analyse`. Packs with overrides need it. */
  readonly prove?: OverrideProver;
  /**
   * Whole months that a check of a source against its public copy is good for. A decision that stands on a source which was
   * last checked longer before the date asked says so in its warnings; absent, nothing is said.
   */
  readonly sourcesCheckedWithinMonths?: number;
  /**
   * How conditions are answered: by flat programs, which work under a strict content security policy, unless another way is
   * given: for many subjects `functionBackend` of `@eldercare/rules/function` is several times as fast where generating code
   * is allowed. The answers are the same.
   */
  readonly backend?: Backend | undefined;
}

function requireBackend(backend: Backend): void {
  // by name, it would be one that no bundle holds
  if (typeof backend.write !== "function") throw new EldercareError([reportRules("BACKEND_NOT_FOUND", "/backend", { seen: backend })]);
  backend.require();
}

function libraryOf(plugins: readonly DefinedPlugin[]): Plugins {
  requireNone(
    plugins.flatMap((plugin, index) =>
      typeof plugin?.library === "function" ? [] : [reportRules("PLUGIN_NOT_DEFINED", `/plugins/${index}`, { seen: plugin?.id ?? null })],
    ),
  );
  return plugins[0]?.library(plugins) ?? noPlugins;
}

const mostMonths = 1200;

function requireMonths(months: number | undefined): void {
  if (months === undefined) return;
  const at = "/sourcesCheckedWithinMonths";
  if (!Number.isInteger(months)) throw new EldercareError([reportIssue("NOT_A_WHOLE_NUMBER", at, { seen: months })]);
  if (months < 0 || months > mostMonths)
    throw new EldercareError([reportIssue("OUT_OF_RANGE", at, { seen: months, values: { expected: `0–${mostMonths}` } })]);
}

class PolicyEngine implements Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  readonly plugins: readonly Plugin[];
  private readonly contexts: readonly Context[];
  private readonly jurisdictions: Jurisdictions;
  /** Every rule of every pack, in force or not. */
  private readonly keys: ReadonlySet<string>;
  private readonly clauses = new Map<string, ReturnType<Engine["clause"]>>();

  constructor({ packs, overlays = [], plugins = [], backend, prove, sourcesCheckedWithinMonths }: Policy) {
    if (backend !== undefined) requireBackend(backend);
    requireMonths(sourcesCheckedWithinMonths);
    this.packs = packs;
    this.overlays = overlays;
    this.plugins = plugins;
    this.contexts = contextsOf(packs, overlays, libraryOf(plugins), prove);
    this.keys = new Set(this.contexts.flatMap((context) => context.rules.map((rule) => rule.info.key)));
    this.jurisdictions = new Jurisdictions(this.contexts, backend, sourcesCheckedWithinMonths);
  }

  rules(on: CivilDate): readonly RuleInfo[] {
    const seen = new Map<string, RuleInfo>();
    // a rule is told as its own pack states it
    for (const context of this.contexts)
      for (const { parsed } of context.on(on).rules)
        if (parsed.info.overrides === undefined || !seen.has(parsed.info.key)) seen.set(parsed.info.key, parsed.info);
    return [...seen.values()];
  }

  clause(id: string): ReturnType<Engine["clause"]> {
    const known = this.clauses.get(id);
    if (known !== undefined) return known;
    for (const pack of this.packs) {
      const clause = Object.hasOwn(pack.clauses, id) ? pack.clauses[id] : undefined;
      const document = clause === undefined ? undefined : pack.sources[clause.source];
      if (clause === undefined || document === undefined) continue;
      const made = { ...clause, id, pack: pack.id, document };
      this.clauses.set(id, made);
      return made;
    }
    return undefined;
  }

  parameter(id: string, on: CivilDate, area?: AreaCode): ReturnType<Engine["parameter"]> {
    const speaking = this.jurisdictions.of(area).contexts;
    // as with rules, the nearest pack that overrides the value goes before one that says nothing of it
    const valueIn = (context: Context): ParameterOn | undefined => context.parametersOn(on).found.get(id);
    const nearest =
      speaking.find((context) => valueIn(context)?.overriddenBy !== undefined) ?? speaking.find((context) => valueIn(context) !== undefined);
    const declared = nearest?.meaning.parameters.get(id)?.thing;
    const value = nearest === undefined ? undefined : valueIn(nearest);
    return value === undefined || declared === undefined ? undefined : { ...value, parameter: declared };
  }

  ruleFor(rule: string, on: CivilDate, area?: AreaCode): RuleInForce | undefined {
    const found = chooseRule(rule, this.jurisdictions.of(area).contexts, on);
    return found === undefined ? undefined : { rule: found.rule, context: found.context.on(on), jurisdiction: found.context };
  }

  linkages(on: CivilDate, area?: AreaCode): LinkageOf[] {
    const speaking = [...this.jurisdictions.of(area).contexts].reverse();
    return linkagesOf([...new Set(speaking.flatMap(({ chain }) => chain))], on);
  }

  openParameters(on: CivilDate): ReturnType<Engine["openParameters"]> {
    const seen = new Map<string, ReturnType<Engine["openParameters"]>[number]>();
    for (const context of this.jurisdictions.of(undefined).contexts)
      for (const [id, supplied] of context.parametersOn(on).found) {
        const parameter = context.meaning.parameters.get(id)?.thing;
        if (parameter?.open === true && !seen.has(id)) seen.set(id, { id, parameter, supplied });
      }
    return [...seen.values()];
  }

  /** Reads the subjects and the question; whatever is wrong with any of them is reported at once. */
  private read(
    subjects: readonly Subject[],
    { on, register, rules }: Question,
    pointerOf: (row: number) => string,
  ): { scopes: Scope[]; only: ReadonlySet<string> | undefined } {
    const issues: Issue[] = isCivilDate(on) ? [] : [reportIssue("NOT_A_DATE", "/on", { seen: on })];
    for (const [index, key] of (rules ?? []).entries())
      if (!this.keys.has(key)) issues.push(reportRules("RULE_NOT_FOUND", `/rules/${index}`, { seen: key, values: didYouMean(key, [...this.keys]) }));
    const index = indexOf(register);
    const factsAskedOf = (scope: Scope) => this.jurisdictions.of(scope.area).factsAskedOf(scope.subject);
    const scopes = subjects.map((subject, row) => readRecord(subject, pointerOf(row), { on, index }, factsAskedOf, issues).scope);
    requireNone(issues);
    return { scopes, only: rules === undefined ? undefined : new Set(rules) };
  }

  assess(subject: Subject, question: Question): Decision[] {
    const { scopes, only } = this.read([subject], question, () => "");
    return scopes.flatMap((scope) => {
      const rules = this.jurisdictions.of(scope.area).rulesOf(scope.subject, scope.on);
      return rules.about(scope, (answers) => {
        const decisions: Decision[] = [];
        for (const [place, spoken] of rules.spoken.entries())
          if (only === undefined || only.has(spoken.rule.parsed.info.key)) decisions.push(decideSpoken(spoken, scope, answers?.of(place)));
        return decisions;
      });
    });
  }

  assessMany(subjects: readonly Subject[], question: Question): ManyDecisions {
    return this.prepare(subjects, question).assess();
  }

  prepare(subjects: readonly Subject[], question: Question): PreparedSubjects {
    const { scopes, only } = this.read(subjects, question, (row) => `/${row}`);
    const { on } = question;
    const placesOf = new Map<RuleSet, number[]>();
    for (const [place, scope] of scopes.entries()) {
      const rules = this.jurisdictions.of(scope.area).rulesOf(scope.subject, on);
      const places = placesOf.get(rules);
      if (places === undefined) placesOf.set(rules, [place]);
      else places.push(place);
    }
    const kinds = new Set(scopes.map((scope) => scope.subject));
    const keys = this.rules(on).flatMap(({ key, subject }) => (kinds.has(subject) && (only === undefined || only.has(key)) ? [key] : []));
    const groups = [...placesOf].map(([rules, places]) => ({
      rules,
      columns: columnsOf(rules, keys),
      places,
      encoded: rules.encode(places.map((place) => scopes[place] as Scope)),
    }));
    return { subjects: scopes.length, assess: prepareAnswers(groups, keys, scopes.length) };
  }
}

/**
 * Builds an engine from policy packs and overlays. Every expression is parsed, typed and checked here, once; questions
 * are then answered without eval, in three values.
 *
 * @param policy packs, overlays with values for open parameters, and how rules are executed
 * @throws EldercareError with every issue found: OPERATOR_NOT_FOUND, TYPE_MISMATCH, FIELD_NOT_FOUND, PACK_NOT_FOUND, …;
 * OVERRIDES_NOT_PROVEN where a pack overrides something and `prove` is absent; OVERRIDE_NOT_SO, FLOOR_NARROWED where it finds so;
 * PLUGIN_NOT_DEFINED, PLUGIN_TWICE where plug-ins are not as they must be;
 * BACKEND_NOT_FOUND, BACKEND_FORBIDDEN where `backend` is no way of executing rules, or not allowed here
 * @example
 * const engine = createEngine({ packs: [national] });
 * const ask = (birthDate) => engine.assess({ person: { birthDate } }, { on: "2026-11-21", rules: ["cn/category.olderPerson"] })[0];
 * ask("1966-11-21").status //=> "granted"
 * ask("1966-11-22").status //=> "denied"
 * ask(undefined).missing.toGrant[0].fact //=> "/birthDate"
 * engine.clause("CN-RIGHTS-2").quote //=> "本法所称老年人是指六十周岁以上的公民。"
 */
export function createEngine(policy: Policy): Engine {
  return new PolicyEngine(policy);
}

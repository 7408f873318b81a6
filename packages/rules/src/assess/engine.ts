import {
  type AreaCode,
  type CivilDate,
  type Decision,
  didYouMean,
  type Issue,
  isCivilDate,
  type Register,
  reportIssue,
  type SubjectKind,
} from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { indexOf, type RegisterIndex, type Row, Scope } from "../logic/scope.js";
import { fitsType, printType } from "../logic/typeWords.js";
import { FALSE, TRUE } from "../logic/value.js";
import type { Clause, Overlay, Pack, Parameter, Source } from "../pack/pack.js";
import { type ParameterOn, parameterOn } from "../pack/parametersOn.js";
import type { CompiledRule, RuleInfo } from "./compiledRule.js";
import { type Context, type ContextOn, contextsFor } from "./context.js";
import { contextsOf, requireNone } from "./contextsOf.js";
import { decide } from "./decide.js";
import { partsWarnings } from "./partsWarnings.js";
import { readSubject, type Subject } from "./subject.js";

/** When and among what the question is asked. */
export interface Question {
  readonly on: CivilDate;
  /** The households, areas, facilities and staff that rules look up. */
  readonly register?: Partial<Register>;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
}

/** The answers of all rules for many records of one kind. */
export interface ManyDecisions {
  readonly rules: readonly string[];
  /** Subject-major: `[subject * rules.length + rule]`; 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  readonly status: Uint8Array;
  /** Subject-major; fen of benefits and funding, `NaN` where there is no amount. */
  readonly amountFen: Float64Array;
  /** The whole decision of one record under one rule. */
  decision(subject: number, rule: number): Decision;
}

/**
 * A policy engine: packs and overlays, checked once, ready to be asked. No answer depends on what was asked before. A
 * register is indexed once for each object: pass a new object when it changes.
 */
export interface Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  /** Every rule in force on a date, parents first. */
  rules(on: CivilDate): readonly RuleInfo[];
  clause(id: string): (Clause & { readonly id: string; readonly pack: string; readonly document: Source }) | undefined;
  /** A parameter on a date, as the most specific pack for an area sees it (the one jurisdiction loaded, where no area is given). */
  parameter(id: string, on: CivilDate, area?: AreaCode): (ParameterOn & { readonly parameter: Parameter }) | undefined;
  /** Open parameters that nobody has supplied on a date, and those supplied by an illustrative overlay. */
  openParameters(on: CivilDate): readonly { readonly id: string; readonly parameter: Parameter; readonly supplied: ParameterOn }[];
  /**
   * Every decision about one subject.
   *
   * @throws EldercareError where the subject, its facts, the date or a rule named is not what it must be
   */
  assess(subject: Subject, question: Question): Decision[];
  assessMany(subjects: readonly Subject[], question: Question): ManyDecisions;
}

const statusBytes: Readonly<Record<Decision["status"], number>> = { denied: 0, notMet: 0, granted: 1, met: 1, undetermined: 2, notApplicable: 3 };

/** A rule with the context that it is asked in. */
interface SpokenRule {
  readonly rule: CompiledRule;
  readonly context: ContextOn;
}

type Speaking = ReadonlyMap<string, SpokenRule>;

const mostRemembered = 4096;

class PolicyEngine implements Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  private readonly contexts: readonly Context[];
  private readonly speaking = new Map<string, Speaking>();
  private readonly warnings = new WeakMap<ContextOn, ReadonlyMap<string, readonly Issue[]>>();

  constructor(packs: readonly Pack[], overlays: readonly Overlay[]) {
    this.packs = packs;
    this.overlays = overlays;
    this.contexts = contextsOf(packs, overlays);
  }

  rules(on: CivilDate): readonly RuleInfo[] {
    const seen = new Map<string, RuleInfo>();
    for (const context of this.contexts) for (const { parsed } of context.on(on).rules) seen.set(parsed.info.key, parsed.info);
    return [...seen.values()];
  }

  clause(id: string): ReturnType<Engine["clause"]> {
    for (const pack of this.packs) {
      const clause = Object.hasOwn(pack.clauses, id) ? pack.clauses[id] : undefined;
      const document = clause === undefined ? undefined : pack.sources[clause.source];
      if (clause !== undefined && document !== undefined) return { ...clause, id, pack: pack.id, document };
    }
    return undefined;
  }

  parameter(id: string, on: CivilDate, area?: AreaCode): ReturnType<Engine["parameter"]> {
    for (const context of contextsFor(this.contexts, area)) {
      const declared = context.meaning.parameters.get(id);
      if (declared !== undefined) return { ...parameterOn(id, declared.thing, context.overlays, on), parameter: declared.thing };
    }
    return undefined;
  }

  openParameters(on: CivilDate): ReturnType<Engine["openParameters"]> {
    const seen = new Map<string, ReturnType<Engine["openParameters"]>[number]>();
    for (const context of contextsFor(this.contexts, undefined))
      for (const [id, { thing }] of context.meaning.parameters)
        if (thing.open === true && !seen.has(id)) seen.set(id, { id, parameter: thing, supplied: parameterOn(id, thing, context.overlays, on) });
    return [...seen.values()];
  }

  /** Every rule that speaks of a kind of subject in an area on a date, once, in the context of the most specific pack. */
  private rulesFor(area: AreaCode | undefined, on: CivilDate): Speaking {
    const key = `${on} ${area ?? "?"}`;
    const known = this.speaking.get(key);
    if (known !== undefined) return known;
    const made = new Map<string, SpokenRule>();
    for (const each of contextsFor(this.contexts, area)) {
      const context = each.on(on);
      for (const rule of context.rules) if (!made.has(rule.parsed.info.key)) made.set(rule.parsed.info.key, { rule, context });
    }
    if (this.speaking.size >= mostRemembered) this.speaking.clear();
    this.speaking.set(key, made);
    return made;
  }

  private warningsOf(context: ContextOn, on: CivilDate): ReadonlyMap<string, readonly Issue[]> {
    const known = this.warnings.get(context);
    if (known !== undefined) return known;
    const made = partsWarnings(context, on);
    this.warnings.set(context, made);
    return made;
  }

  /** Reads the subjects and the question; whatever is wrong with any of them is reported at once. */
  private read(
    subjects: readonly Subject[],
    { on, register, rules }: Question,
    pointerOf: (row: number) => string,
  ): { scopes: Scope[]; only: ReadonlySet<string> | undefined } {
    const issues: Issue[] = isCivilDate(on) ? [] : [reportIssue("NOT_A_DATE", "/on", { seen: on })];
    const known = new Set(this.contexts.flatMap((context) => context.rules.map((rule) => rule.info.key)));
    for (const [index, key] of (rules ?? []).entries())
      if (!known.has(key)) issues.push(reportRules("RULE_NOT_FOUND", `/rules/${index}`, { seen: key, values: didYouMean(key, [...known]) }));
    const index = indexOf(register);
    const scopes = subjects.map((subject, row) => this.scopeOf(subject, pointerOf(row), on, index, issues));
    requireNone(issues);
    return { scopes, only: rules === undefined ? undefined : new Set(rules) };
  }

  private scopeOf(subject: Subject, pointer: string, on: CivilDate, index: RegisterIndex, issues: Issue[]): Scope {
    const { kind, record, problems } = readSubject(subject, pointer);
    issues.push(...problems);
    const scope = new Scope(kind, record, on, index);
    if (problems.length === 0) issues.push(...this.checkFacts(kind, record, scope.area, `${pointer}/${kind}`));
    return scope;
  }

  /** Whether the facts of a record are of the types that the packs which speak of it declare. */
  private checkFacts(kind: SubjectKind, { facts }: Row, area: AreaCode | undefined, pointer: string): Issue[] {
    if (typeof facts !== "object" || facts === null) return [];
    const asked = new Map(
      contextsFor(this.contexts, area).flatMap((context) => context.meaning.askedOf(kind).map(({ name, type }) => [name, type] as const)),
    );
    return Object.entries(facts).flatMap(([name, value]) => {
      const type = asked.get(name);
      return type === undefined || fitsType(value, type)
        ? []
        : [reportRules("FACT_VALUE", `${pointer}/facts/${name}`, { seen: value, values: { expected: printType(type) } })];
    });
  }

  assess(subject: Subject, question: Question): Decision[] {
    const { scopes, only } = this.read([subject], question, () => "");
    return scopes.flatMap((scope) =>
      [...this.rulesFor(scope.area, scope.on).values()]
        .filter(({ rule: { parsed } }) => parsed.info.subject === scope.subject && (only === undefined || only.has(parsed.info.key)))
        .map(({ rule, context }) => this.decide(rule, scope, context)),
    );
  }

  private decide(rule: CompiledRule, scope: Scope, context: ContextOn): Decision {
    return decide(rule, scope, context, this.warningsOf(context, scope.on).get(rule.parsed.info.key) ?? []);
  }

  assessMany(subjects: readonly Subject[], question: Question): ManyDecisions {
    const { scopes, only } = this.read(subjects, question, (row) => `/${row}`);
    const { on } = question;
    const kinds = new Set(scopes.map((scope) => scope.subject));
    const infos = this.rules(on).filter((info) => kinds.has(info.subject) && (only === undefined || only.has(info.key)));
    const status = new Uint8Array(scopes.length * infos.length).fill(statusBytes.notApplicable);
    const amountFen = new Float64Array(status.length).fill(Number.NaN);
    const speaking = scopes.map((scope) => this.rulesFor(scope.area, on));
    for (const [row, scope] of scopes.entries())
      for (const [column, info] of infos.entries()) {
        const rule = info.subject === scope.subject ? speaking[row]?.get(info.key)?.rule : undefined;
        if (rule === undefined) continue;
        const at = row * infos.length + column;
        status[at] = statusByte(rule, scope);
        if (status[at] === TRUE && rule.effect.grants) {
          const effect = rule.effect.effect(scope);
          if ("amountFen" in effect && effect.amountFen !== undefined) amountFen[at] = effect.amountFen;
        }
      }
    return {
      rules: infos.map((info) => info.key),
      status,
      amountFen,
      decision: (row, column) => {
        const [scope, info] = [scopes[row], infos[column]];
        const spoken = info === undefined ? undefined : speaking[row]?.get(info.key);
        if (scope === undefined || spoken === undefined) throw new RangeError(`no such subject or rule: ${row}, ${column}`);
        return this.decide(spoken.rule, scope, spoken.context);
      },
    };
  }
}

function statusByte(rule: CompiledRule, scope: Scope): number {
  const truth = rule.truth(scope);
  if (rule.effect.grants) return truth === FALSE && rule.parsed.info.kind === "funding" ? statusBytes.notApplicable : truth;
  if (truth === FALSE) return statusBytes.notApplicable;
  if (truth !== TRUE) return statusBytes.undetermined;
  const { met, senseless } = rule.effect.outcome(scope);
  return senseless === true ? statusBytes.notApplicable : met === undefined ? statusBytes.undetermined : Number(met);
}

/**
 * Builds an engine from policy packs and overlays. Every expression is parsed, typed and checked here, once; questions
 * are then answered without eval, in three values.
 *
 * @param policy `packs` that `parsePack` accepts, parents included, in any order; `overlays` with values for open
 * parameters, of which the last that supplies one wins
 * @throws EldercareError with every issue found: OPERATOR_NOT_FOUND, TYPE_MISMATCH, FIELD_NOT_FOUND, PACK_NOT_FOUND, …
 * @example
 * const engine = createEngine({ packs: [national] });
 * const ask = (birthDate) => engine.assess({ person: { birthDate } }, { on: "2026-11-21", rules: ["cn/category.olderPerson"] })[0];
 * ask("1966-11-21").status //=> "granted"
 * ask("1966-11-22").status //=> "denied"
 * ask(undefined).missing.toGrant[0].fact //=> "/birthDate"
 * engine.clause("CN-RIGHTS-2").quote //=> "本法所称老年人是指六十周岁以上的公民。"
 */
export function createEngine(policy: { readonly packs: readonly Pack[]; readonly overlays?: readonly Overlay[] }): Engine {
  return new PolicyEngine(policy.packs, policy.overlays ?? []);
}

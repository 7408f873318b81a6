import { type CivilDate, type Decision, EldercareError, type Issue, type Register } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { indexRegister, type RegisterIndex, Scope } from "../logic/scope.js";
import { FALSE, TRUE } from "../logic/value.js";
import type { Clause, Overlay, Pack, Parameter, Source } from "../pack/pack.js";
import { type ParameterOn, parameterOn } from "../pack/parametersOn.js";
import { checkValues } from "../pack/parsePack.js";
import type { CompiledRule, RuleInfo } from "./compiledRule.js";
import { Context, type ContextOn, contextFor } from "./context.js";
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

/** A policy engine: packs and overlays, checked once, ready to be asked. It keeps no state between questions. */
export interface Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  /** Every rule in force on a date, parents first. */
  rules(on: CivilDate): readonly RuleInfo[];
  clause(id: string): (Clause & { readonly id: string; readonly pack: string; readonly document: Source }) | undefined;
  /** A parameter on a date, as the most specific pack sees it. */
  parameter(id: string, on: CivilDate): (ParameterOn & { readonly parameter: Parameter }) | undefined;
  /** Open parameters that nobody has supplied on a date, and those supplied by an illustrative overlay. */
  openParameters(on: CivilDate): readonly { readonly id: string; readonly parameter: Parameter; readonly supplied: ParameterOn }[];
  assess(subject: Subject, question: Question): Decision[];
  assessMany(subjects: readonly Subject[], question: Question): ManyDecisions;
}

const statusBytes: Readonly<Record<Decision["status"], number>> = { denied: 0, notMet: 0, granted: 1, met: 1, undetermined: 2, notApplicable: 3 };

function checkOverlays(overlays: readonly Overlay[], contexts: readonly Context[]): Issue[] {
  return overlays.flatMap((overlay) => {
    const context = contexts.find(({ pack }) => pack.id === overlay.for);
    if (context === undefined) return [reportRules("OVERLAY_FOR_OTHER_PACK", "/for", { seen: overlay.for })];
    return Object.entries(overlay.parameters).flatMap(([id, values]) => {
      const pointer = `/parameters/${id}`;
      const declared = context.meaning.parameters.get(id)?.thing;
      if (declared === undefined) return [reportRules("PARAMETER_NOT_FOUND", pointer, { seen: id, values: { "hint.zh": "", "hint.en": "" } })];
      if (declared.open !== true) return [reportRules("OVERLAY_OF_SETTLED_PARAMETER", pointer, { seen: id })];
      return checkValues(declared, values, pointer);
    });
  });
}

class PolicyEngine implements Engine {
  readonly packs: readonly Pack[];
  readonly overlays: readonly Overlay[];
  private readonly contexts: readonly Context[];
  private readonly warnings = new WeakMap<ContextOn, ReadonlyMap<string, readonly Issue[]>>();

  constructor(packs: readonly Pack[], overlays: readonly Overlay[]) {
    this.packs = packs;
    this.overlays = overlays;
    const byId = new Map(packs.map((pack) => [pack.id, pack]));
    const issues = new Map<string, Issue[]>();
    this.contexts = packs.map((pack) => new Context(pack, byId, overlays, issues));
    // a parent is parsed once for every pack that stands on it; each of its issues counts once
    const errors = distinct([...[...issues.values()].flat(), ...checkOverlays(overlays, this.contexts)]).filter(
      (issue) => issue.severity === "error",
    );
    if (errors.length > 0) throw new EldercareError(errors);
  }

  private get main(): Context {
    const context = contextFor(this.contexts, undefined) ?? this.contexts.at(-1);
    if (context === undefined) throw new RangeError("an engine needs at least one pack");
    return context;
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

  parameter(id: string, on: CivilDate): ReturnType<Engine["parameter"]> {
    const declared = this.main.meaning.parameters.get(id);
    return declared === undefined ? undefined : { ...parameterOn(id, declared.thing, this.overlays, on), parameter: declared.thing };
  }

  openParameters(on: CivilDate): ReturnType<Engine["openParameters"]> {
    return [...this.main.meaning.parameters]
      .filter(([, { thing }]) => thing.open === true)
      .map(([id, { thing }]) => ({ id, parameter: thing, supplied: parameterOn(id, thing, this.overlays, on) }));
  }

  /** The rules that speak of a record, with the context they are compiled in. */
  private rulesFor(scope: Scope, only: ReadonlySet<string> | undefined): { context: ContextOn; rules: readonly CompiledRule[] } | undefined {
    const context = contextFor(this.contexts, scope.area)?.on(scope.on);
    if (context === undefined) return undefined;
    const rules = context.rules.filter(({ parsed: { info } }) => info.subject === scope.subject && (only === undefined || only.has(info.key)));
    return { context, rules };
  }

  private warningsOf(context: ContextOn, on: CivilDate): ReadonlyMap<string, readonly Issue[]> {
    const known = this.warnings.get(context);
    if (known !== undefined) return known;
    const made = partsWarnings(context, on);
    this.warnings.set(context, made);
    return made;
  }

  private scopeOf(subject: Subject, on: CivilDate, index: RegisterIndex): Scope {
    const { kind, record } = readSubject(subject);
    return new Scope(kind, record, on, index);
  }

  assess(subject: Subject, { on, register, rules: only }: Question): Decision[] {
    const scope = this.scopeOf(subject, on, indexRegister(register));
    const found = this.rulesFor(scope, only === undefined ? undefined : new Set(only));
    if (found === undefined) return [];
    const warnings = this.warningsOf(found.context, on);
    return found.rules.map((rule) => decide(rule, scope, found.context, warnings.get(rule.parsed.info.key) ?? []));
  }

  assessMany(subjects: readonly Subject[], { on, register, rules: only }: Question): ManyDecisions {
    const index = indexRegister(register);
    const scopes = subjects.map((subject) => this.scopeOf(subject, on, index));
    const wanted = only === undefined ? undefined : new Set(only);
    const kinds = new Set(scopes.map((scope) => scope.subject));
    const infos = this.rules(on).filter((info) => kinds.has(info.subject) && (wanted === undefined || wanted.has(info.key)));
    const status = new Uint8Array(scopes.length * infos.length).fill(statusBytes.notApplicable);
    const amountFen = new Float64Array(status.length).fill(Number.NaN);
    const contexts = scopes.map((scope) => contextFor(this.contexts, scope.area)?.on(on));
    for (const [row, scope] of scopes.entries()) {
      const context = contexts[row];
      if (context === undefined) continue;
      for (const [column, info] of infos.entries()) {
        const rule = context.byKey.get(info.key);
        if (rule === undefined || info.subject !== scope.subject) continue;
        const at = row * infos.length + column;
        status[at] = statusByte(rule, scope);
        if (status[at] === TRUE && rule.effect.grants) {
          const effect = rule.effect.effect(scope);
          if ("amountFen" in effect && effect.amountFen !== undefined) amountFen[at] = effect.amountFen;
        }
      }
    }
    return {
      rules: infos.map((info) => info.key),
      status,
      amountFen,
      decision: (row, column) => {
        const [scope, context, info] = [scopes[row], contexts[row], infos[column]];
        const rule = info === undefined ? undefined : context?.byKey.get(info.key);
        if (scope === undefined || context === undefined || rule === undefined) throw new RangeError(`no such subject or rule: ${row}, ${column}`);
        return decide(rule, scope, context, this.warningsOf(context, on).get(rule.parsed.info.key) ?? []);
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

const distinct = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [`${issue.code} ${issue.pointer} ${issue.seen ?? ""}`, issue])).values(),
];

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

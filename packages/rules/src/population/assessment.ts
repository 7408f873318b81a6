import { type CivilDate, didYouMean, EldercareError, type Issue, isCivilDate, type Register, reportIssue } from "@eldercare/core";
import type { RuleInfo } from "../assess/compiledRule.js";
import type { Context, ContextOn } from "../assess/context.js";
import { contextsOf, requireNone } from "../assess/contextsOf.js";
import { Jurisdictions, type SpokenRule } from "../assess/jurisdiction.js";
import { readRecord } from "../assess/readRecord.js";
import type { RuleSet } from "../assess/ruleSet.js";
import type { Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import { Reading } from "../logic/columns/reads.js";
import { indexOf, type RegisterIndex, type Scope } from "../logic/scope.js";
import type { OverrideProver } from "../override/prover.js";
import type { Overlay, Pack } from "../pack/pack.js";
import type { Plugin } from "../plugin/plugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { aspectsOf } from "./aspects.js";
import { AssessedBatch, type ReadyRules } from "./assessedBatch.js";
import { PopulationPlan } from "./plan.js";
import { printNode } from "./printNode.js";
import { RecordPopulation } from "./recordPopulation.js";

/** What many batches of records are asked. */
export interface AssessmentQuestion {
  readonly on: CivilDate;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
}

const nothingAround = indexOf(undefined);

/** The rules of some packs on one date, ready to be asked about one batch of records after the other. */
export class Assessment {
  /** Every rule in force, parents first. */
  readonly rules: readonly RuleInfo[];
  /** The rules in force that are asked. */
  readonly asked: readonly RuleInfo[];
  private readonly on: CivilDate;
  private readonly only: ReadonlySet<string> | undefined;
  private readonly jurisdictions: Jurisdictions;
  private readonly names = new Map<ContextOn, string>();
  private readonly ready = new WeakMap<RegisterIndex, Map<RuleSet, ReadyRules>>();

  constructor(contexts: readonly Context[], { on, rules }: AssessmentQuestion) {
    this.on = on;
    this.only = rules === undefined ? undefined : new Set(rules);
    this.jurisdictions = new Jurisdictions(contexts, undefined);
    const infos = new Map<string, RuleInfo>();
    // a rule is told as its own pack states it
    for (const context of contexts)
      for (const { parsed } of context.on(on).rules)
        if (parsed.info.overrides === undefined || !infos.has(parsed.info.key)) infos.set(parsed.info.key, parsed.info);
    this.rules = [...infos.values()];
    this.asked = this.rules.filter(({ key }) => this.only?.has(key) ?? true);
  }

  private nameOf(context: ContextOn): string {
    const name = this.names.get(context) ?? `#${this.names.size}`;
    this.names.set(context, name);
    return name;
  }

  private readyFor(set: RuleSet, { subject, index }: Scope): ReadyRules {
    const ofRegister = this.ready.get(index) ?? new Map<RuleSet, ReadyRules>();
    this.ready.set(index, ofRegister);
    const known = ofRegister.get(set);
    if (known !== undefined) return known;
    const asked = { subject, on: this.on, index };
    const reading = new Reading(subject);
    const order = new Map(this.rules.map(({ key }, place) => [key, place]));
    const orderOf = ({ rule }: SpokenRule): number => order.get(rule.parsed.info.key) ?? order.size;
    const chosen = [...set.spoken.entries()]
      .filter(([, { rule }]) => this.only?.has(rule.parsed.info.key) ?? true)
      .sort(([, a], [, b]) => orderOf(a) - orderOf(b));
    const made: ReadyRules = {
      set,
      places: chosen.map(([place]) => place),
      keys: chosen.map(([, { rule }]) => rule.parsed.info.key),
      plan: new PopulationPlan(
        chosen.map(([, { rule }]) => rule),
        asked,
      ),
      conditions: chosen.map(([, { rule, context }]) => {
        const { condition } = rule.parsed;
        return condition === undefined ? undefined : `${this.nameOf(context)} ${printNode(condition)}`;
      }),
      aspects: chosen.map(([, { rule, context }]) => {
        const { condition, values } = rule.parsed;
        const nodes = [...(condition === undefined ? [] : [condition]), ...Object.values(values)];
        // what a standard finds depends on more than its expressions read: on the list of staff, for one
        return rule.effect.grants ? aspectsOf(nodes, { ...context.parameters, context: this.nameOf(context) }, reading, asked) : undefined;
      }),
    };
    ofRegister.set(set, made);
    return made;
  }

  /**
   * Assesses a batch of records, of any kinds and places.
   *
   * @param register the households, areas and facilities that rules look up, the same object for all batches
   * @throws EldercareError with every issue of every record, by its place in the batch: `/17/person/birthDate`
   */
  assess(subjects: readonly Subject[], register?: Partial<Register>): AssessedBatch {
    const { on, jurisdictions } = this;
    const index = register === undefined ? nothingAround : indexOf(register);
    const issues: Issue[] = [];
    const found = new Map<RuleSet, { readonly scopes: Scope[]; readonly subjects: number[] }>();
    const factsAskedOf = (scope: Scope) => jurisdictions.of(scope.area).factsAskedOf(scope.subject);
    for (const [place, subject] of subjects.entries()) {
      const { scope, kind } = readRecord(subject, `/${place}`, { on, index }, factsAskedOf, issues);
      const rules = jurisdictions.of(scope.area).rulesOf(kind, on);
      const part = found.get(rules) ?? { scopes: [], subjects: [] };
      part.scopes.push(scope);
      part.subjects.push(place);
      found.set(rules, part);
    }
    requireNone(issues);
    const parts = [...found].map(([set, { scopes, subjects: places }]) => ({
      rules: this.readyFor(set, scopes[0] as Scope),
      population: new RecordPopulation(scopes),
      subjects: places,
    }));
    return new AssessedBatch(subjects.length, parts);
  }
}

/**
 * Makes packs ready to assess registers of any size, some thousand records at a time: conditions are answered in columns, and
 * each decision is made once for all records to which it is the same. The answers are those of `engine.assess`.
 *
 * @param policy packs that `parsePack` accepts, parents included, in any order; `overlays` with values for open parameters;
 * `plugins` whose operators the packs use; `prove` where packs override rules above them
 * @param question the date, and which rules are asked
 * @throws EldercareError with every issue of the packs, the date or the rules named
 * @example
 * const assessment = planAssessment({ packs: [national] }, { on: "2026-11-21", rules: ["cn/category.olderPerson"] });
 * const batch = assessment.assess([{ person: { birthDate: "1950-01-01" } }, { person: { birthDate: "1944-05-05" } }]);
 * batch.counts //=> [{ rule: "cn/category.olderPerson", granted: 2, denied: 0, undetermined: 0, notApplicable: 0 }]
 * batch.standIn(1, 0) //=> 0
 * batch.decision(0, 0).status //=> "granted"
 */
export function planAssessment(
  policy: {
    readonly packs: readonly Pack[];
    readonly overlays?: readonly Overlay[];
    readonly plugins?: readonly Plugin[];
    readonly prove?: OverrideProver;
  },
  question: AssessmentQuestion,
): Assessment {
  const { on, rules = [] } = question;
  if (!isCivilDate(on)) throw new EldercareError([reportIssue("NOT_A_DATE", "/on", { seen: on })]);
  const contexts = contextsOf(policy.packs, policy.overlays ?? [], new PluginLibrary(policy.plugins ?? []), policy.prove);
  const known = [...new Set(contexts.flatMap((context) => context.rules.map((rule) => rule.info.key)))];
  requireNone(
    rules.flatMap((key, place) =>
      known.includes(key) ? [] : [reportRules("RULE_NOT_FOUND", `/rules/${place}`, { seen: key, values: didYouMean(key, known) })],
    ),
  );
  return new Assessment(contexts, question);
}

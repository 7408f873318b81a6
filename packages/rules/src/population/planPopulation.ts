import {
  type AreaCode,
  type CivilDate,
  didYouMean,
  EldercareError,
  type Issue,
  isCivilDate,
  jsonPointer,
  type Register,
  reportIssue,
  type SubjectKind,
} from "@eldercare/core";
import { chooseRules } from "../assess/chooseRule.js";
import type { RuleInfo } from "../assess/compiledRule.js";
import { type Context, contextsFor } from "../assess/context.js";
import { contextsOf, requireNone } from "../assess/contextsOf.js";
import { readRecord } from "../assess/readRecord.js";
import type { Subject } from "../assess/subject.js";
import { reportRules } from "../errors/codes.js";
import type { Population } from "../logic/columns/population.js";
import { indexOf } from "../logic/scope.js";
import type { OverrideProver } from "../override/prover.js";
import type { Overlay, Pack } from "../pack/pack.js";
import type { Plugin } from "../plugin/plugin.js";
import { PluginLibrary } from "../plugin/pluginLibrary.js";
import { reportPopulation } from "./codes.js";
import type { SubjectColumns } from "./column.js";
import { placeOf } from "./fieldsRead.js";
import { type PlannedRule, PopulationPlan } from "./plan.js";
import { RecordPopulation } from "./recordPopulation.js";

/** Whom a question is about, when, and where: everybody in it is asked under the rules of one jurisdiction. */
export interface PopulationQuestion {
  readonly subject: SubjectKind;
  readonly on: CivilDate;
  /** The area whose rules are asked; without it, the rules of the one jurisdiction that is loaded. */
  readonly area?: AreaCode;
  /** The households, areas and facilities that rules look up. */
  readonly register?: Partial<Register>;
  /** Only these rules, by key `<pack>/<rule>`. */
  readonly rules?: readonly string[];
}

/** The rules of one jurisdiction on one date, ready for populations of records or of columns. */
export class PopulationPolicy extends PopulationPlan {
  private readonly contexts: readonly Context[];
  private readonly speaking: readonly Context[];

  constructor(rules: readonly PlannedRule[], question: PopulationQuestion, contexts: readonly Context[], speaking: readonly Context[]) {
    super(rules, { subject: question.subject, on: question.on, index: indexOf(question.register) });
    this.contexts = contexts;
    this.speaking = speaking;
  }

  /** The rules that are answered, in the order of the answers. */
  get infos(): readonly RuleInfo[] {
    return this.rules.map(({ parsed }) => parsed.info);
  }

  /**
   * Records as a population; what is absent from a record is unknown.
   *
   * @throws EldercareError with every issue: what is wrong with a record or its facts, POPULATION_KIND,
   * POPULATION_JURISDICTION
   */
  fromRecords(subjects: readonly Subject[]): Population {
    const { subject } = this.asked;
    const issues: Issue[] = [];
    const types = new Map(this.speaking.flatMap(({ meaning }) => meaning.askedOf(subject).map(({ name, type }) => [name, type] as const)));
    const scopes = subjects.map((given, place) => {
      const { scope, kind, sound } = readRecord(given, `/${place}`, this.asked, () => types, issues);
      if (!sound) return scope;
      if (kind !== subject) issues.push(reportPopulation("POPULATION_KIND", `/${place}`, { seen: kind, values: { expected: subject } }));
      issues.push(...this.outside(scope.area, `/${place}/${kind}`));
      return scope;
    });
    requireNone(issues);
    return new RecordPopulation(scopes);
  }

  override fromColumns(columns: SubjectColumns, size?: number): Population {
    const population = super.fromColumns(columns, size);
    const field = placeOf(this.asked.subject).area ?? "";
    const column = columns[field];
    const areas = column?.kind === "codes" ? column.values : [];
    const pointer = jsonPointer([field, "values"]);
    requireNone(areas.flatMap((area, place) => (typeof area === "string" ? this.outside(area, `${pointer}/${place}`) : [])));
    return population;
  }

  private readonly outsideOf = new Map<AreaCode, boolean>();

  /** An issue where other rules speak for an area than those that are asked. */
  private outside(area: AreaCode | undefined, pointer: string): Issue[] {
    if (area === undefined) return [];
    let outside = this.outsideOf.get(area);
    if (outside === undefined) {
      const own = contextsFor(this.contexts, area);
      outside = own.length !== this.speaking.length || own.some((context, place) => context !== this.speaking[place]);
      this.outsideOf.set(area, outside);
    }
    const expected = this.speaking.map(({ pack }) => pack.id).join(", ");
    return outside ? [reportPopulation("POPULATION_JURISDICTION", pointer, { seen: area, values: { expected } })] : [];
  }
}

/**
 * Makes the rules of one jurisdiction ready for whole populations: conditions become bit planes, 32 people a machine word,
 * without eval. The answers are those of `assess`, unknowns included.
 *
 * @param policy packs that `parsePack` accepts, parents included, in any order; `overlays` with values for open parameters;
 * `plugins` whose operators the packs use; `prove` where packs override rules above them
 * @param question the kind of subject, the date, and the area whose rules are asked
 * @throws EldercareError with every issue of the packs, the date or the rules named
 * @example
 * const plan = planPopulation({ packs: [national] }, { subject: "person", on: "2026-11-21", rules: ["cn/category.olderPerson"] });
 * const day = (date) => Date.parse(date) / 86_400_000;
 * const values = Int32Array.of(day("1966-11-21"), day("1966-11-22"), 0);
 * const people = plan.fromColumns({ "/birthDate": { kind: "days", values, missing: Uint32Array.of(0b100) } });
 * plan.assess(people).counts //=> [{ rule: "cn/category.olderPerson", granted: 1, denied: 1, undetermined: 1, notApplicable: 0 }]
 */
export function planPopulation(
  policy: {
    readonly packs: readonly Pack[];
    readonly overlays?: readonly Overlay[];
    readonly plugins?: readonly Plugin[];
    readonly prove?: OverrideProver;
  },
  question: PopulationQuestion,
): PopulationPolicy {
  const { subject, on, area, rules } = question;
  if (!isCivilDate(on)) throw new EldercareError([reportIssue("NOT_A_DATE", "/on", { seen: on })]);
  const contexts = contextsOf(policy.packs, policy.overlays ?? [], new PluginLibrary(policy.plugins ?? []), policy.prove);
  const known = new Set(contexts.flatMap((context) => context.rules.map((rule) => rule.info.key)));
  requireNone(
    (rules ?? []).flatMap((key, place) =>
      known.has(key) ? [] : [reportRules("RULE_NOT_FOUND", `/rules/${place}`, { seen: key, values: didYouMean(key, [...known]) })],
    ),
  );
  const speaking = contextsFor(contexts, area);
  const planned = new Map<string, PlannedRule>();
  for (const { rule } of chooseRules(speaking, on)) {
    const { key, subject: kind } = rule.parsed.info;
    if (kind === subject && (rules === undefined || rules.includes(key))) planned.set(key, rule);
  }
  return new PopulationPolicy([...planned.values()], question, contexts, speaking);
}

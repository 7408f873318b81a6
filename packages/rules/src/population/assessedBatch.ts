import type { Decision, MissingFacts } from "@eldercare/core";
import type { Foreknown } from "../assess/decide.js";
import { decideSpoken, type SpokenRule } from "../assess/jurisdiction.js";
import { missingFor } from "../assess/missing.js";
import type { RuleSet } from "../assess/ruleSet.js";
import { type GroupNumbers, groupBy } from "../logic/columns/grouping.js";
import type { Population } from "../logic/columns/population.js";
import type { Scope } from "../logic/scope.js";
import { AlikeSubjects } from "./alikeSubjects.js";
import type { PopulationAnswers, RuleCounts } from "./answers.js";
import type { Aspect } from "./aspects.js";
import type { PopulationPlan } from "./plan.js";

/** Rules that speak of the same records, made ready once for all batches. */
export interface ReadyRules {
  readonly set: RuleSet;
  /** Places in the set of the rules that are answered. */
  readonly places: readonly number[];
  readonly keys: readonly string[];
  readonly plan: PopulationPlan;
  /** Of each rule a text that it shares with those whose condition is the same; undefined of rules without one. */
  readonly conditions: readonly (string | undefined)[];
  /** What the decisions of each rule depend on; undefined where each record must be asked for itself. */
  readonly aspects: readonly (readonly Aspect[] | undefined)[];
}

/** Records of a batch under the same rules. */
export interface BatchPart {
  readonly rules: ReadyRules;
  readonly population: Population;
  /** Their places in the batch. */
  readonly subjects: readonly number[];
}

/** What was found of the records of a part. */
interface AnsweredPart extends BatchPart {
  readonly answers: PopulationAnswers;
  /** By the row of the record in the part, and the rule. */
  readonly statuses: Uint8Array;
  readonly alike: AlikeSubjects;
  /** Of each rule that was asked about. */
  readonly sharing: (Sharing | undefined)[];
}

/** Which records of a part share their decision under a rule. */
interface Sharing {
  readonly groupOf: GroupNumbers;
  /** Of each group, the record of the batch whose decision stands for all. */
  readonly standIns: readonly number[];
}

/** What the rules say of a batch of records. */
export class AssessedBatch {
  readonly size: number;
  private readonly parts: readonly AnsweredPart[];
  private readonly partOf: Uint32Array;
  private readonly rowOf: Uint32Array;
  private asked: { readonly scope: Scope; readonly missing: Map<string, MissingFacts | undefined> } | undefined;

  constructor(size: number, parts: readonly BatchPart[]) {
    this.size = size;
    this.parts = parts.map((part) => {
      const { plan } = part.rules;
      const answers = plan.assess(part.population);
      return { ...part, answers, statuses: answers.statuses, alike: new AlikeSubjects(part.population), sharing: [] };
    });
    this.partOf = new Uint32Array(size);
    this.rowOf = new Uint32Array(size);
    for (const [number, { subjects }] of parts.entries())
      for (const [row, subject] of subjects.entries()) {
        this.partOf[subject] = number;
        this.rowOf[subject] = row;
      }
  }

  /** How many records each rule gives each answer; of those records of which it speaks. */
  get counts(): readonly RuleCounts[] {
    return this.parts.flatMap(({ answers }) => answers.counts);
  }

  private partAbout(subject: number): AnsweredPart {
    const part = subject < this.size ? this.parts[this.partOf[subject] as number] : undefined;
    if (part === undefined) throw new RangeError(`no such subject: ${subject}`);
    return part;
  }

  /** The rules that speak of a record, by key, in the order of its decisions: the same list for all records of one kind and place. */
  rulesOf(subject: number): readonly string[] {
    return this.partAbout(subject).rules.keys;
  }

  /** What each rule of `rulesOf(subject)` says: 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  statusesOf(subject: number): Uint8Array {
    const { statuses, rules } = this.partAbout(subject);
    const first = (this.rowOf[subject] as number) * rules.keys.length;
    return statuses.subarray(first, first + rules.keys.length);
  }

  /** The same of one rule. */
  status(subject: number, rule: number): 0 | 1 | 2 | 3 {
    const status = this.statusesOf(subject)[rule];
    if (status === undefined) throw new RangeError(`no such rule: ${rule}`);
    return status as 0 | 1 | 2 | 3;
  }

  /**
   * A record of the same batch whose decision under the rule is the same but for whom it is about: often one that many
   * share, so that each decision has to be made, and printed, only once.
   *
   * @param rule place among `rulesOf(subject)`
   */
  standIn(subject: number, rule: number): number {
    const part = this.partAbout(subject);
    const sharing = part.sharing[rule] ?? sharingOf(part, rule);
    part.sharing[rule] = sharing;
    return sharing.standIns[sharing.groupOf[this.rowOf[subject] as number] as number] as number;
  }

  /**
   * The whole decision of one record under one rule.
   *
   * @param rule place among `rulesOf(subject)`
   */
  decision(subject: number, rule: number): Decision {
    const { rules, population } = this.partAbout(subject);
    const place = rules.places[rule];
    const spoken = place === undefined ? undefined : rules.set.spoken[place];
    if (place === undefined || spoken === undefined) throw new RangeError(`no such rule: ${rule}`);
    const scope = population.scopeOf(this.rowOf[subject] as number);
    const condition = rules.conditions[rule];
    return rules.set.about(scope, (answers) => {
      const known = answers?.of(place);
      if (known === undefined || condition === undefined) return decideSpoken(spoken, scope, known);
      return decideSpoken(spoken, scope, { truth: known.truth, missing: () => this.missing(scope, condition, () => askedBy(spoken, scope, known)) });
    });
  }

  /** What would settle a condition for a record: rules of one condition, asked about it one after the other, ask it once. */
  private missing(scope: Scope, condition: string, ask: () => MissingFacts | undefined): MissingFacts | undefined {
    if (this.asked?.scope !== scope) this.asked = { scope, missing: new Map() };
    const { missing } = this.asked;
    if (!missing.has(condition)) missing.set(condition, ask());
    return missing.get(condition);
  }
}

const askedBy = ({ rule, context }: SpokenRule, scope: Scope, known: Foreknown): MissingFacts | undefined =>
  known.missing() ??
  (rule.parsed.condition === undefined ? undefined : missingFor(rule.parsed.condition, rule.truth, scope, context.parameters.all, context.truths));

/** Each record stands for itself where nearly all have a decision of their own. */
function sharingOf({ rules, alike, subjects }: AnsweredPart, rule: number): Sharing {
  const aspects = rules.aspects[rule];
  const groups = aspects === undefined ? undefined : alike.groupedBy(aspects);
  const { groupOf, firsts } = groups ?? groupBy(subjects.length, (row) => row);
  return { groupOf, standIns: firsts.map((row) => subjects[row] ?? -1) };
}

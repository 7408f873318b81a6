import type { Decision } from "@eldercare/core";
import { decideSpoken } from "../assess/jurisdiction.js";
import type { RuleSet } from "../assess/ruleSet.js";
import type { Grouping } from "../logic/columns/grouping.js";
import type { Population } from "../logic/columns/population.js";
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
  readonly alike: AlikeSubjects;
  /** Of each rule that was asked about, which records share their decision; none where nearly all have their own. */
  readonly groups: (Grouping | "alone" | undefined)[];
}

/** What the rules say of a batch of records. */
export class AssessedBatch {
  readonly size: number;
  private readonly parts: readonly AnsweredPart[];
  private readonly partOf: Uint32Array;
  private readonly rowOf: Uint32Array;

  constructor(size: number, parts: readonly BatchPart[]) {
    this.size = size;
    this.parts = parts.map((part) => {
      const { plan } = part.rules;
      return { ...part, answers: plan.assess(part.population), alike: new AlikeSubjects(part.population), groups: [] };
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

  /** 0 denied or not met, 1 granted or met, 2 undetermined, 3 not applicable. */
  status(subject: number, rule: number): 0 | 1 | 2 | 3 {
    return this.partAbout(subject).answers.status(this.rowOf[subject] as number, rule);
  }

  /**
   * A record of the same batch whose decision under the rule is the same but for whom it is about: often one that many
   * share, so that each decision has to be made, and printed, only once.
   *
   * @param rule place among `rulesOf(subject)`
   */
  standIn(subject: number, rule: number): number {
    const part = this.partAbout(subject);
    const groups = part.groups[rule] ?? groupsOf(part, rule);
    part.groups[rule] = groups;
    if (groups === "alone") return subject;
    return part.subjects[groups.firsts[groups.groupOf[this.rowOf[subject] as number] as number] as number] as number;
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
    return rules.set.about(scope, (answers) => decideSpoken(spoken, scope, answers?.of(place)));
  }
}

function groupsOf({ rules, alike }: AnsweredPart, rule: number): Grouping | "alone" {
  const aspects = rules.aspects[rule];
  return (aspects === undefined ? undefined : alike.groupedBy(aspects)) ?? "alone";
}

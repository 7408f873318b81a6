import type { MissingFacts } from "@eldercare/core";
import { FactSets, type Forcing, forcingOf, opposite } from "../questions/factSets.js";
import { smallestSets, Trials } from "../questions/smallestSets.js";
import { toMissing } from "../unknownLeaves.js";
import { TRUE, type Truth, UNKNOWN } from "../value.js";
import { type Formula, slotsIn } from "./formula.js";
import { representativeNumbers } from "./representativeNumbers.js";
import { factsPerWord, type Row } from "./row.js";
import type { PlannedRule } from "./rowPlan.js";
import type { RowPrograms } from "./rowPrograms.js";
import type { Slot } from "./slot.js";

const wordOf = ({ index }: Slot): number => Math.floor(index / factsPerWord);
const bitOf = ({ index }: Slot): number => 1 << (index % factsPerWord);

/** One undetermined condition: the facts of the row that it misses, and the sets of them that could force it. */
class Question {
  readonly sets = new FactSets<Slot>();
  private readonly programs: RowPrograms;

  constructor(programs: RowPrograms) {
    this.programs = programs;
  }

  private maskOf(slots: readonly Slot[]): number {
    const { missing } = this.programs.row;
    return slots.reduce((mask, slot) => (((missing[wordOf(slot)] as number) & bitOf(slot)) === 0 ? mask : mask | this.sets.of(slot, slot)), 0);
  }

  forcing(formula: Formula): Forcing {
    const truth = this.programs.truthOf(formula)();
    const settled = forcingOf(truth);
    if (settled !== undefined) return settled;
    const { sets } = this;
    switch (formula.op) {
      case "and":
        return sets.conjunction(formula.args.map((arg) => this.forcing(arg)));
      case "or":
        return sets.disjunction(formula.args.map((arg) => this.forcing(arg)));
      case "not":
        return opposite(this.forcing(formula.arg));
      case "if": {
        const condition = this.programs.truthOf(formula.condition)();
        // what only the branch not taken reads does not matter
        if (condition !== UNKNOWN) return this.forcing(condition === TRUE ? formula.whenTrue : formula.whenFalse);
        return sets.choice(this.forcing(formula.condition), this.forcing(formula.whenTrue), this.forcing(formula.whenFalse));
      }
      case "same":
        return sets.alike(this.forcing(formula.left), this.forcing(formula.right));
      default: {
        const mask = this.maskOf(slotsIn(formula));
        return { toTrue: [mask], toFalse: [mask] };
      }
    }
  }
}

/** Puts a number where the missing value of a fact would stand, or takes it out again. */
function suppose({ bits, numbers, missing }: Row, slot: Slot, value: number | undefined): void {
  const word = wordOf(slot);
  if (slot.store === "bits") bits[slot.at] = value ?? 0;
  else numbers[slot.at] = value ?? Number.NaN;
  missing[word] = value === undefined ? (missing[word] as number) | bitOf(slot) : (missing[word] as number) & ~bitOf(slot);
}

/** Asks of the conditions of a plan what would settle them for the record that stands in the row. */
export class RowQuestions {
  private readonly rules: readonly PlannedRule[];
  private readonly programs: RowPrograms;
  private readonly values = new Map<PlannedRule, ReturnType<typeof representativeNumbers>>();

  constructor(rules: readonly PlannedRule[], programs: RowPrograms) {
    this.rules = rules;
    this.programs = programs;
  }

  /** The numbers worth supposing under a rule, found once; undefined where the record itself must be asked. */
  private valuesFor(rule: PlannedRule): ReturnType<typeof representativeNumbers> {
    if (this.values.has(rule)) return this.values.get(rule);
    const made = rule.needs === undefined ? undefined : representativeNumbers(rule.formula);
    this.values.set(rule, made);
    return made;
  }

  /** Whether some values of the facts make the condition what is wanted; undefined where too many would have to be tried. */
  private attainable(
    slots: readonly Slot[],
    wanted: Truth,
    truth: () => Truth,
    values: ReadonlyMap<Slot, readonly number[]>,
    trials: Trials,
  ): boolean | undefined {
    const { row } = this.programs;
    const found = trials.each(
      slots.map((slot) => values.get(slot) ?? []),
      (numbers) => {
        for (const [index, slot] of slots.entries()) suppose(row, slot, numbers[index]);
        return truth() === wanted;
      },
    );
    for (const slot of slots) suppose(row, slot, undefined);
    return found;
  }

  /**
   * What would settle a rule's condition, as `missingFor` says it of the record itself.
   *
   * @returns undefined where the condition is not undetermined, or where numbers cannot tell and the record must be asked
   */
  missing(place: number): MissingFacts | undefined {
    const rule = this.rules[place];
    const values = rule === undefined ? undefined : this.valuesFor(rule);
    if (rule === undefined || values === undefined) return undefined;
    const truth = this.programs.truthOf(rule.formula);
    if (truth() !== UNKNOWN) return undefined;
    const question = new Question(this.programs);
    const forcing = question.forcing(rule.formula);
    const { sets } = question;
    if (this.isEntangled(sets.facts)) return undefined;
    const trials = new Trials();
    const { toGrant, toDeny, proven } = smallestSets(sets, forcing, (slots, wanted) => this.attainable(slots, wanted, truth, values, trials));
    const named = (slots: readonly Slot[]) => slots.map(({ leaf }) => toMissing(leaf));
    return { toGrant: named(toGrant), toDeny: named(toDeny), relevant: named(sets.facts), proven };
  }

  /** Whether one fact says something of another: that a record is none, or there, is known of all its fields. */
  private isEntangled(slots: readonly Slot[]): boolean {
    const { scope } = this.programs.row;
    const records = slots.flatMap(({ leaf }) => leaf.record ?? []);
    if (records.length === 0) return false;
    return new Set(records.map(({ key }) => key)).size < records.length || (scope !== undefined && records.some(({ isThere }) => isThere(scope)));
  }
}

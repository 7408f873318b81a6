import type { MissingFacts } from "@eldercare/core";
import { toMissing } from "../unknownLeaves.js";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../value.js";
import { FactSets, type Forcing, mostFacts } from "./factSets.js";
import { type Formula, slotsIn } from "./formula.js";
import { representativeNumbers } from "./representativeNumbers.js";
import { factsPerWord, type Row } from "./row.js";
import type { PlannedRule } from "./rowPlan.js";
import type { RowPrograms } from "./rowPrograms.js";
import type { Slot } from "./slot.js";

const mostTrials = 4096;

const wordOf = ({ index }: Slot): number => Math.floor(index / factsPerWord);
const bitOf = ({ index }: Slot): number => 1 << (index % factsPerWord);

/** One undetermined condition: the facts of the row that it misses, and the sets of them that could force it. */
class Question {
  readonly slots: Slot[] = [];
  readonly sets = new FactSets();
  private readonly programs: RowPrograms;

  constructor(programs: RowPrograms) {
    this.programs = programs;
  }

  private maskOf(slots: readonly Slot[]): number {
    let mask = 0;
    for (const slot of slots) {
      if (((this.programs.row.missing[wordOf(slot)] as number) & bitOf(slot)) === 0) continue;
      const known = this.slots.indexOf(slot);
      if (known < 0 && this.slots.length >= mostFacts) this.sets.complete = false;
      else mask |= 1 << (known < 0 ? this.slots.push(slot) - 1 : known);
    }
    return mask;
  }

  forcing(formula: Formula): Forcing {
    const truth = this.programs.truthOf(formula)();
    if (truth === TRUE) return { toTrue: [0], toFalse: [] };
    if (truth === FALSE) return { toTrue: [], toFalse: [0] };
    const { sets } = this;
    switch (formula.op) {
      case "and":
      case "or": {
        let [all, any]: [readonly number[], readonly number[]] = [[0], []];
        for (const arg of formula.args) {
          const { toTrue, toFalse } = this.forcing(arg);
          all = sets.both(all, formula.op === "and" ? toTrue : toFalse);
          any = sets.either(any, formula.op === "and" ? toFalse : toTrue);
        }
        return formula.op === "and" ? { toTrue: all, toFalse: any } : { toTrue: any, toFalse: all };
      }
      case "not": {
        const { toTrue, toFalse } = this.forcing(formula.arg);
        return { toTrue: toFalse, toFalse: toTrue };
      }
      case "if": {
        const [condition, then, otherwise] = [this.forcing(formula.condition), this.forcing(formula.whenTrue), this.forcing(formula.whenFalse)];
        const combine = (pick: (part: Forcing) => readonly number[]) =>
          sets.either(
            sets.either(sets.both(condition.toTrue, pick(then)), sets.both(condition.toFalse, pick(otherwise))),
            sets.both(pick(then), pick(otherwise)),
          );
        return { toTrue: combine((part) => part.toTrue), toFalse: combine((part) => part.toFalse) };
      }
      case "same": {
        const [left, right] = [this.forcing(formula.left), this.forcing(formula.right)];
        return {
          toTrue: sets.either(sets.both(left.toTrue, right.toTrue), sets.both(left.toFalse, right.toFalse)),
          toFalse: sets.either(sets.both(left.toTrue, right.toFalse), sets.both(left.toFalse, right.toTrue)),
        };
      }
      default: {
        const mask = this.maskOf(slotsIn(formula));
        return { toTrue: [mask], toFalse: [mask] };
      }
    }
  }

  slotsOf(mask: number): Slot[] {
    return this.slots.filter((_, index) => (mask & (1 << index)) !== 0);
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
  private attainable(slots: readonly Slot[], wanted: Truth, truth: () => Truth, values: ReadonlyMap<Slot, readonly number[]>): boolean | undefined {
    const choices = slots.map((slot) => values.get(slot) ?? []);
    const trials = choices.reduce((product, options) => product * options.length, 1);
    if (trials > mostTrials) return undefined;
    const { row } = this.programs;
    let found = false;
    for (let trial = 0; trial < trials && !found; trial += 1) {
      let rest = trial;
      for (const [index, options] of choices.entries()) {
        suppose(row, slots[index] as Slot, options[rest % options.length] as number);
        rest = Math.floor(rest / options.length);
      }
      found = truth() === wanted;
    }
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
    const { toTrue, toFalse } = question.forcing(rule.formula);
    let proven = question.sets.complete;
    const smallest = (masks: readonly number[], wanted: Truth): readonly Slot[] => {
      let unsure: readonly Slot[] | undefined;
      for (const mask of masks) {
        const slots = question.slotsOf(mask);
        const found = this.attainable(slots, wanted, truth, values);
        if (found === true) {
          if (unsure !== undefined && unsure.length < slots.length) proven = false;
          return slots;
        }
        if (found === undefined) unsure ??= slots;
      }
      if (unsure === undefined) return [];
      proven = false;
      return unsure;
    };
    const [toGrant, toDeny] = [smallest(toTrue, TRUE), smallest(toFalse, FALSE)];
    const named = (slots: readonly Slot[]) => slots.map(({ leaf }) => toMissing(leaf));
    return { toGrant: named(toGrant), toDeny: named(toDeny), relevant: named(question.slots), proven };
  }
}

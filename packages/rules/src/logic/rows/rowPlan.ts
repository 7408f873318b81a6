import type { CivilDate, SubjectKind } from "@eldercare/core";
import type { ParameterValues, TruthOf } from "../closures.js";
import type { Node } from "../node.js";
import { TRUE, UNKNOWN } from "../value.js";
import { allPartsOf, type Formula, slotsIn } from "./formula.js";
import { FormulaBuilder } from "./formulaBuilder.js";
import type { NumberFormula } from "./numberFormula.js";
import { factsPerWord } from "./row.js";
import type { Slot } from "./slot.js";
import { SlotTable } from "./slotTable.js";

/** The facts of one word that a rule reads. */
export interface WordMask {
  readonly word: number;
  readonly mask: number;
}

/** The condition of one rule over the slots of a row. */
export interface PlannedRule {
  readonly formula: Formula;
  /** What must be known for two values to be enough; absent where the formula may be unknown even so. */
  readonly needs: readonly WordMask[] | undefined;
  /** What the rule grants, in fen; absent where it grants no money, or only the record can tell how much. */
  readonly amount: NumberFormula | undefined;
  /** Whether some of it can only be asked of the record itself. */
  readonly opaque: boolean;
}

/** Which facts the conditions of some rules read, where each stands in a row, and what the conditions are over such rows. */
export interface RowPlan {
  readonly slots: readonly Slot[];
  /** How many slots hold bits, how many hold numbers, and how many words say what is missing. */
  readonly bits: number;
  readonly numbers: number;
  readonly words: number;
  /** Questions that only the record can answer. */
  readonly opaque: readonly TruthOf[];
  readonly rules: readonly PlannedRule[];
}

/** A condition with the parameters of its jurisdiction on the date asked; without a node it always holds. */
export interface DatedCondition {
  readonly condition: Node | undefined;
  /** An amount of fen that the rule grants. */
  readonly amount?: Node | undefined;
  readonly parameters: ParameterValues;
}

function needsOf(formula: Formula): readonly WordMask[] | undefined {
  const parts = [...allPartsOf(formula)];
  if (parts.some((part) => part.op === "opaque" || (part.op === "known" && part.truth === UNKNOWN))) return undefined;
  const masks = new Map<number, number>();
  for (const { index } of parts.flatMap(slotsIn)) {
    const word = Math.floor(index / factsPerWord);
    masks.set(word, (masks.get(word) ?? 0) | (1 << (index % factsPerWord)));
  }
  return [...masks].map(([word, mask]) => ({ word, mask }));
}

/** Plans the rows for the rules that speak of one kind of subject on one date. */
export function planRows(conditions: readonly DatedCondition[], subject: SubjectKind, on: CivilDate): RowPlan {
  const slots = new SlotTable();
  const builders = new Map<ParameterValues, FormulaBuilder>();
  const builderFor = (parameters: ParameterValues): FormulaBuilder => {
    const known = builders.get(parameters);
    if (known !== undefined) return known;
    const made = new FormulaBuilder(slots, parameters, subject, on);
    builders.set(parameters, made);
    return made;
  };
  const rules = conditions.map(({ condition, amount, parameters }) => {
    const formula: Formula = condition === undefined ? { op: "known", truth: TRUE } : builderFor(parameters).truth(condition);
    const fen = amount === undefined ? undefined : builderFor(parameters).number(amount);
    return { formula, amount: fen, needs: needsOf(formula), opaque: [...allPartsOf(formula)].some((part) => part.op === "opaque") };
  });
  const { all, bits, numbers, opaque } = slots;
  return { slots: all, bits, numbers, words: Math.ceil(all.length / factsPerWord), opaque, rules };
}

import type { CompareOperator } from "../node.js";
import { FALSE, TRUE } from "../value.js";
import type { Formula } from "./formula.js";
import { factsPerWord } from "./row.js";
import type { Slot } from "./slot.js";

/** What one instruction asks of the row; where it goes on stands in the instruction. */
export const asks = {
  /** Whether the bits at a place have one of a mask. */
  among: 0,
  // a number against a threshold
  below: 1,
  atMost: 2,
  above: 3,
  atLeast: 4,
  equal: 5,
  unequal: 6,
  // a number against another
  belowOther: 7,
  atMostOther: 8,
  aboveOther: 9,
  atLeastOther: 10,
  equalOther: 11,
  unequalOther: 12,
  /** Whether a number is `NaN`: none, or missing. */
  noNumber: 13,
  /** Whether a bit of a word of the missing is set. */
  missing: 14,
  /** Whether the record says that an opaque question surely holds, or that it may. */
  opaqueMust: 15,
  opaqueMay: 16,
} as const;

/** Numbers in one instruction: what it asks, of which place, with what, and where to go on if so and if not. */
export const instructionSize = 5;

/** Where a program ends. */
export const ends = { yes: -1, no: -2 } as const;

/**
 * How a condition is asked: `known`, where nothing is missing that it reads; whether it `must` hold, whatever is missing; or
 * whether it `may`.
 */
export type Mode = "known" | "must" | "may";

const againstThreshold = { "<": asks.below, "<=": asks.atMost, ">": asks.above, ">=": asks.atLeast, "==": asks.equal, "!=": asks.unequal } as const;
const againstOther = {
  "<": asks.belowOther,
  "<=": asks.atMostOther,
  ">": asks.aboveOther,
  ">=": asks.atLeastOther,
  "==": asks.equalOther,
  "!=": asks.unequalOther,
} as const;
const opposites = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

/**
 * Writes conditions as programs: chains of instructions, each asking one thing of the row and going on by the answer. No
 * connective is left, so that nothing is called and no truth is combined.
 */
export class ProgramCode {
  code = new Int32Array(256 * instructionSize);
  thresholds = new Float64Array(64);
  private length = 0;
  private lastThreshold = 0;
  private readonly written = new Map<Formula, Map<string, number>>();

  /**
   * Writes one condition.
   *
   * @param yes where to go on where it holds, an instruction or one of `ends`; `no` where it does not
   * @returns its first instruction, or where to go on where there is nothing to ask
   */
  write(formula: Formula, mode: Mode, yes: number, no: number): number {
    const before = this.written.get(formula) ?? new Map<string, number>();
    this.written.set(formula, before);
    const key = `${mode} ${yes} ${no}`;
    const known = before.get(key);
    if (known !== undefined) return known;
    const first = this.make(formula, mode, yes, no);
    before.set(key, first);
    return first;
  }

  private emit(ask: number, at: number, operand: number, yes: number, no: number): number {
    const first = this.length;
    if (first + instructionSize > this.code.length) {
      const larger = new Int32Array(this.code.length * 2);
      larger.set(this.code);
      this.code = larger;
    }
    this.code.set([ask, at, operand, yes, no], first);
    this.length += instructionSize;
    return first;
  }

  private threshold(value: number): number {
    if (this.lastThreshold >= this.thresholds.length) {
      const larger = new Float64Array(this.thresholds.length * 2);
      larger.set(this.thresholds);
      this.thresholds = larger;
    }
    this.thresholds[this.lastThreshold] = value;
    this.lastThreshold += 1;
    return this.lastThreshold - 1;
  }

  private missing({ index }: Slot, yes: number, no: number): number {
    return this.emit(asks.missing, Math.floor(index / factsPerWord), 1 << (index % factsPerWord), yes, no);
  }

  private make(formula: Formula, mode: Mode, yes: number, no: number): number {
    switch (formula.op) {
      case "known":
        return formula.truth === TRUE || (mode === "may" && formula.truth !== FALSE) ? yes : no;
      case "among":
        return this.among(formula.slot, formula.mask, mode, yes, no);
      case "compare":
        return this.compare(formula, mode, yes, no);
      case "compareSlots":
        return this.compareSlots(formula, mode, yes, no);
      case "isNone": {
        const asked = this.emit(asks.noNumber, formula.slot.at, 0, yes, no);
        // what is missing may turn out to be none, and is no number either
        return mode === "must" ? this.missing(formula.slot, no, asked) : asked;
      }
      case "opaque":
        return this.emit(mode === "may" ? asks.opaqueMay : asks.opaqueMust, formula.place, 0, yes, no);
      case "and":
        return formula.args.reduceRight((next, arg) => this.write(arg, mode, next, no), yes);
      case "or":
        return formula.args.reduceRight((next, arg) => this.write(arg, mode, yes, next), no);
      case "not":
        return this.write(formula.arg, mode === "must" ? "may" : mode === "may" ? "must" : mode, no, yes);
      case "if":
        return this.choice(formula, mode, yes, no);
      case "same":
        return this.same(formula, mode, yes, no);
    }
  }

  private among(slot: Slot, mask: number, mode: Mode, yes: number, no: number): number {
    // a choice that may be meant has none of the other bits
    if (mode === "may" && slot.form === "choice") return this.emit(asks.among, slot.at, slot.all & ~mask, no, yes);
    const asked = this.emit(asks.among, slot.at, mask, yes, no);
    return mode === "may" ? this.missing(slot, yes, asked) : asked;
  }

  private compare({ slot, order, threshold }: Extract<Formula, { op: "compare" }>, mode: Mode, yes: number, no: number): number {
    const ask = (by: CompareOperator, then: number, otherwise: number): number =>
      this.emit(againstThreshold[by], slot.at, this.threshold(threshold), then, otherwise);
    if (mode === "known") return ask(order, yes, no);
    if (slot.form === "numberOrNone") {
      // none differs from every number, the missing perhaps not
      if (mode === "may") return this.missing(slot, yes, ask(order, yes, no));
      return order === "!=" ? this.missing(slot, no, ask(order, yes, no)) : ask(order, yes, no);
    }
    return this.surely(ask, order, mode, yes, no);
  }

  private compareSlots({ left, right, order }: Extract<Formula, { op: "compareSlots" }>, mode: Mode, yes: number, no: number): number {
    const ask = (by: CompareOperator, then: number, otherwise: number): number => this.emit(againstOther[by], left.at, right.at, then, otherwise);
    return mode === "known" ? ask(order, yes, no) : this.surely(ask, order, mode, yes, no);
  }

  /** Compares numbers that are never none: the missing, `NaN`, stands so to nothing, and may stand so to everything. */
  private surely(
    ask: (by: CompareOperator, then: number, otherwise: number) => number,
    order: CompareOperator,
    mode: Mode,
    yes: number,
    no: number,
  ): number {
    if (mode === "may") return this.surely(ask, opposites[order], "must", no, yes);
    return order === "!=" ? ask("<", yes, ask(">", yes, no)) : ask(order, yes, no);
  }

  private choice({ condition, whenTrue, whenFalse }: Extract<Formula, { op: "if" }>, mode: Mode, yes: number, no: number): number {
    const [then, otherwise] = [this.write(whenTrue, mode, yes, no), this.write(whenFalse, mode, yes, no)];
    if (mode === "known") return this.write(condition, mode, then, otherwise);
    // whichever branch it is, where both agree the answer is known
    const either = mode === "must" ? this.write(whenTrue, mode, otherwise, no) : this.write(whenTrue, mode, yes, otherwise);
    return this.write(condition, "must", then, this.write(condition, "may", either, otherwise));
  }

  private same({ left, right }: Extract<Formula, { op: "same" }>, mode: Mode, yes: number, no: number): number {
    const opposite: Mode = mode === "must" ? "may" : mode === "may" ? "must" : mode;
    const [like, unlike] = [this.write(right, mode, yes, no), this.write(right, opposite, no, yes)];
    if (mode === "known") return this.write(left, mode, like, unlike);
    return this.write(left, "must", like, this.write(left, "may", mode === "must" ? no : yes, unlike));
  }
}

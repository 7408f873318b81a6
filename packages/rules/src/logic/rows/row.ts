import type { Scope } from "../scope.js";
import type { RowPlan } from "./rowPlan.js";

/** How many facts one word of missing bits holds. */
export const factsPerWord = 32;

/** Marks an opaque question that has not been asked of this row yet. */
export const notAsked = 3;

/** One record as numbers: what the conditions of a plan read of it. One row is filled again and again. */
export interface Row {
  /** Truths, choices and sets of choices. */
  readonly bits: Int32Array;
  /** Whole numbers and dates; `NaN` is none. */
  readonly numbers: Float64Array;
  /** A bit for each fact that is not known; it then has no bits, or is `NaN`. */
  readonly missing: Int32Array;
  /** Answers to opaque questions, each asked of the record when it is first needed. */
  readonly answers: Uint8Array;
  /** The record itself, for opaque questions. */
  scope: Scope | undefined;
}

/** The records of many subjects as numbers, row after row. */
export interface RowTable {
  readonly rows: number;
  /** Row-major, `[row * plan.bits + slot.at]`. */
  readonly bits: Int32Array;
  /** Row-major, `[row * plan.numbers + slot.at]`. */
  readonly numbers: Float64Array;
  /** Row-major, `[row * plan.words + word]`. */
  readonly missing: Int32Array;
}

/** A row for the facts of a plan, to be filled. */
export function emptyRow(plan: RowPlan): Row {
  return {
    bits: new Int32Array(plan.bits),
    numbers: new Float64Array(plan.numbers),
    missing: new Int32Array(plan.words),
    answers: new Uint8Array(plan.opaque.length),
    scope: undefined,
  };
}

/** A table for the facts of a plan, to be filled. */
export function emptyTable(plan: RowPlan, rows: number): RowTable {
  return {
    rows,
    bits: new Int32Array(rows * plan.bits),
    numbers: new Float64Array(rows * plan.numbers),
    missing: new Int32Array(rows * plan.words),
  };
}

/**
 * Writes what is known of a record into one row of a table.
 *
 * @returns false where a value is not what its declaration says, so that no number stands for it
 */
export function encodeRow({ slots, bits, numbers, words }: RowPlan, scope: Scope, table: RowTable, row: number): boolean {
  for (let word = 0; word < words; word += 1) table.missing[row * words + word] = 0;
  for (const { index, store, at, read, encode } of slots) {
    const value = read(scope);
    const number = value !== undefined ? encode(value) : store === "bits" ? 0 : Number.NaN;
    if (number === undefined) return false;
    if (value === undefined) {
      const word = row * words + Math.floor(index / factsPerWord);
      table.missing[word] = (table.missing[word] ?? 0) | (1 << (index % factsPerWord));
    }
    if (store === "bits") table.bits[row * bits + at] = number;
    else table.numbers[row * numbers + at] = number;
  }
  return true;
}

/** Copies one row of a table to where conditions read it. */
export function loadRow(plan: RowPlan, table: RowTable, index: number, scope: Scope | undefined, row: Row): void {
  const { bits, numbers, words } = plan;
  // plain loops: `set` with a view of the table would make an object for every row
  for (let at = 0; at < bits; at += 1) row.bits[at] = table.bits[index * bits + at] as number;
  for (let at = 0; at < numbers; at += 1) row.numbers[at] = table.numbers[index * numbers + at] as number;
  for (let at = 0; at < words; at += 1) row.missing[at] = table.missing[index * words + at] as number;
  if (row.answers.length > 0) row.answers.fill(notAsked);
  row.scope = scope;
}

import type { CivilDate, SubjectKind } from "@eldercare/core";
import type { Backend, WrittenRules } from "../logic/rows/backend.js";
import { emptyTable, encodeRow, loadRow, notAsked, type RowTable } from "../logic/rows/row.js";
import { planRows, type RowPlan } from "../logic/rows/rowPlan.js";
import { RowPrograms } from "../logic/rows/rowPrograms.js";
import { RowQuestions } from "../logic/rows/rowQuestions.js";
import type { Scope } from "../logic/scope.js";
import { TRUE } from "../logic/value.js";
import type { AmountOf } from "./amountOf.js";
import type { Foreknown } from "./decide.js";
import type { SpokenRule } from "./jurisdiction.js";

/** Records of one kind, read once into rows of numbers. */
export interface EncodedSubjects {
  readonly scopes: readonly Scope[];
  readonly table: RowTable;
  /** Rows for which numbers cannot stand, because a record that the register holds is not what it should be. */
  readonly unfit: ReadonlySet<number>;
}

/** A rule that grants money, and what it grants a record. */
export interface Payer {
  /** Place of the rule in its set. */
  readonly from: number;
  readonly amount: AmountOf;
}

/** What the rules of a set say of the one record that stands in the row. */
export interface RowAnswers {
  /** The answer of one rule, by its place in the set. */
  of(place: number): Foreknown;
}

interface Rows {
  readonly plan: RowPlan;
  readonly programs: RowPrograms;
  readonly questions: RowQuestions;
  /** Holds one record. */
  readonly one: RowTable;
}

/** The rules that speak of one kind of subject in one jurisdiction on one date, executable over rows of numbers. */
export class RuleSet {
  readonly spoken: readonly SpokenRule[];
  private readonly kind: SubjectKind;
  private readonly on: CivilDate;
  private readonly backend: Backend | undefined;
  private made: Rows | undefined;
  private written: WrittenRules | undefined;
  // a plug-in may ask the engine while it is being asked: the row is then not free
  private busy = false;

  constructor(spoken: readonly SpokenRule[], kind: SubjectKind, on: CivilDate, backend: Backend | undefined) {
    this.spoken = spoken;
    this.kind = kind;
    this.on = on;
    this.backend = backend;
  }

  private get rows(): Rows {
    if (this.made !== undefined) return this.made;
    const conditions = this.spoken.map(({ rule: { parsed, parameters } }) => ({
      condition: parsed.condition,
      amount: parsed.info.kind === "benefit" ? parsed.values.amountFen : undefined,
      parameters,
    }));
    const plan = planRows(conditions, this.kind, this.on);
    const programs = new RowPrograms(plan);
    this.made = {
      plan,
      programs,
      questions: new RowQuestions(plan.rules, programs),
      one: emptyTable(plan, 1),
    };
    return this.made;
  }

  /** The rules as the engine's backend writes them out: worth its while for tables of records only. */
  private get writtenOut(): WrittenRules | undefined {
    this.written ??= this.backend?.write(this.rows.plan);
    return this.written;
  }

  /** Reads records of this kind into rows. */
  encode(scopes: readonly Scope[]): EncodedSubjects {
    const { plan } = this.rows;
    const table = emptyTable(plan, scopes.length);
    const unfit = new Set<number>();
    for (const [row, scope] of scopes.entries()) if (!encodeRow(plan, scope, table, row)) unfit.add(row);
    return { scopes, table, unfit };
  }

  /** The truth of every condition for every record, row-major `[row * rules + rule]`. */
  truths(subjects: EncodedSubjects): Uint8Array {
    const truths = new Uint8Array(subjects.scopes.length * this.spoken.length).fill(notAsked);
    if (this.busy) {
      for (const row of subjects.scopes.keys()) this.askRecord(subjects, row, truths);
      return truths;
    }
    this.busy = true;
    try {
      this.answer(subjects, truths);
    } finally {
      this.busy = false;
    }
    return truths;
  }

  /**
   * Reads one record into the row and asks something of it.
   *
   * @param ask gets the answers of the rules, to be used before it returns; undefined where the row is not free, or numbers
   * cannot stand for the record
   */
  about<Result>(scope: Scope, ask: (answers: RowAnswers | undefined) => Result): Result {
    const { plan, programs, questions, one } = this.rows;
    if (this.busy || !encodeRow(plan, scope, one, 0)) return ask(undefined);
    loadRow(plan, one, 0, scope, programs.row);
    this.busy = true;
    try {
      return ask({ of: (place) => ({ truth: programs.truth(place), missing: () => questions.missing(place) }) });
    } finally {
      this.busy = false;
    }
  }

  /**
   * What rules grant in money, where they do.
   *
   * @param truths as `truths` gives them
   * @param payers the rules that grant money, by their place in the set
   * @param write takes the row, the place of the rule, and the fen, `NaN` where the amount is not known
   */
  amounts(subjects: EncodedSubjects, truths: Uint8Array, payers: readonly Payer[], write: (row: number, place: number, fen: number) => void): void {
    const { plan, programs } = this.rows;
    const { table, scopes, unfit } = subjects;
    const rules = this.spoken.length;
    const free = !this.busy;
    for (const [row, scope] of scopes.entries()) {
      let loaded = false;
      for (const { from, amount } of payers) {
        if (truths[row * rules + from] !== TRUE) continue;
        const fen = free && !unfit.has(row) ? programs.amounts[from] : undefined;
        if (fen !== undefined && !loaded) {
          loadRow(plan, table, row, scope, programs.row);
          loaded = true;
        }
        const quick = fen?.() ?? Number.NaN;
        // what is not known in a row, or less than nothing, the record says
        write(row, from, quick >= 0 ? quick : (amount(scope) ?? Number.NaN));
      }
    }
  }

  private answer(subjects: EncodedSubjects, truths: Uint8Array): void {
    const { plan, programs } = this.rows;
    const { writtenOut } = this;
    const { table, scopes, unfit } = subjects;
    const rules = this.spoken.length;
    writtenOut?.answer(table, truths);
    for (const row of unfit) this.askRecord(subjects, row, truths);
    if (writtenOut?.written === rules) return;
    for (let row = 0; row < scopes.length; row += 1) {
      if (unfit.size > 0 && unfit.has(row)) continue;
      loadRow(plan, table, row, scopes[row], programs.row);
      const first = row * rules;
      for (let rule = 0; rule < rules; rule += 1) if (truths[first + rule] === notAsked) truths[first + rule] = programs.truth(rule);
    }
  }

  private askRecord({ scopes }: EncodedSubjects, row: number, truths: Uint8Array): void {
    const scope = scopes[row];
    if (scope === undefined) return;
    for (const [index, { rule }] of this.spoken.entries()) truths[row * this.spoken.length + index] = rule.truth(scope);
  }
}

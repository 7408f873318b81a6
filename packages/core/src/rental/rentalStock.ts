import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { byText } from "../progress/verdict.js";
import { addMonths, type CivilDate, daysBetween } from "../time/civilDate.js";
import type { RentalEntry } from "./rentalEntry.js";
import { type RentalLedger, requireSound } from "./rentalLedger.js";

/** Units of one device at the end of a day: what is owned is lent, in repair or available. */
export interface RentalStock {
  readonly owned: number;
  readonly lent: number;
  readonly inRepair: number;
  readonly available: number;
}

/** A ledger, and the date asked about. */
export interface RentalQuestion {
  readonly ledger: RentalLedger;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** A lending of which units are still out; `dueOn` is its last day in time, absent where no term is recorded. */
export interface RentalDue {
  readonly lending: string;
  readonly person: string;
  readonly device: string;
  readonly units: number;
  readonly dueOn?: CivilDate;
  readonly state: "open" | "overdue" | "undetermined";
  /** Days past the last day in time, 0 where it is not overdue. */
  readonly overdueDays: number;
}

const unitsOf = (entries: RentalLedger): number => entries.reduce((sum, { units }) => sum + units, 0);

/** Units that the entries given end, by the id of what they end. */
export function unitsEnded(entries: RentalLedger): ReadonlyMap<string, number> {
  const ended = new Map<string, number>();
  for (const { of, units } of entries) if (of !== undefined) ended.set(of, (ended.get(of) ?? 0) + units);
  return ended;
}

/**
 * The last day of a term in months: the day of the same number, or the last of that month.
 *
 * @example
 * rentalDueOn({ id: "l-1", on: "2025-11-30", kind: "lend", device: "wheelchair", units: 1, person: "p-1", termMonths: 3 }) //=> "2026-02-28"
 * Source: 民法典 art. 201 (the first day does not count), art. 202.
 */
export function rentalDueOn({ on, termMonths }: RentalEntry): CivilDate | undefined {
  return termMonths === undefined ? undefined : addMonths(on, termMonths);
}

/**
 * How many units of a device are owned, lent, in repair and available at the end of a day.
 *
 * @returns units; never negative in a sound ledger
 * @throws EldercareError with what `checkRentals` finds; `NOT_A_DATE`
 * @example
 * const ledger = [{ id: "b-1", on: "2026-01-01", kind: "purchase", device: "wheelchair", units: 5 }, { id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 2, person: "p-1" }];
 * rentalStock({ ledger, device: "wheelchair", on: "2026-01-05", clauses: ["CL-2.3.10-a"] }).value //=> { owned: 5, lent: 2, inRepair: 0, available: 3 }
 * Source: CL-2.3.10-a.
 */
export function rentalStock({ ledger, device, on, clauses }: RentalQuestion & { readonly device: string }): Counted<RentalStock> {
  requireQuestion(ledger, on);
  const entries = ledger.filter((entry) => entry.device === device && entry.on <= on);
  const those = (kind: RentalEntry["kind"]): RentalLedger => entries.filter((entry) => entry.kind === kind);
  const ended = unitsEnded(entries);
  const outOf = (kind: RentalEntry["kind"]): number => those(kind).reduce((sum, { id, units }) => sum + units - (ended.get(id) ?? 0), 0);
  const owned = unitsOf(those("purchase")) - unitsOf(those("loss"));
  const [lent, inRepair] = [outOf("lend"), outOf("repair")];
  const available = owned - lent - inRepair;
  return {
    value: { owned, lent, inRepair, available },
    unit: "piece",
    steps: [
      { zh: `${device} 在册`, en: `${device} owned`, value: String(owned) },
      { zh: `− 借出 ${lent} − 维修 ${inRepair}，可用`, en: `− ${lent} lent − ${inRepair} in repair, available`, value: String(available) },
    ],
    clauses,
  };
}

/**
 * The lendings that are out on a date, the first due first; overdue from the day after the last day of the term.
 *
 * @returns every lending with units out; one without a recorded term is undetermined, and comes last
 * @throws EldercareError with what `checkRentals` finds; `NOT_A_DATE`
 * @example
 * const ledger = [{ id: "b-1", on: "2026-01-01", kind: "purchase", device: "wheelchair", units: 1 }, { id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 1, person: "p-1", termMonths: 3 }];
 * rentalsDue({ ledger, on: "2026-04-06", clauses: ["CL-2.3.10-a"] }).value[0].overdueDays //=> 1
 * Source: CL-2.3.10-a.
 */
export function rentalsDue({ ledger, on, clauses }: RentalQuestion): Counted<readonly RentalDue[]> {
  requireQuestion(ledger, on);
  const entries = ledger.filter((entry) => entry.on <= on);
  const ended = unitsEnded(entries);
  const value = entries
    .filter(({ kind }) => kind === "lend")
    .flatMap((lending): RentalDue[] => {
      const units = lending.units - (ended.get(lending.id) ?? 0);
      const dueOn = rentalDueOn(lending);
      const overdueDays = dueOn === undefined ? 0 : Math.max(0, daysBetween(dueOn, on));
      const state = dueOn === undefined ? "undetermined" : overdueDays > 0 ? "overdue" : "open";
      const { id, person = "", device } = lending;
      return units === 0 ? [] : [{ lending: id, person, device, units, ...(dueOn === undefined ? {} : { dueOn }), state, overdueDays }];
    })
    .sort((a, b) => byText(a.dueOn ?? "9999-99-99", b.dueOn ?? "9999-99-99") || byText(a.lending, b.lending));
  return {
    value,
    unit: "lending",
    steps: value.map(({ lending, person, device, units, dueOn, state }) => ({
      zh: `${lending}：${person} 借 ${device} ${units} 件，应于 ${dueOn ?? "?"} 前（含）归还`,
      en: `${lending}: ${person} has ${units} of ${device}, due by ${dueOn ?? "?"}`,
      value: state,
    })),
    clauses,
  };
}

function requireQuestion(ledger: RentalLedger, on: CivilDate): void {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.done();
  requireSound(ledger);
}

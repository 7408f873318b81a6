import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { EldercareError } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { printYuan } from "../money/printYuan.js";
import { addMonths, type CivilDate, daysBetween } from "../time/civilDate.js";
import type { RentalEntry } from "./rentalEntry.js";
import { type RentalLedger, requireSound } from "./rentalLedger.js";
import { rentalDueOn, unitsEnded } from "./rentalStock.js";

/** What a device costs, in whole fen for each unit. */
export interface RentalRates {
  readonly feeFen: number;
  /** A begun month, or a begun day, counts as a whole; the day of lending is not counted, and the least is one. */
  readonly per: "month" | "day";
  /** For each day past the term. */
  readonly lateFenPerDay: number;
  /** Held while the device is out. */
  readonly depositFen: number;
  /** Charged for a unit that is lost. */
  readonly lossFen: number;
}

/** One lending and the rates that hold for it. */
export interface RentalSettlementQuestion {
  readonly ledger: RentalLedger;
  /** Id of the lending. */
  readonly lending: string;
  readonly rates: RentalRates;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** What a lending has cost by a date, in fen. */
export interface RentalSettlement {
  readonly unitsOut: number;
  readonly feeFen: number;
  /** Absent where no term is recorded and lateness costs something. */
  readonly lateFeeFen?: number;
  readonly lossFen: number;
  readonly depositFen: number;
  /** Present once nothing is out and every charge is known: deposit + owed = charges + refund. */
  readonly refundFen?: number;
  readonly owedFen?: number;
}

function periods(from: CivilDate, to: CivilDate, per: RentalRates["per"]): number {
  if (per === "day") return Math.max(1, daysBetween(from, to));
  let months = 1;
  while (addMonths(from, months) < to) months += 1;
  return months;
}

/**
 * What a lending costs: fee, lateness, losses, and what of the deposit is paid back. Units still out are charged to the date
 * asked, and settled only once all are back or lost.
 *
 * @returns whole fen: nothing is rounded, since rates are whole and periods count as begun
 * @throws EldercareError with what `checkRentals` finds; `REFERENCE_NOT_FOUND`, `NOT_A_DATE`, `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`
 * @example
 * const ledger = [
 *   { id: "b-1", on: "2026-01-01", kind: "purchase", device: "wheelchair", units: 1 },
 *   { id: "l-1", on: "2026-01-05", kind: "lend", device: "wheelchair", units: 1, person: "p-1", termMonths: 3 },
 *   { id: "r-1", on: "2026-04-07", kind: "return", device: "wheelchair", units: 1, of: "l-1" },
 * ];
 * const rates = { feeFen: 6000, per: "month", lateFenPerDay: 300, depositFen: 50000, lossFen: 80000 };
 * settleRental({ ledger, lending: "l-1", rates, on: "2026-04-30", clauses: [] }).value //=> { unitsOut: 0, feeFen: 24000, lateFeeFen: 600, lossFen: 0, depositFen: 50000, refundFen: 25400, owedFen: 0 }
 * Source: CL-2.3.10-a.
 */
export function settleRental({ ledger, lending: wanted, rates, on, clauses }: RentalSettlementQuestion): Counted<RentalSettlement> {
  const check = new QuestionCheck();
  check.date("/on", on);
  for (const name of ["feeFen", "lateFenPerDay", "depositFen", "lossFen"] as const) check.whole(`/rates/${name}`, rates[name]);
  const lending = ledger.find(({ id, kind }) => id === wanted && kind === "lend");
  if (lending === undefined) check.add(reportMissing("lending", "/lending", wanted));
  else if (lending.on > on) check.add(reportIssue("OUT_OF_RANGE", "/on", { seen: on, values: { expected: `${lending.on}–` } }));
  if (lending === undefined || check.issues.length > 0) throw new EldercareError(check.issues);
  requireSound(ledger);
  return settle(lending, ledger, rates, on, clauses);
}

function settle(
  lending: RentalEntry,
  ledger: RentalLedger,
  rates: RentalRates,
  on: CivilDate,
  clauses: readonly string[],
): Counted<RentalSettlement> {
  const ends = ledger.filter(({ of, on: day }) => of === lending.id && day <= on);
  const left = lending.units - (unitsEnded(ends).get(lending.id) ?? 0);
  const stays = [
    ...ends.map((end) => ({ units: end.units, to: end.on, lost: end.kind === "loss" })),
    ...(left > 0 ? [{ units: left, to: on, lost: false }] : []),
  ];
  const dueOn = rentalDueOn(lending);
  const sum = (fenOf: (stay: { readonly units: number; readonly to: CivilDate; readonly lost: boolean }) => number): number =>
    stays.reduce((fen, stay) => fen + stay.units * fenOf(stay), 0);
  const feeFen = sum(({ to }) => periods(lending.on, to, rates.per) * rates.feeFen);
  const lateFeeFen =
    rates.lateFenPerDay === 0 ? 0 : dueOn === undefined ? undefined : sum(({ to }) => Math.max(0, daysBetween(dueOn, to)) * rates.lateFenPerDay);
  const lossFen = sum(({ lost }) => (lost ? rates.lossFen : 0));
  const depositFen = lending.units * rates.depositFen;
  const chargesFen = lateFeeFen === undefined || left > 0 ? undefined : feeFen + lateFeeFen + lossFen;
  const final = chargesFen === undefined ? {} : { refundFen: Math.max(0, depositFen - chargesFen), owedFen: Math.max(0, chargesFen - depositFen) };
  const yuan = (fen: number | undefined): string => (fen === undefined ? "?" : `${printYuan(fen)} 元`);
  const steps: Step[] = [
    { zh: "租金", en: "fee", value: yuan(feeFen) },
    { zh: "逾期费", en: "for lateness", value: yuan(lateFeeFen) },
    { zh: "遗失赔偿", en: "for losses", value: yuan(lossFen) },
    { zh: "押金", en: "deposit", value: yuan(depositFen) },
    { zh: "退还", en: "paid back", value: yuan(final.refundFen) },
    { zh: "补缴", en: "owed", value: yuan(final.owedFen) },
  ];
  return {
    value: { unitsOut: left, feeFen, ...(lateFeeFen === undefined ? {} : { lateFeeFen }), lossFen, depositFen, ...final },
    unit: "fen",
    steps,
    clauses,
  };
}

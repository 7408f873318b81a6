import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { printYuan } from "../money/printYuan.js";
import { type Rational, rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";
import { isCivilDate } from "../time/civilDate.js";
import type { CivilMonth } from "../time/civilMonth.js";
import type { CivilPeriod } from "../time/civilPeriod.js";
import type { Benefit, BenefitHolder } from "./benefit.js";
import { checkBenefit, checkHolder } from "./checkBenefit.js";
import { compileBenefit } from "./compileBenefit.js";
import { dayAfterKey, type MonthKey, monthOfKey, printMonthKey, toDayKey } from "./dayKey.js";
import { emptySums, sumMonths } from "./monthShares.js";
import { segmentsOf } from "./timeline.js";

/** A benefit that is paid month by month on what was known at the time. */
export interface ArrearsQuestion {
  readonly benefit: Benefit;
  /** Claims and facts, each with the day on which it was reported. */
  readonly holder: BenefitHolder;
  /** The days for which the benefit is due. */
  readonly period: CivilPeriod;
  /** Last pay run, `YYYY-MM`. */
  readonly payUntil: CivilMonth;
  /** Pay runs from the month of a report to the first that takes it into account: 1 for the month after. */
  readonly delayMonths: number;
  /** Most that may be withheld in a run, as a share of the run's regular payment, 0 to 1. */
  readonly recoveryShare: Rational;
  readonly clauses: readonly string[];
}

/** One pay run. */
export interface PayRun {
  readonly month: CivilMonth;
  /** Due for this month, as far as it is known, fen. */
  readonly regularFen: number;
  /** What reports since the last run change for earlier months, fen: arrears above 0, overpayment below. */
  readonly corrections: readonly { readonly month: CivilMonth; readonly fen: number }[];
  /** Fen paid out. */
  readonly paidFen: number;
  /** Overpayment still to be recovered after the run, fen. */
  readonly owedFen: number;
}

/** What was paid, and what remains. */
export interface Arrears {
  readonly runs: readonly PayRun[];
  /** Due for the period when every report is in: what is sure of it, fen. */
  readonly dueFen: number;
  readonly paidFen: number;
  /** Overpayment not yet recovered, fen. */
  readonly owedFen: number;
  /** Due, but reported too late for the last run, or for months after it, fen; negative where too much has been paid. */
  readonly toPayFen: number;
}

/** The holder as the office knew them when only reports up to a month were in. */
function knownBy(holder: BenefitHolder, month: MonthKey): BenefitHolder {
  const isIn = (reportedOn: string | undefined): boolean => reportedOn === undefined || monthOfKey(toDayKey(reportedOn)) <= month;
  const { died, deathReportedOn, ...rest } = holder;
  return {
    ...rest,
    ...(isIn(deathReportedOn) ? (died === undefined ? {} : { died }) : { died: null }),
    changes: holder.changes.filter(({ reportedOn }) => isIn(reportedOn)),
    claims: holder.claims.filter(({ reportedOn }) => isIn(reportedOn)),
  };
}

/**
 * Pays a benefit month by month on what has been reported, with arrears in full and overpayment withheld within the limit.
 *
 * When a report comes in changes when money is paid, never how much in total: once all are in, paid − owed = due. Of a
 * month that is not known what is sure is paid. A report without a date counts as in time.
 *
 * @returns each run, and what is due, paid, owed and still to pay, in fen
 * @throws EldercareError as `accrueBenefit`; OUT_OF_RANGE, PERIOD_REVERSED
 * Source: CL-2.2.3-d (动态调整机制; when arrears are paid and what may be withheld is left open, and given by the pack).
 * @example
 * const proration = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
 * const benefit = { id: "allowance", title: { zh: "津贴", en: "allowance" }, per: "month", form: "cash", rates: [{ from: "2026-01-01", amountFen: 10000, clauses: [] }], proration, paidThrough: "monthOfDeath" };
 * const holder = { id: "p-1", died: "2026-02-10", deathReportedOn: "2026-03-20", changes: [], claims: [{ benefit: "allowance", from: "2026-01-01" }] };
 * const question = { benefit, holder, period: { from: "2026-01-01", to: "2026-12-31" }, payUntil: "2026-06", delayMonths: 1, recoveryShare: rational(1n, 2n), clauses: [] };
 * const { runs, ...sums } = settleArrears(question).value;
 * sums //=> { dueFen: 20000, paidFen: 30000, owedFen: 10000, toPayFen: 0 }
 */
export function settleArrears(question: ArrearsQuestion): Counted<Arrears> {
  const { benefit, holder, period, payUntil, delayMonths, recoveryShare, clauses } = question;
  const check = new QuestionCheck();
  checkBenefit(check, "/benefit", benefit);
  checkHolder(check, "/holder", holder);
  check.period("/period", period);
  if (!isCivilDate(`${payUntil}-01`)) check.add(reportIssue("NOT_A_DATE", "/payUntil", { seen: payUntil }));
  else if (isCivilDate(period.from) && payUntil < period.from.slice(0, 7))
    check.add(reportIssue("PERIOD_REVERSED", "/payUntil", { seen: `${period.from} – ${payUntil}` }));
  check.whole("/delayMonths", delayMonths);
  check.rational("/recoveryShare", recoveryShare, { least: 0, most: 1 });
  check.done();

  const compiled = compileBenefit(benefit);
  const [from, until] = [toDayKey(period.from), dayAfterKey(toDayKey(period.to))];
  const firstMonth = monthOfKey(from);
  const months = monthOfKey(toDayKey(period.to)) - firstMonth + 1;
  const dueWhen = (known: BenefitHolder): number[] => {
    const sums = emptySums(months);
    sumMonths(compiled, segmentsOf(compiled, known, from, until), firstMonth, sums);
    return [...sums.leastFen];
  };

  const runs: PayRun[] = [];
  const steps: Step[] = [];
  let booked: number[] = [];
  let balance = 0;
  for (let month = firstMonth; month <= monthOfKey(toDayKey(`${payUntil}-01`)); month++) {
    const due = dueWhen(knownBy(holder, month - delayMonths));
    const earlier = Math.min(month - firstMonth, months);
    const corrections = due
      .slice(0, earlier)
      .map((fen, index) => ({ month: printMonthKey(firstMonth + index), fen: fen - (booked[index] ?? 0) }))
      .filter(({ fen }) => fen !== 0);
    const regularFen = due[month - firstMonth] ?? 0;
    const owing = balance + corrections.reduce((sum, { fen }) => sum + fen, 0);
    const limit = roundRational(rational(BigInt(regularFen) * recoveryShare.numerator, recoveryShare.denominator), "down");
    const settled = Math.max(owing, -limit);
    balance = owing - settled;
    booked = due;
    runs.push({ month: printMonthKey(month), regularFen, corrections, paidFen: regularFen + settled, owedFen: balance === 0 ? 0 : -balance });
    const sum = `${printYuan(regularFen)} ${settled < 0 ? "−" : "+"} ${printYuan(Math.abs(settled))}`;
    steps.push({
      zh: `${printMonthKey(month)}：当月 ${sum}（${settled < 0 ? "抵扣" : "补发"}）${balance === 0 ? "" : `，待抵扣 ${printYuan(-balance)}`}`,
      en: `${printMonthKey(month)}: ${sum} (${settled < 0 ? "withheld" : "arrears"})${balance === 0 ? "" : `, ${printYuan(-balance)} still owed`}`,
      value: `${printYuan(regularFen + settled)} 元`,
    });
  }
  const dueFen = dueWhen(holder).reduce((sum, fen) => sum + fen, 0);
  const paidFen = runs.reduce((sum, run) => sum + run.paidFen, 0);
  const owedFen = runs.at(-1)?.owedFen ?? 0;
  return { value: { runs, dueFen, paidFen, owedFen, toPayFen: dueFen - paidFen + owedFen }, unit: "fen", steps, clauses };
}

import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { printRational, rational } from "../money/rational.js";
import type { CivilMonth } from "../time/civilMonth.js";
import type { CivilPeriod } from "../time/civilPeriod.js";
import type { Benefit, BenefitHolder } from "./benefit.js";
import { checkBenefit, checkHolder } from "./checkBenefit.js";
import { type CompiledBenefit, compileBenefit } from "./compileBenefit.js";
import { dayAfterKey, dayKeyOf, type MonthKey, monthOfKey, printDayKey, printMonthKey, toDayKey } from "./dayKey.js";
import { type DaysWithin, daysOfSegment, emptySums, partsIn, partsOfMonth, sumMonths, totalOf } from "./monthShares.js";
import { printYuanBetween } from "./printYuanBetween.js";
import { type Segment, segmentsOf } from "./timeline.js";

/** One benefit of one person or household over a period. */
export interface AccrualQuestion {
  readonly benefit: Benefit;
  readonly holder: BenefitHolder;
  /** Days asked about, both included. */
  readonly period: CivilPeriod;
  readonly clauses: readonly string[];
}

/** What a month comes to. */
export interface AccruedMonth {
  readonly month: CivilMonth;
  /** Days of the month on which something is, or may be, due. */
  readonly days: number;
  /** Share of the month's rate that is, or may be, due: an exact fraction such as `10/31`; days for a daily rate. */
  readonly share: string;
  /** Exact fen before rounding, such as `300000/31`. */
  readonly leastExactFen: string;
  readonly mostExactFen: string;
  /** Whole fen; absent where what is not known leaves it open. */
  readonly amountFen?: number;
  readonly leastFen: number;
  readonly mostFen: number;
  /** The facts that leave the amount open. */
  readonly missing: readonly string[];
  readonly clauses: readonly string[];
}

/** What a benefit comes to over a period. */
export interface Accrual {
  readonly months: readonly AccruedMonth[];
  /** Whole fen; absent where what is not known leaves it open. */
  readonly amountFen?: number;
  readonly leastFen: number;
  readonly mostFen: number;
  readonly missing: readonly string[];
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const fraction = (numerator: number, denominator: number): string => printRational(rational(BigInt(numerator), BigInt(denominator)));
const known = (least: number, most: number): { readonly amountFen?: number } => (least === most ? { amountFen: least } : {});

/** The line of the sum for one segment in one month. */
function step(compiled: CompiledBenefit, segment: Segment, month: MonthKey, { first, after }: DaysWithin, parts: number): Step {
  const span = `${printDayKey(dayKeyOf(month, first))} – ${printDayKey(dayKeyOf(month, after - 1))}`;
  const whole = partsOfMonth(compiled, month);
  const { per, title } = compiled.benefit;
  const share = whole === 1 ? String(parts) : `${parts}/${whole}`;
  const rate = printYuanBetween(segment.leastFen, segment.mostFen);
  const open =
    segment.missing.length === 0 ? { zh: "", en: "" } : { zh: `，${segment.missing.join("、")} 未知`, en: `, ${segment.missing.join(", ")} unknown` };
  const unit = { month: { zh: "个月", en: "of the month" }, day: { zh: "天", en: "days" }, once: { zh: "次", en: "payment" } }[per];
  return {
    zh: `${span}：${title.zh} ${rate} × ${share} ${unit.zh}${open.zh}`,
    en: `${span}: ${title.en} ${rate.replace(" 元", " yuan")} × ${share} ${unit.en}${open.en}`,
    value: `${fraction(parts * segment.leastFen, whole)}${segment.leastFen === segment.mostFen ? "" : `–${fraction(parts * segment.mostFen, whole)}`} 分`,
  };
}

function explainMonth(compiled: CompiledBenefit, segments: readonly Segment[], month: MonthKey, steps: Step[]) {
  let days = 0;
  let parts = 0;
  const missing: string[] = [];
  const clauses: string[] = [];
  for (const segment of segments) {
    const within = daysOfSegment(segment, month);
    if (within === undefined) continue;
    const own = partsIn(compiled, month, within.first, within.after);
    days += within.after - within.first;
    parts += own;
    missing.push(...(own === 0 ? [] : segment.missing));
    clauses.push(...(own === 0 ? [] : (segment.rate?.rate.clauses ?? [])));
    if (own > 0) steps.push(step(compiled, segment, month, within, own));
  }
  return { days, share: fraction(parts, partsOfMonth(compiled, month)), missing: distinct(missing), clauses: distinct(clauses) };
}

/**
 * What a benefit comes to for one person or household over a period: changes of class, residence or setting, new rates, the
 * end of a claim and death counted by the conventions that the benefit declares.
 *
 * A day on which a deciding fact is unknown leaves its month open between two bounds, never at nothing. Before rounding, the
 * months of any split of a period add up to it exactly, under each convention. After rounding they do wherever months are
 * rounded and the split is at a month's border, and always under `fullMonth`, daily and one-off benefits; otherwise each
 * split moves the total by at most one fen. Under `halfMonth` and `fullMonth` a unit counts in the period that holds its
 * first day.
 *
 * @param question the benefit with its conventions, the holder's claims and dated facts, the period in days
 * @returns fen for each month and in total, rounded where the benefit says
 * @throws EldercareError RATES_OVERLAP, CONVENTION_LACKS, CONVENTION_IGNORES, FACT_CHANGED_TWICE, CLAIMS_OVERLAP and those of dates and shapes
 * Source: NY-3.3.4-a, NY-3.3.4-b (每人每月300元、200元标准); 民法典 art. 1259 (inclusive limits).
 * @example
 * const rate = (amountFen, ability, clause) => ({ from: "2021-10-13", amountFen, when: { ability: [ability] }, clauses: [clause] });
 * const fullMonth = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
 * const rates = [rate(30000, "disabled", "NY-3.3.4-a"), rate(20000, "semiDisabled", "NY-3.3.4-b")];
 * const benefit = { id: "purchase", title: { zh: "购买服务", en: "purchased service" }, per: "month", form: "service", rates, proration: fullMonth, paidThrough: "monthOfDeath" };
 * const changes = [{ fact: "ability", from: "2026-01-01", value: "disabled" }, { fact: "ability", from: "2026-11-01", value: "semiDisabled" }];
 * const holder = { id: "p-1", died: null, changes, claims: [{ benefit: "purchase", from: "2026-01-01" }] };
 * accrueBenefit({ benefit, holder, period: { from: "2026-01-01", to: "2026-12-31" }, clauses: ["NY-3.3.4-c"] }).value.amountFen //=> 340000
 */
export function accrueBenefit({ benefit, holder, period, clauses }: AccrualQuestion): Counted<Accrual> {
  const check = new QuestionCheck();
  checkBenefit(check, "/benefit", benefit);
  checkHolder(check, "/holder", holder);
  check.period("/period", period);
  check.done();
  const compiled = compileBenefit(benefit);
  const [from, until] = [toDayKey(period.from), dayAfterKey(toDayKey(period.to))];
  const firstMonth = monthOfKey(from);
  const segments = segmentsOf(compiled, holder, from, until);
  const sums = emptySums(monthOfKey(toDayKey(period.to)) - firstMonth + 1);
  sumMonths(compiled, segments, firstMonth, sums);

  const steps: Step[] = [];
  const open: string[] = [];
  const months = Array.from(sums.parts, (parts, index): AccruedMonth => {
    const [least = 0, most = 0] = [sums.leastFen[index], sums.mostFen[index]];
    const { missing, ...rest } = explainMonth(compiled, segments, firstMonth + index, steps);
    open.push(...missing);
    return {
      month: printMonthKey(firstMonth + index),
      ...rest,
      leastExactFen: fraction(sums.leastExact[index] ?? 0, parts),
      mostExactFen: fraction(sums.mostExact[index] ?? 0, parts),
      ...known(least, most),
      leastFen: least,
      mostFen: most,
      // rounded over the period, a month may also be open by a fen for what earlier months do not know
      missing: least === most ? [] : missing.length > 0 ? missing : distinct(open),
    };
  });
  const { least, most } = totalOf(compiled, sums);
  steps.push({ zh: "合计", en: "sum", value: printYuanBetween(least, most) });
  return {
    value: { months, ...known(least, most), leastFen: least, mostFen: most, missing: least === most ? [] : distinct(open) },
    unit: benefit.form === "service" ? "fen of service" : "fen",
    steps,
    clauses: distinct([...clauses, ...months.flatMap((month) => month.clauses)]),
  };
}

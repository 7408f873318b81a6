import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { reportMissing } from "../errors/missing.js";
import type { CivilMonth } from "../time/civilMonth.js";
import type { Benefit, BenefitHousehold } from "./benefit.js";
import { checkBenefit, checkHolder } from "./checkBenefit.js";
import { checkLinkages } from "./checkLinkages.js";
import { printMonthKey } from "./dayKey.js";
import { HouseholdBudget, type MonthOfBenefit } from "./householdBudget.js";
import type { BenefitCap, Linkage } from "./linkage.js";
import { printYuanBetween } from "./printYuanBetween.js";

/** A population with its claims, and the rules by which a year of them is paid. */
export interface BudgetQuestion {
  /** Each household once, in any order; read once, one after the other, so that a whole county needs no memory. */
  readonly households: Iterable<BenefitHousehold>;
  readonly benefits: readonly Benefit[];
  readonly linkages: readonly Linkage[];
  readonly caps?: readonly BenefitCap[];
  /** Year in which the money leaves, such as 2026. */
  readonly year: number;
  /** Months from the month for which a benefit is due to the month in which it is paid. */
  readonly payDelayMonths: number;
  readonly clauses: readonly string[];
}

/** What a benefit costs in one month of payment. */
export interface BudgetMonth {
  readonly month: CivilMonth;
  /** Whole fen; the two are equal where everything is known. */
  readonly leastFen: number;
  readonly mostFen: number;
  /** Holders who are paid for sure. */
  readonly paidHolders: number;
  /** Holders of whom it is not known whether, or how much, they are paid. */
  readonly openHolders: number;
}

/** What a benefit costs in a year. */
export interface BudgetLine {
  readonly benefit: string;
  readonly form: Benefit["form"];
  readonly months: readonly BudgetMonth[];
  readonly leastFen: number;
  readonly mostFen: number;
}

/** A year's cash flow. */
export interface Budget {
  readonly year: number;
  readonly households: number;
  readonly holders: number;
  /** One line for each benefit, in the order of their ids. */
  readonly lines: readonly BudgetLine[];
  /** All benefits; its bounds may be narrower than those of the lines together, for one may be paid instead of another. */
  readonly leastFen: number;
  readonly mostFen: number;
}

const monthsOfYear = 12;
const emptyMonths = (): MonthOfBenefit[] => Array.from({ length: monthsOfYear }, () => ({ leastFen: 0, mostFen: 0, paidHolders: 0, openHolders: 0 }));

function checkRules({ benefits, linkages, caps = [], year, payDelayMonths }: BudgetQuestion): void {
  const check = new QuestionCheck();
  for (const [index, benefit] of benefits.entries()) checkBenefit(check, `/benefits/${index}`, benefit);
  check.unique(
    (index) => `/benefits/${index}/id`,
    benefits.map(({ id }) => id),
  );
  for (const issue of checkLinkages(linkages, caps)) if (issue.severity === "error") check.add(issue);
  check.whole("/year", year, { least: 1, most: 9998 });
  check.whole("/payDelayMonths", payDelayMonths, { least: 0, most: monthsOfYear });
  check.done();
}

function checkHousehold(check: QuestionCheck, pointer: string, { holders }: BenefitHousehold, benefits: ReadonlySet<string>): void {
  for (let index = 0; index < holders.length; index++) {
    const holder = holders[index];
    if (holder === undefined) continue;
    checkHolder(check, `${pointer}/holders/${index}`, holder);
    for (let at = 0; at < index; at++)
      if (holders[at]?.id === holder.id) check.add(reportIssue("DUPLICATE_ID", `${pointer}/holders/${index}/id`, { seen: holder.id }));
    for (let at = 0; at < holder.claims.length; at++) {
      const { benefit = "" } = holder.claims[at] ?? {};
      if (!benefits.has(benefit)) check.add(reportMissing("benefit", `${pointer}/holders/${index}/claims/${at}/benefit`, benefit));
    }
  }
}

/**
 * A year's budget of benefits for a population: fen and persons for each benefit and month of payment, after linkages and caps.
 *
 * Each household is accrued and settled as `accrueBenefit` and `settleBenefits` do it, by the same functions. Benefits that
 * are rounded over a period, and yearly caps, count from January of the first month that is paid. For a what-if, ask again
 * with changed rates and give both answers to `compareBudgets`.
 *
 * @param question households (an array or a generator), benefits, linkages, caps, year, delay in months
 * @returns fen by benefit and month; bounds where facts are unknown, and how many holders that concerns
 * @throws EldercareError what is wrong with the rules, else everything that is wrong with the households; REFERENCE_NOT_FOUND;
 * OUT_OF_RANGE where a sum is more than a number holds exactly
 * Source: CL-2.2.4-a (列入财政预算); CL-2.2.3-f.
 * @example
 * const proration = { method: "fullMonth", begins: "sameUnit", ends: "paid", changes: "sameUnit", rateOn: "firstDay" };
 * const benefit = { id: "allowance", title: { zh: "津贴", en: "allowance" }, per: "month", form: "cash", rates: [{ from: "2020-01-01", amountFen: 10000, clauses: [] }], proration, paidThrough: "monthOfDeath" };
 * const holder = { id: "p-1", died: null, changes: [], claims: [{ benefit: "allowance", from: "2026-10-05" }] };
 * const { lines } = budgetYear({ households: [{ id: "h-1", holders: [holder] }], benefits: [benefit], linkages: [], year: 2026, payDelayMonths: 1, clauses: [] }).value;
 * lines[0].months.slice(9).map((month) => month.mostFen) //=> [0, 10000, 10000]
 */
export function budgetYear(question: BudgetQuestion): Counted<Budget> {
  checkRules(question);
  const { households, linkages, caps = [], year, payDelayMonths, clauses } = question;
  const benefits = [...question.benefits].sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Set(benefits.map(({ id }) => id));
  const january = year * monthsOfYear;
  const budget = new HouseholdBudget({ benefits, linkages, caps, firstMonth: january - payDelayMonths, lines: benefits.map(emptyMonths) });
  const check = new QuestionCheck();
  let count = 0;
  let holders = 0;
  for (const household of households) {
    checkHousehold(check, `/households/${count}`, household, known);
    count++;
    holders += household.holders.length;
    if (check.issues.length === 0) budget.add(household);
  }
  check.done();

  const lines = benefits.map(({ id, form }, index): BudgetLine => {
    const months = (budget.lines[index] ?? []).map((month, at): BudgetMonth => ({ month: printMonthKey(january + at), ...month }));
    const sum = (bound: "leastFen" | "mostFen"): number => months.reduce((total, month) => total + month[bound], 0);
    return { benefit: id, form, months, leastFen: sum("leastFen"), mostFen: sum("mostFen") };
  });
  for (const [index, { mostFen }] of lines.entries()) check.exact(`/benefits/${index}`, mostFen);
  check.exact("", budget.mostFen);
  check.done();
  const steps = lines.map(({ months, leastFen, mostFen }, index): Step => {
    const times = months.reduce((sum, month) => sum + month.paidHolders, 0);
    const { zh = "", en = "" } = benefits[index]?.title ?? {};
    return { zh: `${zh}：${times} 人次`, en: `${en}: ${times} payments`, value: printYuanBetween(leastFen, mostFen) };
  });
  steps.push({ zh: "合计", en: "sum", value: printYuanBetween(budget.leastFen, budget.mostFen) });
  return { value: { year, households: count, holders, lines, leastFen: budget.leastFen, mostFen: budget.mostFen }, unit: "fen", steps, clauses };
}

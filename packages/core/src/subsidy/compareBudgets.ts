import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { printYuan } from "../money/printYuan.js";
import type { CivilMonth } from "../time/civilMonth.js";
import type { Budget, BudgetLine } from "./budgetYear.js";

/** How much more one month or year costs; negative where it costs less. */
export interface BudgetDifference {
  /** Difference of the least sums, fen. */
  readonly leastFen: number;
  /** Difference of the most sums, fen. */
  readonly mostFen: number;
}

/** What a change of rates or rules costs, by benefit and month of payment. */
export interface BudgetComparison extends BudgetDifference {
  readonly lines: readonly (BudgetDifference & {
    readonly benefit: string;
    readonly months: readonly (BudgetDifference & { readonly month: CivilMonth })[];
  })[];
}

const minus = (after: BudgetDifference | undefined, before: BudgetDifference | undefined): BudgetDifference => ({
  leastFen: (after?.leastFen ?? 0) - (before?.leastFen ?? 0),
  mostFen: (after?.mostFen ?? 0) - (before?.mostFen ?? 0),
});

/**
 * What a change of rates or rules costs: the second budget less the first.
 *
 * @param before budget under the rules as they are
 * @param after budget of the same year and population under the changed rules
 * @returns fen by benefit and month of payment; a benefit that one of the two lacks counts as nothing there
 * @throws EldercareError OUT_OF_RANGE where the two are of different years
 * Source: CL-2.2.3-f (合理确定补贴范围和补贴标准).
 * @example
 * const budget = (mostFen) => ({ year: 2026, households: 1, holders: 1, lines: [], leastFen: mostFen, mostFen });
 * compareBudgets(budget(10000), budget(12000)).value.mostFen //=> 2000
 */
export function compareBudgets(before: Budget, after: Budget): Counted<BudgetComparison> {
  const check = new QuestionCheck();
  if (before.year !== after.year)
    check.add(reportIssue("OUT_OF_RANGE", "/after/year", { seen: after.year, values: { expected: String(before.year) } }));
  check.done();
  const benefits = [...new Set([...before.lines, ...after.lines].map(({ benefit }) => benefit))].sort();
  const lineOf = (budget: Budget, benefit: string): BudgetLine | undefined => budget.lines.find((line) => line.benefit === benefit);
  const lines = benefits.map((benefit) => {
    const [old, changed] = [lineOf(before, benefit), lineOf(after, benefit)];
    const months = (changed ?? old)?.months ?? [];
    return {
      benefit,
      ...minus(changed, old),
      months: months.map(({ month }, index) => ({ month, ...minus(changed?.months[index], old?.months[index]) })),
    };
  });
  const value = { ...minus(after, before), lines };
  const print = (fen: number): string => `${printYuan(fen)} 元`;
  const step = (zh: string, en: string, { leastFen, mostFen }: BudgetDifference) => ({
    zh,
    en,
    value: leastFen === mostFen ? print(leastFen) : `${print(leastFen)}（下限）、${print(mostFen)}（上限）`,
  });
  return { value, unit: "fen", steps: [...lines.map((line) => step(line.benefit, line.benefit, line)), step("合计", "sum", value)], clauses: [] };
}

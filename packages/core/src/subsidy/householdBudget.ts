import type { Benefit, BenefitHolder, BenefitHousehold } from "./benefit.js";
import { type CompiledBenefit, compileBenefit } from "./compileBenefit.js";
import { type DayKey, dayKeyOf, type MonthKey } from "./dayKey.js";
import type { BenefitCap, Linkage } from "./linkage.js";
import { type LinkageMatrix, linkageMatrix } from "./linkageMatrix.js";
import { emptySums, type MonthSums, sumMonths } from "./monthShares.js";
import { type Bounds, type Grant, planSettlement, runSettlement, type SettlementPlan, totalBounds, type UsedOf } from "./settlement.js";
import { segmentsOf } from "./timeline.js";

/** Sums of one benefit in one month of payment. */
export interface MonthOfBenefit {
  leastFen: number;
  mostFen: number;
  paidHolders: number;
  openHolders: number;
}

/** What a year's cash flow is added up by. */
export interface BudgetRules {
  /** In the order of their ids. */
  readonly benefits: readonly Benefit[];
  readonly linkages: readonly Linkage[];
  readonly caps: readonly BenefitCap[];
  /** The month for which the year's first payment is due. */
  readonly firstMonth: MonthKey;
  /** Twelve months for each benefit, to be added to. */
  readonly lines: readonly (readonly MonthOfBenefit[])[];
}

/** One benefit of one holder of the household at hand. */
interface Item {
  readonly benefit: number;
  readonly sums: MonthSums;
}

const yearMonths = 12;
const unused = { least: 0, most: 0 };

/**
 * Adds the payments of one household after another to a year's budget. Sums and plans of settlement are kept and used again,
 * for nothing but their amounts differs between households.
 */
export class HouseholdBudget {
  leastFen = 0;
  mostFen = 0;
  readonly lines: BudgetRules["lines"];
  readonly #compiled: readonly CompiledBenefit[];
  readonly #matrix: LinkageMatrix;
  readonly #plans = new Map<string, SettlementPlan>();
  readonly #pool: MonthSums[] = [];
  /** Month from which sums are counted, and how many months of them come before the year's first payment. */
  readonly #start: MonthKey;
  readonly #before: number;
  readonly #window: readonly [from: DayKey, until: DayKey];
  readonly #yearlyCaps: boolean;

  constructor({ benefits, linkages, caps, firstMonth, lines }: BudgetRules) {
    this.lines = lines;
    this.#compiled = benefits.map(compileBenefit);
    this.#matrix = linkageMatrix(linkages, caps);
    this.#yearlyCaps = caps.some(({ period }) => period === "year");
    const fromJanuary = this.#yearlyCaps || benefits.some(({ proration }) => proration?.roundedPer === "period");
    this.#before = fromJanuary ? firstMonth % yearMonths : 0;
    this.#start = firstMonth - this.#before;
    this.#window = [dayKeyOf(this.#start, 1), dayKeyOf(firstMonth + yearMonths, 1)];
  }

  add(household: BenefitHousehold): void {
    const { items, key } = this.#accrue(household);
    if (items.length === 0) return;
    this.#settle(items, this.#planOf(items, key));
  }

  /** The items of a household in the order of settlement: the household's own first, then persons by id, benefits by id. */
  #accrue({ id, holders }: BenefitHousehold): { items: Item[]; key: string } {
    const items: Item[] = [];
    let key = "";
    const nameOf = (holder: BenefitHolder): string => (holder.id === id ? "" : holder.id);
    const ordered = holders.length > 1 ? [...holders].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : holders;
    for (const [at, holder] of ordered.entries()) {
      for (let benefit = 0; benefit < this.#compiled.length; benefit++) {
        const compiled = this.#compiled[benefit];
        if (compiled === undefined || !holder.claims.some((claim) => claim.benefit === compiled.benefit.id)) continue;
        const segments = segmentsOf(compiled, holder, ...this.#window);
        if (segments.length === 0) continue;
        const sums = this.#sumsAt(items.length);
        sumMonths(compiled, segments, this.#start, sums);
        items.push({ benefit, sums });
        key += `${holder.id === id ? "" : at + 1}:${benefit} `;
      }
    }
    return { items, key };
  }

  #sumsAt(index: number): MonthSums {
    const sums = this.#pool[index] ?? emptySums(this.#before + yearMonths);
    this.#pool[index] = sums;
    return sums;
  }

  #planOf(items: readonly Item[], key: string): SettlementPlan {
    const found = this.#plans.get(key);
    if (found !== undefined) return found;
    const named = key
      .trim()
      .split(" ")
      .map((part, index) => ({ holder: part.slice(0, part.indexOf(":")), benefit: this.#compiled[items[index]?.benefit ?? 0]?.benefit.id ?? "" }));
    const plan = planSettlement(this.#matrix, named);
    this.#plans.set(key, plan);
    return plan;
  }

  #settle(items: readonly Item[], plan: SettlementPlan): void {
    const meets = plan.exclusions.length + plan.nodes.length + plan.caps.length > 0;
    const used = new Map<string, { least: number; most: number }>();
    const usedOf: UsedOf = (cap, holder) => (cap.period === "month" ? unused : (used.get(`${cap.id}\n${holder}`) ?? unused));
    let paid: Bounds = { least: [], most: [] };
    let total = unused;
    for (let month = 0; month < this.#before + yearMonths; month++) {
      if ((this.#start + month) % yearMonths === 0) used.clear();
      // most months are like the one before: settling only where amounts change takes half the time
      if (month === 0 || this.#yearlyCaps || !isLikeBefore(items, month)) {
        const due = { least: items.map(({ sums }) => sums.leastFen[month] ?? 0), most: items.map(({ sums }) => sums.mostFen[month] ?? 0) };
        const grants = items.map(({ sums }) => (sums.granted[month] ?? 0) as Grant);
        paid = meets ? runSettlement(plan, due, grants, usedOf) : due;
        total = totalBounds(this.#matrix, plan, due, grants, usedOf, paid);
      }
      if (this.#yearlyCaps) spend(plan, paid, used);
      if (month >= this.#before) this.#book(items, month - this.#before, paid, total);
    }
  }

  #book(items: readonly Item[], month: number, { least, most }: Bounds, total: { least: number; most: number }): void {
    for (let index = 0; index < items.length; index++) {
      const line = this.lines[items[index]?.benefit ?? 0]?.[month];
      const low = least[index] ?? 0;
      const high = most[index] ?? 0;
      if (line === undefined || high === 0) continue;
      line.leastFen += low;
      line.mostFen += high;
      if (low === high) line.paidHolders++;
      else line.openHolders++;
    }
    this.leastFen += total.least;
    this.mostFen += total.most;
  }
}

function isLikeBefore(items: readonly Item[], month: number): boolean {
  for (const { sums } of items)
    if (
      sums.granted[month] !== sums.granted[month - 1] ||
      sums.leastFen[month] !== sums.leastFen[month - 1] ||
      sums.mostFen[month] !== sums.mostFen[month - 1]
    )
      return false;
  return true;
}

function spend(plan: SettlementPlan, paid: Bounds, used: Map<string, { least: number; most: number }>): void {
  for (const { cap, holder, items } of plan.caps) {
    if (cap.period === "month") continue;
    const name = `${cap.id}\n${holder}`;
    const spent = used.get(name) ?? unused;
    const sum = (row: readonly number[]): number => items.reduce((total, item) => total + (row[item] ?? 0), 0);
    used.set(name, { least: spent.least + sum(paid.least), most: Math.min(cap.capFen, spent.most + sum(paid.most)) });
  }
}

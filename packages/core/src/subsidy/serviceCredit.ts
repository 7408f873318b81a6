import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { printYuan } from "../money/printYuan.js";
import { rational } from "../money/rational.js";
import { type Rounding, roundRational } from "../money/rounding.js";
import { type CivilMonth, isCivilMonth } from "../time/civilMonth.js";

/** Amounts granted as services instead of money. */
export interface ServiceCreditQuestion {
  /** What is granted for each month, fen, in order. */
  readonly months: readonly { readonly month: CivilMonth; readonly amountFen: number }[];
  /** Price of one service, fen, above 0. */
  readonly fenPerService: number;
  /** How credit becomes whole services: `down` keeps the remainder, `up` advances it. */
  readonly rounding: Rounding;
  /** Credit left from before, fen. */
  readonly carriedFen: number;
  readonly clauses: readonly string[];
}

/** Services of one month, and the credit carried on. */
export interface ServiceCreditMonth {
  readonly month: CivilMonth;
  readonly services: number;
  /** Credit carried into the next month, fen; negative where a service was advanced. */
  readonly carriedFen: number;
}

/** Services of all months, and the credit left. */
export interface ServiceCredit {
  readonly services: number;
  readonly carriedFen: number;
  readonly months: readonly ServiceCreditMonth[];
}

/**
 * How many whole services a benefit in kind buys each month; what is left of a month is carried into the next, so that
 * services × price + what is left is always what was granted.
 *
 * @returns services, and credit in fen
 * @throws EldercareError OUT_OF_RANGE, NOT_A_WHOLE_NUMBER, NOT_A_DATE, DUPLICATE_ID
 * Source: NY-3.3.4-c (采取政府购买服务的方式), NY-3.6-a (代金券、消费卡).
 * @example
 * const months = [{ month: "2026-01", amountFen: 30000 }, { month: "2026-02", amountFen: 30000 }];
 * serviceCredit({ months, fenPerService: 8000, rounding: "down", carriedFen: 0, clauses: [] }).value.months.map((month) => [month.services, month.carriedFen]) //=> [[3, 6000], [4, 4000]]
 */
export function serviceCredit({ months, fenPerService, rounding, carriedFen, clauses }: ServiceCreditQuestion): Counted<ServiceCredit> {
  const check = new QuestionCheck();
  for (const [index, { month, amountFen }] of months.entries()) {
    if (!isCivilMonth(month)) check.add(reportIssue("NOT_A_DATE", `/months/${index}/month`, { seen: month }));
    check.whole(`/months/${index}/amountFen`, amountFen);
  }
  check.unique(
    (index) => `/months/${index}/month`,
    months.map(({ month }) => month),
  );
  check.whole("/fenPerService", fenPerService, { least: 1 });
  check.whole("/carriedFen", carriedFen, {});
  check.done();
  let carried = carriedFen;
  const counted = months.map(({ month, amountFen }) => {
    const credit = carried + amountFen;
    const services = Math.max(0, roundRational(rational(BigInt(credit), BigInt(fenPerService)), rounding));
    const before = carried;
    carried = credit - services * fenPerService;
    const sum = `(${printYuan(before)} + ${printYuan(amountFen)}) ÷ ${printYuan(fenPerService)}`;
    return {
      month: { month, services, carriedFen: carried },
      step: {
        zh: `${month}：${sum}，结转 ${printYuan(carried)} 元`,
        en: `${month}: ${sum}, ${printYuan(carried)} yuan carried`,
        value: String(services),
      },
    };
  });
  return {
    value: { services: counted.reduce((sum, { month }) => sum + month.services, 0), carriedFen: carried, months: counted.map(({ month }) => month) },
    unit: "service",
    steps: counted.map(({ step }) => step),
    clauses,
  };
}

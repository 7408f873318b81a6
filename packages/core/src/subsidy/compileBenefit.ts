import type { Benefit, BenefitRate } from "./benefit.js";
import { type DayKey, dayAfterKey, dayKeyOf, dayOfKey, monthOfKey, toDayKey } from "./dayKey.js";

/** A rate with the days on which it counts; `until` is the day after its last. */
export interface RateSpan {
  readonly rate: BenefitRate;
  readonly from: DayKey;
  readonly until: DayKey;
  readonly when: readonly (readonly [fact: string, values: readonly string[]])[];
}

/** A benefit made ready to be counted for many holders. */
export interface CompiledBenefit {
  readonly benefit: Benefit;
  readonly rates: readonly RateSpan[];
  /** The facts that decide the rate. */
  readonly facts: readonly string[];
  /** 31 where a month is one unit, the last day of the first half where it has two, 0 where days are counted. */
  readonly splitDay: number;
}

/** Beyond every date. */
export const endOfTime: DayKey = dayKeyOf(12 * 10_000, 1);

/** The first day of the unit in which a day lies. */
export const unitStart = (splitDay: number, key: DayKey): DayKey =>
  dayKeyOf(monthOfKey(key), splitDay > 0 && dayOfKey(key) > splitDay ? splitDay + 1 : 1);

/** The first day of the unit after. */
export const unitAfter = (splitDay: number, key: DayKey): DayKey =>
  dayOfKey(key) > splitDay || splitDay === 31 ? dayKeyOf(monthOfKey(key) + 1, 1) : dayKeyOf(monthOfKey(key), splitDay + 1);

function rateFrom({ proration }: Benefit, splitDay: number, key: DayKey): DayKey {
  if (splitDay === 0) return key;
  const start = unitStart(splitDay, key);
  return proration?.rateOn === "lastDay" || start === key ? start : unitAfter(splitDay, key);
}

/** Makes a checked benefit ready to be counted: dates as numbers, rates moved to the units that they rule. */
export function compileBenefit(benefit: Benefit): CompiledBenefit {
  const method = benefit.per === "month" ? benefit.proration?.method : undefined;
  const splitDay = method === "fullMonth" ? 31 : method === "halfMonth" ? (benefit.proration?.splitDay ?? 0) : 0;
  const rates = benefit.rates.map((rate) => ({
    rate,
    from: rateFrom(benefit, splitDay, toDayKey(rate.from)),
    until: rate.to === undefined ? endOfTime : rateFrom(benefit, splitDay, dayAfterKey(toDayKey(rate.to))),
    when: Object.entries(rate.when ?? {}),
  }));
  return { benefit, rates, facts: [...new Set(rates.flatMap(({ when }) => when.map(([fact]) => fact)))].sort(), splitDay };
}

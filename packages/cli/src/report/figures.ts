import { type CivilDate, type Wording, weekdayOf } from "@eldercare/core";

/**
 * A number with thousands separated.
 *
 * @param decimals digits after the point at most, 0 to 3
 * @example
 * printCount(12345.67, 1) //=> "12,345.7"
 */
export function printCount(value: number, decimals = 0): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: decimals });
}

/**
 * An amount of fen in yuan.
 *
 * @example
 * printYuan(123456700) //=> "1,234,567.00"
 */
export function printYuan(amountFen: number): string {
  return (amountFen / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A share in percent; the smallest share that is not nothing prints as `<0.1%`. */
export function printShare(part: number, whole: number): string {
  if (whole === 0) return "—";
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 0.1 ? "<0.1%" : `${percent.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
}

const weekdays: readonly Wording[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];

/** A day with its weekday: `11月23日 周一`, `Mon 2026-11-23`. */
export function printDay(date: CivilDate): Wording {
  const weekday = weekdays[weekdayOf(date) - 1] ?? { zh: "", en: "" };
  return { zh: `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${weekday.zh}`, en: `${weekday.en} ${date}` };
}

/** A date as it is written out: `2026年11月21日`, `2026-11-21`. */
export function printDate(date: CivilDate): Wording {
  return { zh: `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`, en: date };
}

/**
 * Seconds since midnight of a time of day.
 *
 * @param clock `HH:MM` or `HH:MM:SS`
 * @throws RangeError where the text is no time of day
 * @example
 * secondsOfDay("08:30:15") //=> 30615
 */
export function secondsOfDay(clock: string): number {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  if (match === null) throw new RangeError(`not a time of day: ${clock}`);
  const [, hours, minutes, seconds = "0"] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

import { type CivilDate, EldercareError, type Issue, isCivilDate } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { readDate } from "../table/readDate.js";

const mostSeed = 2 ** 32 - 1;
const mostIterations = 1e9;
const mostSeconds = 86_400;
// beyond these no register of living people can be meant, and a year mistyped is likely
const firstYear = "1900";
const lastYear = "2200";

/** The search that the options ask for: by time or by iterations. */
export type SearchBudget = { readonly seconds: number; readonly iterations?: never } | { readonly iterations: number; readonly seconds?: never };

/** Reads the options of a command, and collects what is wrong with any of them. */
export class OptionReading {
  private readonly issues: Issue[] = [];

  refuse(option: string, seen: string, zh: string, en: string): void {
    this.issues.push(reportCliIssue("OPTION_INVALID", `/${option.slice(2)}`, { seen, values: { option, "expected.zh": zh, "expected.en": en } }));
  }

  /** A whole number from `least` to `most`; `unit` names what is counted, in Chinese. */
  whole(option: string, text: string, least: number, most: number, unit: string): number {
    const value = Number(text);
    if (/^-?\d+$/.test(text.trim()) && value >= least && value <= most) return value;
    this.refuse(option, text, `${least} 到 ${most} 的整数（${unit}）`, `a whole number from ${least} to ${most}`);
    return least;
  }

  seed(text: string): number {
    return this.whole("--seed", text, 0, mostSeed, "随机种子");
  }

  budget(written: { readonly seconds?: string; readonly iterations?: string }, defaultSeconds: number): SearchBudget {
    const { seconds: time, iterations: count } = written;
    if (time !== undefined && count !== undefined)
      this.issues.push(reportCliIssue("OPTIONS_CONFLICT", "/seconds", { values: { first: "--iterations", second: "--seconds" } }));
    const seconds = time === undefined ? defaultSeconds : Number(time);
    if (!(seconds > 0 && seconds <= mostSeconds))
      this.refuse("--seconds", time ?? "", `大于 0、不超过 ${mostSeconds} 的数（秒）`, `a number above 0, at most ${mostSeconds}`);
    return count === undefined ? { seconds } : { iterations: this.whole("--iterations", count, 1, mostIterations, "次") };
  }

  /** A date, written in any of the ways that tables allow: 2026-11-21, 2026年11月21日, 2026/11/21, 20261121. */
  date(option: string, text: string): CivilDate {
    const date = readDate(text.trim());
    if (!isCivilDate(date) || date.slice(0, 4) < firstYear || date.slice(0, 4) > lastYear)
      this.refuse(
        option,
        text,
        `${firstYear} 至 ${lastYear} 年间存在的日期，如 2026-11-21`,
        `a date that exists, from ${firstYear} to ${lastYear}, such as 2026-11-21`,
      );
    return date;
  }

  /**
   * Ends the reading.
   *
   * @throws EldercareError OPTION_INVALID, OPTIONS_CONFLICT: every wrong option at once
   */
  requireSound(): void {
    if (this.issues.length > 0) throw new EldercareError(this.issues);
  }
}

import { addDays, type CivilDate, EldercareError, type Issue, isCivilDate, weekdayOf } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";

/** What a run for a county is asked to do. */
export interface CountyRequest {
  /** Folder with the areas (`*-towns.csv`, `*-villages.csv`) and `catalogue.json`. */
  readonly data: string;
  /** Size of the synthetic register; unused where a register is given. */
  readonly people: number;
  readonly seed: number;
  readonly on: CivilDate;
  /** Search time in seconds for all teams together; absent where iterations are given. */
  readonly seconds?: number;
  /** Search iterations for each team: repeatable on every machine. */
  readonly iterations?: number;
  /** Folder with the caller's own register. */
  readonly register?: string;
  /** File with the caller's own pack, in place of the built-in one. */
  readonly pack?: string;
  /** Files with values for open parameters, in place of the built-in examples. */
  readonly overlays: readonly string[];
  readonly skipBadRows: boolean;
  readonly out: string;
}

/** The command line's options, as written. */
export interface WrittenOptions {
  readonly data: string;
  readonly people: string;
  readonly seed: string;
  readonly on: string;
  readonly seconds?: string;
  readonly iterations?: string;
  readonly register?: string;
  readonly pack?: string;
  readonly overlay?: readonly string[];
  readonly skipBadRows?: boolean;
  readonly out: string;
}

const mostPeople = 100_000;
const defaultSeconds = 20;

const whole = (text: string, least: number, most: number): number | undefined => {
  const value = Number(text);
  return /^-?\d+$/.test(text.trim()) && value >= least && value <= most ? value : undefined;
};

/**
 * Reads the options of a run.
 *
 * @throws EldercareError OPTION_INVALID, OPTIONS_CONFLICT: every wrong option at once
 */
export function readRequest(written: WrittenOptions): CountyRequest {
  const issues: Issue[] = [];
  const refuse = (option: string, seen: string, zh: string, en: string): void => {
    issues.push(reportCliIssue("OPTION_INVALID", `/${option.slice(2)}`, { seen, values: { option, "expected.zh": zh, "expected.en": en } }));
  };
  const number = (option: string, text: string, least: number, most: number, unit: string): number => {
    const value = whole(text, least, most);
    if (value === undefined) refuse(option, text, `${least} 到 ${most} 的整数（${unit}）`, `a whole number from ${least} to ${most}`);
    return value ?? least;
  };
  const people = number("--people", written.people, 1, mostPeople, "人");
  const seed = number("--seed", written.seed, 0, 2 ** 32 - 1, "随机种子");
  const iterations = written.iterations === undefined ? undefined : number("--iterations", written.iterations, 1, 1e9, "次");
  const seconds = written.seconds === undefined ? defaultSeconds : Number(written.seconds);
  if (!(seconds > 0 && seconds <= 86_400))
    refuse("--seconds", written.seconds ?? "", "大于 0、不超过 86400 的数（秒）", "a number above 0, at most 86400");
  if (!isCivilDate(written.on)) refuse("--on", written.on, "存在的日期，如 2026-11-21", "a date that exists, such as 2026-11-21");
  const conflict = (first: string, second: string): void => {
    issues.push(reportCliIssue("OPTIONS_CONFLICT", `/${second.slice(2)}`, { values: { first, second } }));
  };
  if (written.iterations !== undefined && written.seconds !== undefined) conflict("--iterations", "--seconds");
  if (written.skipBadRows === true && written.register === undefined)
    refuse("--skip-bad-rows", "true", "与 --register 一起使用", "it together with --register");
  if (issues.length > 0) throw new EldercareError(issues);
  return {
    data: written.data,
    people,
    seed,
    on: written.on,
    ...(iterations === undefined ? { seconds } : { iterations }),
    ...(written.register === undefined ? {} : { register: written.register }),
    ...(written.pack === undefined ? {} : { pack: written.pack }),
    overlays: written.overlay ?? [],
    skipBadRows: written.skipBadRows === true,
    out: written.out,
  };
}

/** The week to be planned: Monday to Sunday after the date asked. */
export function weekAfter(on: CivilDate): { from: CivilDate; to: CivilDate } {
  const from = addDays(on, 8 - weekdayOf(on));
  return { from, to: addDays(from, 6) };
}

import { type FieldType, printRational, printYuan, type Rational, type Wording } from "@eldercare/core";
import { toRational, type Value } from "../logic/value.js";
import { choiceTitle } from "./words/choiceWords.js";
import { type UnitWord, unitWords } from "./words/unitWords.js";

/** Finds the name of an area; undefined where nobody has named it. */
export type AreaName = (code: string) => string | undefined;

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/**
 * A civil date in words.
 *
 * @example
 * wordDate("2026-11-02") //=> { zh: "2026年11月2日", en: "2 November 2026" }
 */
export function wordDate(date: string): Wording {
  const [year = "", month = "", day = ""] = date.split("-");
  return { zh: `${Number(year)}年${Number(month)}月${Number(day)}日`, en: `${Number(day)} ${months[Number(month) - 1]} ${Number(year)}` };
}

/**
 * The last day of a deadline as documents write it: the end of a year or of a month by its name.
 *
 * @example
 * wordDeadline("2025-12-31") //=> { zh: "2025年底", en: "the end of 2025" }
 */
export function wordDeadline(date: string): Wording {
  const [year = "", month = "", day = ""] = date.split("-");
  if (month === "12" && day === "31") return { zh: `${Number(year)}年底`, en: `the end of ${Number(year)}` };
  if (Number(day) === new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
    return { zh: `${Number(year)}年${Number(month)}月底`, en: `the end of ${months[Number(month) - 1]} ${Number(year)}` };
  return wordDate(date);
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const largeUnits = [
  { yuan: 100_000_000, zh: "亿元" },
  { yuan: 10_000, zh: "万元" },
] as const;

/** An amount in yuan, without decimals where there are none; in Chinese whole 万 and 亿 as such. */
export function wordYuan(fen: number): Wording {
  const [whole = "", part = "00"] = printYuan(fen).split(".");
  const text = `${grouped(whole)}${part === "00" ? "" : `.${part}`}`;
  const large = fen === 0 ? undefined : largeUnits.find(({ yuan }) => fen % (yuan * 100) === 0);
  return { zh: large === undefined ? `${text}元` : `${grouped(String(fen / 100 / large.yuan))}${large.zh}`, en: `${text} yuan` };
}

function wordAmount(fen: Rational): Wording {
  if (fen.denominator === 1n) return wordYuan(Number(fen.numerator));
  const { text } = decimal({ numerator: fen.numerator, denominator: fen.denominator * 100n }, 4);
  return { zh: `${text}元`, en: `${text} yuan` };
}

/** A fraction with at most so many decimals, and whether that is all of it. */
function decimal(value: Rational, decimals: number): { readonly text: string; readonly exact: boolean } {
  const scale = 10n ** BigInt(decimals);
  const [numerator, denominator] = [value.numerator * scale * 2n, value.denominator * 2n];
  const rounded = (numerator + (numerator < 0n ? -value.denominator : value.denominator)) / denominator;
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, "0");
  const [whole, part] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals).replace(/0+$/, "")];
  const sign = rounded < 0n ? "−" : "";
  return { text: `${sign}${grouped(whole)}${part === "" ? "" : `.${part}`}`, exact: rounded * value.denominator === value.numerator * scale };
}

/** A share of a whole as a percentage. */
export function wordShare(value: Rational): Wording {
  const { text, exact } = decimal({ numerator: value.numerator * 100n, denominator: value.denominator }, 1);
  return exact ? { zh: `${text}%`, en: `${text}%` } : { zh: `约${text}%`, en: `about ${text}%` };
}

const singular = (plural: string): string => plural.replace(/^(\w+)ies\b/, "$1y").replace(/^(\w+?)s\b/, "$1");

/** The word for a unit; a unit that nobody has words for is shown as the pack writes it. */
export function unitWord(unit: string | undefined): UnitWord | undefined {
  if (unit === undefined || unit === "share" || unit.startsWith("fen")) return undefined;
  return (Object.hasOwn(unitWords, unit) ? unitWords[unit] : undefined) ?? { zh: "", en: unit };
}

/** Whether a number that has no unit is a count by its name: 已完成项数, but not a score or a level. */
export const countsByTitle = ({ zh }: Wording): boolean => /(?<![分指])数$/.test(zh.replace(/（[^）]*）$/, ""));

function wordNumber(exact: Rational, unit: string | undefined): Wording {
  if (unit === "share") return wordShare(exact);
  const word = unitWord(unit);
  const { text } = exact.denominator === 1n ? { text: grouped(printRational(exact)) } : decimal(exact, 2);
  if (word?.en.startsWith("times ") === true && (text === "1" || text === "2"))
    return { zh: `${text}${word.zh}`, en: `${text === "1" ? "once" : "twice"}${word.en.slice("times".length)}` };
  const english = word === undefined || word.en === "" ? "" : ` ${text === "1" ? singular(word.en) : word.en}`;
  return { zh: `${text}${word?.zh ?? ""}`, en: `${text}${english}` };
}

/** Whole numbers, which most are, need no reading of their decimals. */
const exactOf = (value: Value): Rational | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) ? { numerator: BigInt(value), denominator: 1n } : toRational(value);

/** What a choice is called. */
export type ChoiceName = (choice: string) => Wording;

/** A value as a reader writes it: money in yuan, shares in per cent, dates and choices in words, areas by their names. */
export function wordValue(
  value: Value,
  type: FieldType,
  unit: string | undefined,
  areaName: AreaName,
  choiceName: ChoiceName = choiceTitle,
): Wording {
  if (value === undefined) return { zh: "不明", en: "not known" };
  if (value === null) return { zh: "无", en: "none" };
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (Array.isArray(value)) return wordList(value, type, areaName, choiceName);
  const exact = exactOf(value);
  if (exact !== undefined) {
    if ((type.kind === "number" && type.fen === true) || unit?.startsWith("fen") === true) return wordAmount(exact);
    return wordNumber(exact, unit ?? (type.kind === "number" && !type.integer && exact.denominator !== 1n ? "share" : undefined));
  }
  const text = String(value);
  if (type.kind === "date") return wordDate(text);
  if (type.kind === "area") return wordArea(text, areaName);
  return choiceName(text);
}

function wordList(values: readonly unknown[], type: FieldType, areaName: AreaName, choiceName: ChoiceName): Wording {
  if (values.length === 0) return { zh: "无", en: "none" };
  const of: FieldType = type.kind === "list" ? type.of : { kind: "text" };
  if (of.kind === "record") return { zh: `${values.length}项`, en: `${values.length} entries` };
  const words = values.map((each) => wordValue(each as Value, of, undefined, areaName, choiceName));
  return { zh: words.map((word) => word.zh).join("、"), en: words.map((word) => word.en).join(", ") };
}

/** An area by its name, or by its code where nobody has named it. */
export function wordArea(code: string, areaName: AreaName): Wording {
  const name = areaName(code);
  return name === undefined ? { zh: `区划代码${code}的区域`, en: `the area with the code ${code}` } : { zh: name, en: name };
}

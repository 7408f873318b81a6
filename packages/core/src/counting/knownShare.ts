import { printDecimal } from "../money/printDecimal.js";
import { compareRational, printRational, type Rational, rational } from "../money/rational.js";
import type { Interval } from "./comparison.js";
import type { Step } from "./result.js";
import { printBounds } from "./wholeBounds.js";

/** Of how many something holds: of whom for sure, of whom not, and of whom it is not known. */
export interface KnownShare {
  /** The share that can be at least and at most; absent where there is nobody to count. */
  readonly share?: Interval;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * The share of those of whom something holds, with bounds where it is not known of all: unknown counts neither as yes nor as no.
 *
 * @param answers id and answer; undefined where unknown
 * @returns the share exactly, and the three groups in the order of their ids
 * @example
 * const { share, unknown } = knownShare([["a", true], ["b", false], ["c", undefined], ["d", true]]);
 * share //=> { least: { numerator: 1n, denominator: 2n }, most: { numerator: 3n, denominator: 4n } }
 * unknown //=> ["c"]
 */
export function knownShare(answers: readonly (readonly [id: string, answer: boolean | undefined])[]): KnownShare {
  const withAnswer = (wanted: boolean | undefined): string[] => answers.flatMap(([id, answer]) => (answer === wanted ? [id] : [])).sort();
  const groups = { yes: withAnswer(true), no: withAnswer(false), unknown: withAnswer(undefined) };
  const part = (count: number): Rational => rational(BigInt(count), BigInt(answers.length));
  if (answers.length === 0) return groups;
  return { share: { least: part(groups.yes.length), most: part(groups.yes.length + groups.unknown.length) }, ...groups };
}

/**
 * A share as a percentage, cut off after so many decimals: what is short of 100 % never prints as 100.
 *
 * @param decimals digits after the point
 * @example
 * printPercent({ numerator: 59n, denominator: 60n }, 1) //=> "98.3%"
 */
export function printPercent({ numerator, denominator }: Rational, decimals = 1): string {
  const cut = (numerator * 100n * 10n ** BigInt(decimals)) / denominator;
  const digits = String(cut).padStart(decimals + 1, "0");
  return decimals === 0 ? `${digits}%` : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

/**
 * A share that is asked for, nothing cut off: a percentage where its decimals end, else the fraction.
 *
 * @example
 * printShare({ numerator: 11n, denominator: 20n }) //=> "55%"
 * printShare({ numerator: 2n, denominator: 3n }) //=> "2/3"
 */
export function printShare(share: Rational): string {
  const percent = printDecimal(rational(share.numerator * 100n, share.denominator));
  return percent.includes("/") ? printRational(share) : `${percent}%`;
}

/**
 * The step that shows how a share came about.
 *
 * @param zh what is counted, in Chinese
 * @param en the same in English
 * @example
 * shareStep("已培训", "trained", knownShare([["a", true], ["b", undefined]])) //=> { zh: "已培训 1–2 ÷ 2", en: "trained 1–2 ÷ 2", value: "50.0%–100.0%" }
 */
export function shareStep(zh: string, en: string, { share, yes, no, unknown }: KnownShare): Step {
  const all = yes.length + no.length + unknown.length;
  const counted = printBounds({ least: yes.length, most: yes.length + unknown.length });
  const percent = (bounds: Interval): string =>
    compareRational(bounds.least, bounds.most) === 0 ? printPercent(bounds.least) : `${printPercent(bounds.least)}–${printPercent(bounds.most)}`;
  return { zh: `${zh} ${counted} ÷ ${all}`, en: `${en} ${counted} ÷ ${all}`, value: share === undefined ? "?" : percent(share) };
}

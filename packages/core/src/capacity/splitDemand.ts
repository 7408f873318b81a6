import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import type { Wording } from "../errors/issue.js";
import { addRational, compareRational, printRational, type Rational, rational } from "../money/rational.js";
import { reportCapacityIssue } from "./codes.js";
import { type PlaceGap, placeGap } from "./placeGap.js";

/** A setting of care with its share of the older population: 居家 90 %. */
export interface CareSetting {
  readonly id: string;
  readonly title: Wording;
  /** Exact, from 0 to 1; the shares of all settings add up to 1. */
  readonly share: Rational;
  /** Places there are in the setting; absent where unknown or where it has none to count, as at home. */
  readonly places?: number;
}

/** An older population and the settings it is planned for. */
export interface SplitQuestion {
  /** Persons, whole, at least 0. */
  readonly olderPersons: number;
  readonly settings: readonly CareSetting[];
  readonly clauses: readonly string[];
}

/** Persons planned for one setting, and how its places compare. */
export interface SettingDemand extends PlaceGap {
  readonly id: string;
  readonly persons: number;
}

/** Whole persons for exact parts: the largest remainders are rounded up, the earlier of equal ones first. */
function wholeParts(parts: readonly Rational[]): number[] {
  const floors = parts.map(({ numerator, denominator }) => numerator / denominator);
  const remainders = parts.map(({ numerator, denominator }) => rational(numerator % denominator, denominator));
  const total = parts.reduce(addRational, rational(0n, 1n)).numerator;
  const left = Number(total - floors.reduce((sum, floor) => sum + floor, 0n));
  const first = remainders.map((_, index) => index).sort((a, b) => compareRational(remainders[b] ?? zero, remainders[a] ?? zero) || a - b);
  const raised = new Set(first.slice(0, left));
  return floors.map((floor, index) => Number(floor) + (raised.has(index) ? 1 : 0));
}

const zero = rational(0n, 1n);

/**
 * Splits an older population over the settings of care (9073: 90 % at home, 7 % in the community, 3 % in institutions)
 * without losing anybody to rounding, and compares with the places there are.
 *
 * @returns persons for each setting, adding up to the population, and where its places are known how many are short or spare
 * @throws EldercareError `SHARES_NOT_WHOLE`, `DUPLICATE_ID`, `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`
 * @example
 * const settings = [
 *   { id: "home", title: { zh: "居家养老", en: "at home" }, share: rational(97n, 100n) },
 *   { id: "institution", title: { zh: "机构养老", en: "in institutions" }, share: rational(3n, 100n), places: 2600 },
 * ];
 * splitDemand({ olderPersons: 100000, settings, clauses: ["NY-1-a"] }).value[1] //=> { id: "institution", persons: 3000, short: { least: 400, most: 400 }, spare: { least: 0, most: 0 } }
 * Source: NY-1-a.
 */
export function splitDemand({ olderPersons, settings, clauses }: SplitQuestion): Counted<readonly SettingDemand[]> {
  const check = new QuestionCheck();
  check.whole("/olderPersons", olderPersons);
  check.unique(
    (index) => `/settings/${index}/id`,
    settings.map(({ id }) => id),
  );
  for (const [index, { share, places }] of settings.entries()) {
    check.rational(`/settings/${index}/share`, share, { least: 0, most: 1 });
    if (places !== undefined) check.whole(`/settings/${index}/places`, places);
  }
  check.done();
  const total = settings.map(({ share }) => share).reduce(addRational, zero);
  if (total.numerator !== total.denominator) check.add(reportCapacityIssue("SHARES_NOT_WHOLE", "/settings", { seen: printRational(total) }));
  check.done();
  const persons = wholeParts(settings.map(({ share }) => rational(BigInt(olderPersons) * share.numerator, share.denominator)));
  const value = settings.map(({ id, places }, index): SettingDemand => {
    const count = persons[index] ?? 0;
    return { id, persons: count, ...(places === undefined ? {} : placeGap({ demand: { least: count, most: count }, places, clauses }).value) };
  });
  const steps = settings.flatMap(({ title, share, places }, index): Step[] => {
    const { persons: count, short } = value[index] ?? { persons: 0 };
    return [
      {
        zh: `${title.zh}：${olderPersons} × ${printRational(share)}`,
        en: `${title.en}: ${olderPersons} × ${printRational(share)}`,
        value: String(count),
      },
      ...(short === undefined
        ? []
        : [{ zh: `${title.zh}：${count} − 现有 ${places}，缺口`, en: `${title.en}: ${count} − ${places} there, short`, value: printBounds(short) }]),
    ];
  });
  return { value, unit: "person", steps, clauses };
}

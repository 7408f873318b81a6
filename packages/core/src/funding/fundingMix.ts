import { type Interval, printInterval } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Wording } from "../errors/issue.js";
import { type Rational, rational } from "../money/rational.js";
import { boundsOfFen, checkFenBounds, type FenBounds, toFenBounds } from "../subsidy/fenBounds.js";
import { printYuanBetween } from "../subsidy/printYuanBetween.js";
import { reportFundingIssue } from "./codes.js";

/** Money from one source: central, province, city, county, lottery fund, collective, donations, fees … */
export interface FundingSource {
  readonly id: string;
  readonly title: Wording;
  /** Fen; absent where it is not known. */
  readonly amountFen?: number | FenBounds;
}

/** The sources of a project or a service, all of them: one that is not listed gives nothing. */
export interface FundingMixQuestion {
  readonly sources: readonly FundingSource[];
  /** All sources together, where it is known on its own, fen. */
  readonly totalFen?: number;
  /** Sources that the policy wants combined. */
  readonly expected: readonly string[];
  readonly clauses: readonly string[];
}

/** One source's part in the whole. */
export interface FundingShare {
  readonly source: string;
  readonly fen: FenBounds;
  /** Part of the whole, from 0 to 1, exact; absent where the whole is, or may be, nothing. */
  readonly share?: Interval;
}

/** How a whole is made up. */
export interface FundingMix {
  readonly total: FenBounds;
  /** In the order of the sources' ids. */
  readonly shares: readonly FundingShare[];
  /** Expected sources that are known to give nothing, or are not listed at all. */
  readonly absent: readonly string[];
  /** Expected sources of which it is not known whether they give anything. */
  readonly unknown: readonly string[];
}

type Span = Required<FenBounds>;

const sumOf = (amounts: readonly Span[]): Span => ({
  least: amounts.reduce((total, { least }) => total + least, 0),
  most: amounts.reduce((total, { most }) => total + most, 0),
});
const fraction = (part: number, whole: number): Rational =>
  part === 0 || whole === Number.POSITIVE_INFINITY ? rational(0n, 1n) : rational(BigInt(part), BigInt(whole));

/** An amount within what the others leave of a total. */
const withinTotal = (fen: Span, others: Span, totalFen: number): Span => ({
  least: Math.max(fen.least, totalFen - others.most),
  most: Math.min(fen.most, totalFen - others.least),
});

/** The part of an unknown whole: the source at its least with the others at their most, and the reverse. */
const partOf = (fen: Span, others: Span): Interval => ({
  least: fraction(fen.least, fen.least + others.most),
  most: fen.most === Number.POSITIVE_INFINITY ? rational(1n, 1n) : fraction(fen.most, fen.most + others.least),
});

/**
 * The part of each source in the whole, exact, and which of the sources that a policy wants combined are missing.
 *
 * An amount that is not known leaves bounds; where the total is known on its own, it narrows them, and gives a single unknown
 * amount away.
 *
 * @param question sources with fen, the total where it is known, ids of expected sources
 * @returns fen and exact shares, in the order of ids
 * @throws EldercareError DUPLICATE_ID, BOUNDS_REVERSED, SOURCES_DO_NOT_ADD_UP where the total cannot be, and those of numbers
 * Source: CK-2.6-a, CK-3.2-a, NY-3.1.3-c (sources to combine; their shares are left open).
 * @example
 * const source = (id, amountFen) => ({ id, title: { zh: id, en: id }, ...(amountFen === undefined ? {} : { amountFen }) });
 * const sources = [source("county", 600), source("lottery", 300), source("donation")];
 * const { shares, absent } = fundingMix({ sources, totalFen: 1000, expected: ["collective"], clauses: ["CK-2.6-a"] }).value;
 * shares.map(({ source, fen }) => [source, fen.least]) //=> [["county", 600], ["donation", 100], ["lottery", 300]]
 * absent //=> ["collective"]
 */
export function fundingMix({ sources: given, totalFen, expected, clauses }: FundingMixQuestion): Counted<FundingMix> {
  const check = new QuestionCheck();
  check.unique(
    (index) => `/sources/${index}/id`,
    given.map(({ id }) => id),
  );
  for (const [index, { amountFen }] of given.entries()) checkFenBounds(check, `/sources/${index}/amountFen`, amountFen);
  if (totalFen !== undefined) check.whole("/totalFen", totalFen);
  check.done();
  const sources = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const stated = sources.map(({ amountFen }) => boundsOfFen(amountFen));
  const all = sumOf(stated);
  for (const fen of [all.least, all.most]) if (Number.isFinite(fen)) check.exact("/sources", fen);
  check.done();
  if (totalFen !== undefined && (totalFen < all.least || totalFen > all.most)) {
    const seen = all.least === all.most ? all.least : `${all.least} – ${all.most}`;
    check.add(reportFundingIssue("SOURCES_DO_NOT_ADD_UP", "/totalFen", { seen, values: { total: String(totalFen) } }));
    check.done();
  }
  const others = stated.map((_, index) => sumOf(stated.filter((_other, at) => at !== index)));
  const nothing = { least: 0, most: 0 };
  const amounts = totalFen === undefined ? stated : stated.map((fen, index) => withinTotal(fen, others[index] ?? nothing, totalFen));
  const total = totalFen === undefined ? all : { least: totalFen, most: totalFen };

  const shares = sources.map(({ id }, index): FundingShare => {
    const fen = amounts[index] ?? nothing;
    const share =
      totalFen === undefined ? partOf(fen, others[index] ?? nothing) : { least: fraction(fen.least, totalFen), most: fraction(fen.most, totalFen) };
    return { source: id, fen: toFenBounds(fen.least, fen.most), ...(total.least === 0 ? {} : { share }) };
  });
  const givenBy = (id: string): Span => amounts[sources.findIndex((source) => source.id === id)] ?? nothing;
  const steps = shares.map(({ fen, share }, index): Step => {
    const { zh = "", en = "" } = sources[index]?.title ?? {};
    const printed = printYuanBetween(fen.least, fen.most);
    return { zh: `${zh} ${printed}`, en: `${en} ${printed}`, value: share === undefined ? "?" : printInterval(share) };
  });
  steps.push({ zh: "合计", en: "sum", value: printYuanBetween(total.least, toFenBounds(total.least, total.most).most) });
  return {
    value: {
      total: toFenBounds(total.least, total.most),
      shares,
      absent: [...expected].sort().filter((id) => givenBy(id).most === 0),
      unknown: [...expected].sort().filter((id) => givenBy(id).least === 0 && givenBy(id).most > 0),
    },
    unit: "fen",
    steps,
    clauses,
  };
}

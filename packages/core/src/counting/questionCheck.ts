import { reportIssue } from "../errors/codes.js";
import { EldercareError, type Issue } from "../errors/issue.js";
import { printRational, type Rational } from "../money/rational.js";
import { type CivilDate, isCivilDate } from "../time/civilDate.js";

/** As far ahead as days and months are counted: a hundred years. */
export const mostDays = 36_525;
export const mostMonths = 1200;

/** The range in which a number of a question must lie, both ends included. */
export interface Range {
  readonly least?: number;
  readonly most?: number;
}

const printRange = ({ least, most }: Range): string => `${least ?? ""}–${most ?? ""}`;

/**
 * Collects everything that is wrong with the arguments of a calculator, to report it at once.
 *
 * @example
 * const check = new QuestionCheck();
 * check.whole("/residents", 2.5);
 * check.date("/on", "2026-02-30");
 * check.issues.map((issue) => issue.code) //=> ["NOT_A_WHOLE_NUMBER", "NOT_A_DATE"]
 */
export class QuestionCheck {
  readonly issues: Issue[] = [];

  /** Adds a finding of a room's own catalogue. */
  add(issue: Issue): void {
    this.issues.push(issue);
  }

  /** A whole number that is safe to compute with; at least 0 unless a range says otherwise. */
  whole(pointer: string, value: number, range: Range = { least: 0 }): void {
    if (typeof value !== "number" || !Number.isFinite(value)) this.add(reportIssue("NOT_A_NUMBER", pointer, { seen: value }));
    else if (!Number.isSafeInteger(value)) this.add(reportIssue("NOT_A_WHOLE_NUMBER", pointer, { seen: value }));
    else if (value < (range.least ?? value) || value > (range.most ?? value))
      this.add(reportIssue("OUT_OF_RANGE", pointer, { seen: value, values: { expected: printRange(range) } }));
  }

  /** A result, which must be one that a number holds exactly: what is larger is reported, not rounded in silence. */
  exact(pointer: string, value: number): void {
    if (!Number.isSafeInteger(value))
      this.add(reportIssue("OUT_OF_RANGE", pointer, { seen: value, values: { expected: `±${Number.MAX_SAFE_INTEGER}` } }));
  }

  /** An exact fraction; at least 0 unless a range says otherwise, and never 0 where `positive`. */
  rational(pointer: string, value: Rational, range: Range & { readonly positive?: boolean } = { least: 0 }): void {
    const { least, most, positive } = range;
    const sound = typeof value === "object" && value !== null && typeof value.numerator === "bigint" && typeof value.denominator === "bigint";
    if (!sound || value.denominator <= 0n) {
      this.add(reportIssue("NOT_A_NUMBER", pointer, { seen: sound ? `${value.numerator}/${value.denominator}` : value }));
      return;
    }
    const below = least !== undefined && value.numerator < BigInt(least) * value.denominator;
    const above = most !== undefined && value.numerator > BigInt(most) * value.denominator;
    const notPositive = positive === true && value.numerator <= 0n;
    if (below || above || notPositive)
      this.add(
        reportIssue("OUT_OF_RANGE", pointer, { seen: printRational(value), values: { expected: positive === true ? "> 0" : printRange(range) } }),
      );
  }

  /** A civil date that exists. */
  date(pointer: string, value: CivilDate): void {
    if (!isCivilDate(value)) this.add(reportIssue("NOT_A_DATE", pointer, { seen: value }));
  }

  /** A period whose end, where it has one, is not before its beginning. */
  period(pointer: string, { from, to }: { readonly from: CivilDate; readonly to?: CivilDate }): void {
    this.date(`${pointer}/from`, from);
    if (to === undefined) return;
    this.date(`${pointer}/to`, to);
    if (isCivilDate(from) && isCivilDate(to) && to < from) this.add(reportIssue("PERIOD_REVERSED", pointer, { seen: `${from} – ${to}` }));
  }

  /** Two days under names of their own, of which the second is not before the first. */
  days(first: string, from: CivilDate, second: string, to: CivilDate): void {
    this.date(first, from);
    this.date(second, to);
    if (isCivilDate(from) && isCivilDate(to) && to < from) this.add(reportIssue("PERIOD_REVERSED", second, { seen: `${from} – ${to}` }));
  }

  /** Ids of which none occurs twice; what has none is passed over. */
  unique(pointerOf: (index: number) => string, ids: readonly (string | undefined)[]): void {
    const seen = new Set<string>();
    for (const [index, id] of ids.entries()) {
      if (id === undefined) continue;
      if (seen.has(id)) this.add(reportIssue("DUPLICATE_ID", pointerOf(index), { seen: id }));
      seen.add(id);
    }
  }

  /** @throws EldercareError with every issue found, where there is any */
  done(): void {
    if (this.issues.length > 0) throw new EldercareError(this.issues);
  }
}

import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import type { Issue, Wording } from "../errors/issue.js";
import { addRational, compareRational, printRational, type Rational, rational, subtractRational } from "../money/rational.js";
import { reportProgressIssue } from "../progress/codes.js";
import { lastDayOf } from "../progress/deadline.js";
import type { CivilDate } from "../time/civilDate.js";

/** A part of a total, such as the task of one year. */
export interface Milestone {
  /** Year, month or day by the end of which it is to be reached; absent for a part without a date of its own. */
  readonly by?: string;
  /** What it adds to the total, exact, at least 0; absent where the text leaves it open. */
  readonly adds?: Rational;
  /** The sentence that says so. */
  readonly quote?: string;
  readonly clauses: readonly string[];
}

/** A total and the parts that the document names for it. */
export interface MilestonesQuestion {
  readonly title: Wording;
  readonly total: Rational;
  readonly quote?: string;
  readonly clauses: readonly string[];
  readonly milestones: readonly Milestone[];
}

/** Whether the parts add up, and how far they reach by each date. */
export interface MilestoneSum {
  readonly status: "confirmed" | "differs" | "undetermined";
  /** Sum of the parts that are known, exact. */
  readonly sum: Rational;
  /** Total less sum: negative where the parts are more. */
  readonly difference: Rational;
  /** What must be reached by each dated part, in the order of their days; absent where a part so far is open. */
  readonly cumulative: readonly { readonly by: CivilDate; readonly required?: Rational }[];
  /** `MILESTONES_DO_NOT_ADD_UP` where they differ, with both quotes. */
  readonly warnings: readonly Issue[];
}

const zero = rational(0n, 1n);

/** What must be reached by each date: parts of one day, and of earlier ones, together. */
export function cumulate(parts: readonly { readonly by: CivilDate; readonly adds?: Rational | undefined }[]): MilestoneSum["cumulative"] {
  return [...new Set(parts.map(({ by }) => by))].sort().map((by) => {
    const soFar = parts.filter((part) => part.by <= by);
    const required = soFar.reduce<Rational | undefined>(
      (sum, { adds }) => (sum === undefined || adds === undefined ? undefined : addRational(sum, adds)),
      zero,
    );
    return required === undefined ? { by } : { by, required };
  });
}

/**
 * Checks that the parts of a target add up to its total, as 51 + 62 = 113 do, and 6 + 6 do not make 18. A difference is
 * worded as a warning with both sentences: the library does not correct a document.
 *
 * @returns confirmed; differs, with the difference; or undetermined where an open part could make up for it
 * @throws EldercareError `NOT_A_DATE`, `OUT_OF_RANGE`, `NOT_A_NUMBER`
 * @example
 * const milestones = [{ by: "2021", adds: rational(51n, 1n), clauses: ["CK-2.4-e"] }, { by: "2022", adds: rational(62n, 1n), clauses: ["CK-2.4-f"] }];
 * checkMilestones({ title: { zh: "村级互助养老点", en: "village points" }, total: rational(113n, 1n), clauses: ["CK-1.1-j"], milestones }).value.status //=> "confirmed"
 * Source: CK-1.1-h, CK-1.1-i, CK-1.1-j, NY-2-d, NY-2-g, NY-2-h, NY-2-i.
 */
export function checkMilestones({ title, total, quote, clauses, milestones }: MilestonesQuestion): Counted<MilestoneSum> {
  const check = new QuestionCheck();
  check.rational("/total", total);
  const dated = milestones.flatMap(({ by, adds }, index) => {
    if (adds !== undefined) check.rational(`/milestones/${index}/adds`, adds);
    return by === undefined ? [] : [{ by: lastDayOf(check, `/milestones/${index}/by`, by), adds }];
  });
  check.done();
  const sum = milestones.reduce((soFar, { adds = zero }) => addRational(soFar, adds), zero);
  const difference = subtractRational(total, sum);
  const order = compareRational(sum, total);
  const isOpen = milestones.some(({ adds }) => adds === undefined);
  const status = order > 0 || (order < 0 && !isOpen) ? "differs" : isOpen ? "undetermined" : "confirmed";
  const print = ({ adds }: Milestone): string => (adds === undefined ? "?" : printRational(adds));
  const source = (stated: { readonly clauses: readonly string[]; readonly quote?: string | undefined }): string =>
    `${stated.clauses.join("、")}${stated.quote === undefined ? "" : `“${stated.quote}”`}`;
  const warning = (): Issue =>
    reportProgressIssue("MILESTONES_DO_NOT_ADD_UP", "/total", {
      values: {
        total: printRational(total),
        "total.source": source({ clauses, quote }),
        sum: printRational(sum),
        parts: milestones.map((part) => `${source(part)} ${print(part)}`).join("；"),
      },
    });
  const steps: Step[] = [
    { zh: `${title.zh}：${milestones.map(print).join(" + ")}`, en: `${title.en}: ${milestones.map(print).join(" + ")}`, value: printRational(sum) },
    { zh: `总目标 ${printRational(total)}`, en: `total ${printRational(total)}`, value: status },
  ];
  return {
    value: { status, sum, difference, cumulative: cumulate(dated), warnings: status === "differs" ? [warning()] : [] },
    unit: "status",
    steps,
    clauses: [...new Set([...clauses, ...milestones.flatMap((part) => part.clauses)])],
  };
}

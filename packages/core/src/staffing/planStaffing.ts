import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted, Step } from "../counting/result.js";
import { addRational, printRational, type Rational, rational } from "../money/rational.js";
import { roundRational } from "../money/rounding.js";

/** Residents of one class and how many of them one member of staff may care for. */
export interface StaffingRatio {
  /** Name of the class, as it is printed in the steps. */
  readonly class: { readonly zh: string; readonly en: string };
  /** Residents of the class, whole, at least 0. */
  readonly residents: number;
  /** Residents per member of staff, above zero: 3 for 1:3. */
  readonly residentsPerCarer: Rational;
}

/** What a staffing plan is made from. */
export interface StaffingQuestion {
  readonly ratios: readonly StaffingRatio[];
  /** Least number of staff whatever the residents. */
  readonly minimum?: number;
  /** Whether each class is rounded up on its own, or only their sum. */
  readonly rounding: "upPerClass" | "upInTotal";
  /** Staff there are. */
  readonly present: number;
  readonly clauses: readonly string[];
}

/** Staff required, present and short, in persons. */
export interface StaffingPlan {
  readonly required: number;
  readonly present: number;
  readonly short: number;
}

/**
 * How many staff the residents take: 不低于 1:3 asks for one for every three or part of three.
 *
 * @returns persons required, present and short (never negative), with the steps to check by hand
 * @throws EldercareError where a ratio is not above zero or a number of persons is not whole
 * @example
 * planStaffing({ ratios: [{ class: { zh: "失能", en: "disabled" }, residents: 47, residentsPerCarer: { numerator: 3n, denominator: 1n } }], rounding: "upPerClass", present: 12, clauses: ["CK-2.5-a"] }).value //=> { required: 16, present: 12, short: 4 }
 * Source: CK-2.5-a, CK-2.5-d; NY-3.1.4-a.
 */
export function planStaffing(question: StaffingQuestion): Counted<StaffingPlan> {
  const check = new QuestionCheck();
  for (const [index, { residents, residentsPerCarer }] of question.ratios.entries()) {
    check.whole(`/ratios/${index}/residents`, residents);
    check.rational(`/ratios/${index}/residentsPerCarer`, residentsPerCarer, { positive: true });
  }
  if (question.minimum !== undefined) check.whole("/minimum", question.minimum);
  check.whole("/present", question.present);
  check.done();
  const steps: Step[] = [];
  let exact: Rational = rational(0n, 1n);
  let perClass = 0;
  for (const { class: name, residents, residentsPerCarer } of question.ratios) {
    const share = rational(BigInt(residents) * residentsPerCarer.denominator, residentsPerCarer.numerator);
    const people = roundRational(share, "up");
    exact = addRational(exact, share);
    perClass += people;
    const ratio = printRational(residentsPerCarer);
    const rounded = question.rounding === "upPerClass" ? String(people) : printRational(share);
    steps.push({
      zh: `${name.zh} ${residents} 人 ÷ ${ratio}${question.rounding === "upPerClass" ? "，进一取整" : ""}`,
      en: `${residents} ${name.en} ÷ ${ratio}${question.rounding === "upPerClass" ? ", rounded up" : ""}`,
      value: rounded,
    });
  }
  const byRatio = question.rounding === "upPerClass" ? perClass : roundRational(exact, "up");
  if (question.rounding === "upInTotal" && question.ratios.length > 0)
    steps.push({ zh: "合计，进一取整", en: "sum, rounded up", value: String(byRatio) });
  const required = Math.max(byRatio, question.minimum ?? 0);
  if (question.minimum !== undefined) steps.push({ zh: `至少 ${question.minimum} 人`, en: `at least ${question.minimum}`, value: String(required) });
  check.exact("/ratios", required);
  check.done();
  const short = Math.max(0, required - question.present);
  steps.push({
    zh: `应配 ${required} 人 − 实配 ${question.present} 人`,
    en: `${required} required − ${question.present} present`,
    value: String(short),
  });
  return { value: { required, present: question.present, short }, unit: "person", steps, clauses: question.clauses };
}

import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { reportIssue } from "../errors/codes.js";
import { planStaffing, type StaffingPlan, type StaffingQuestion, type StaffingRatio } from "./planStaffing.js";

/** Residents of a class of whom only the bounds may be known. */
export interface BoundedStaffingRatio extends Omit<StaffingRatio, "residents"> {
  /** Residents where they are known; absent where they are not. */
  readonly residents?: number;
  /** Most residents that there can be, such as the beds; asked only where `residents` is absent. */
  readonly residentsAtMost?: number;
}

/** A staffing question in which residents of some classes, or the staff, may be unknown. */
export interface BoundedStaffingQuestion extends Omit<StaffingQuestion, "ratios" | "present"> {
  readonly ratios: readonly BoundedStaffingRatio[];
  /** Staff there are; absent where unknown. */
  readonly present?: number;
}

/** Between how many staff are required, and what leaves it open. */
export interface StaffingBounds {
  readonly state: "enough" | "short" | "undetermined";
  /** Staff required if the unknown residents were none. */
  readonly leastRequired: number;
  /** Staff required if they were as many as can be; absent where nothing bounds them. */
  readonly mostRequired?: number;
  /** Classes whose residents are unknown, and `present`. */
  readonly missing: readonly string[];
}

/**
 * Between how many staff the residents take where some classes are not counted: unknown residents are never taken for none.
 *
 * @returns persons required at least and at most, and whether those present are enough whatever the unknown
 * @throws EldercareError where a ratio is not above zero or a number of persons is not whole
 * @example
 * const disabled = { class: { zh: "失能", en: "disabled" }, residentsAtMost: 30, residentsPerCarer: { numerator: 3n, denominator: 1n } };
 * staffingBounds({ ratios: [disabled], rounding: "upPerClass", present: 10, clauses: ["CK-2.5-a"] }).value //=> { state: "enough", leastRequired: 0, mostRequired: 10, missing: ["disabled"] }
 * Source: CK-2.5-a, CK-2.5-d; NY-3.1.4-a.
 */
export function staffingBounds(question: BoundedStaffingQuestion): Counted<StaffingBounds> {
  const { ratios, present, ...rest } = question;
  const check = new QuestionCheck();
  for (const [index, { residents, residentsAtMost }] of ratios.entries()) {
    if (residentsAtMost !== undefined) check.whole(`/ratios/${index}/residentsAtMost`, residentsAtMost);
    if (residents !== undefined && residentsAtMost !== undefined && residents > residentsAtMost)
      check.add(reportIssue("OUT_OF_RANGE", `/ratios/${index}/residents`, { seen: residents, values: { expected: `0–${residentsAtMost}` } }));
  }
  check.done();
  const plan = (residentsOf: (ratio: BoundedStaffingRatio) => number): Counted<StaffingPlan> =>
    planStaffing({
      ...rest,
      ratios: ratios.map((ratio) => ({ class: ratio.class, residentsPerCarer: ratio.residentsPerCarer, residents: residentsOf(ratio) })),
      present: present ?? 0,
    });
  const least = plan(({ residents }) => residents ?? 0);
  const unknown = ratios.filter(({ residents }) => residents === undefined);
  const bounded = unknown.every(({ residentsAtMost }) => residentsAtMost !== undefined);
  const most = bounded ? plan(({ residents, residentsAtMost }) => residents ?? residentsAtMost ?? 0) : undefined;
  const leastRequired = least.value.required;
  const mostRequired = most?.value.required;
  const enough = present !== undefined && mostRequired !== undefined && present >= mostRequired;
  const short = present !== undefined && present < leastRequired;
  const missing = [...unknown.map((ratio) => ratio.class.en), ...(present === undefined ? ["present"] : [])];
  const steps = [
    ...least.steps.slice(0, -1),
    { zh: "至少应配", en: "required at least", value: String(leastRequired) },
    { zh: "至多应配", en: "required at most", value: mostRequired === undefined ? "?" : String(mostRequired) },
  ];
  const value: StaffingBounds = {
    state: enough ? "enough" : short ? "short" : "undetermined",
    leastRequired,
    ...(mostRequired === undefined ? {} : { mostRequired }),
    missing,
  };
  return { value, unit: "person", steps, clauses: question.clauses };
}

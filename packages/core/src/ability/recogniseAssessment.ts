import { mostMonths, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { addMonths, type CivilDate } from "../time/civilDate.js";

/** The result of one assessment, whoever made it. */
export interface AssessmentResult {
  readonly id: string;
  readonly assessedOn: CivilDate;
  readonly level: number;
  /** Department that assessed; absent where unknown. */
  readonly department?: string;
}

/** Which assessments of a person count on a date. */
export interface RecognitionQuestion {
  readonly assessments: readonly AssessmentResult[];
  readonly on: CivilDate;
  /** Departments whose assessments the pack recognises. */
  readonly recognised: readonly string[];
  /** Months for which an assessment is valid; absent where the pack leaves it open. */
  readonly validMonths?: number;
  readonly clauses: readonly string[];
}

/** The assessment that counts, and what became of the others. */
export interface Recognition {
  readonly state: "recognised" | "none" | "undetermined";
  /** The newest that is valid and recognised; absent where none is, or where it is not known which. */
  readonly assessment?: AssessmentResult;
  readonly validUntil?: CivilDate;
  /** Other valid assessments that say another level. */
  readonly conflicts: readonly string[];
  readonly setAside: readonly { readonly id: string; readonly why: "notYet" | "expired" | "notRecognised" }[];
  /** What would have to be known to decide. */
  readonly missing: readonly string[];
}

/**
 * The last day on which an assessment is valid: the same day so many months later, that day included.
 *
 * @param assessedOn day of the assessment, which is not counted itself
 * @param months whole months, as the pack gives them
 * @example
 * validUntil("2026-03-01", 12) //=> "2027-03-01"
 * Source: 民法典 arts 201–202.
 */
export function validUntil(assessedOn: CivilDate, months: number): CivilDate {
  return addMonths(assessedOn, months);
}

/**
 * Which of a person's assessments counts on a date: the newest that is valid and comes from a recognised department.
 * Where a newer one of another level may be recognised too, or two of the same day differ, it is undetermined which.
 *
 * @throws EldercareError where dates, levels or months mean nothing, or an id occurs twice
 * @example
 * const byHealth = { id: "a-1", assessedOn: "2026-01-10", level: 3, department: "health" };
 * const question = { assessments: [byHealth], on: "2026-06-01", recognised: ["civilAffairs", "health"], validMonths: 12, clauses: ["CL-2.1.1-b"] };
 * recogniseAssessment(question).value.validUntil //=> "2027-01-10"
 * Source: CL-2.1.1-b (部门互认、按需使用).
 */
export function recogniseAssessment({ assessments, on, recognised, validMonths, clauses }: RecognitionQuestion): Counted<Recognition> {
  const check = new QuestionCheck();
  check.date("/on", on);
  if (validMonths !== undefined) check.whole("/validMonths", validMonths, { least: 1, most: mostMonths });
  for (const [index, { assessedOn, level }] of assessments.entries()) {
    check.date(`/assessments/${index}/assessedOn`, assessedOn);
    check.whole(`/assessments/${index}/level`, level);
  }
  check.unique(
    (index) => `/assessments/${index}/id`,
    assessments.map(({ id }) => id),
  );
  check.done();

  const whyNot = ({ assessedOn, department }: AssessmentResult): "notYet" | "expired" | "notRecognised" | undefined => {
    if (assessedOn > on) return "notYet";
    if (validMonths !== undefined && validUntil(assessedOn, validMonths) < on) return "expired";
    return department !== undefined && !recognised.includes(department) ? "notRecognised" : undefined;
  };
  // newest first, then by id, so that the order of the input says nothing
  const ordered = assessments.toSorted((a, b) => (a.assessedOn === b.assessedOn ? (a.id < b.id ? -1 : 1) : a.assessedOn > b.assessedOn ? -1 : 1));
  const setAside = ordered.flatMap((each) => {
    const why = whyNot(each);
    return why === undefined ? [] : [{ id: each.id, why }];
  });
  const open = ordered.filter((each) => whyNot(each) === undefined);
  const best = open.find((each) => each.department !== undefined);
  const rivals = open.filter((each) => best === undefined || (each.assessedOn >= best.assessedOn && each.level !== best.level));
  const conflicts = open.filter((each) => best !== undefined && each.level !== best.level).map(({ id }) => id);
  const missing = [
    ...(validMonths === undefined && open.length > 0 ? ["validMonths"] : []),
    ...rivals.filter((each) => each.department === undefined).map(({ id }) => `department of ${id}`),
  ];
  const decided = missing.length === 0 && rivals.length === 0 ? best : undefined;
  const state = open.length === 0 ? "none" : decided === undefined ? "undetermined" : "recognised";
  const until = decided === undefined || validMonths === undefined ? {} : { validUntil: validUntil(decided.assessedOn, validMonths) };
  const value: Recognition = { state, ...(decided === undefined ? {} : { assessment: decided }), ...until, conflicts, setAside, missing };
  const step = {
    zh: `评估 ${assessments.length} 份，有效且可互认 ${open.length} 份，取最近一份`,
    en: `${assessments.length} assessments, ${open.length} valid and recognised; the newest counts`,
    value: decided === undefined ? state : `${decided.id} (${decided.level})`,
  };
  return { value, unit: "assessment", steps: [step], clauses };
}

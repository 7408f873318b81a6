import { surelySatisfies } from "../counting/comparison.js";
import { type KnownShare, knownShare, printShare, shareStep } from "../counting/knownShare.js";
import { mostMonths, QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import type { Rational } from "../money/rational.js";
import { tick, type Verdict, verdictOf } from "../progress/verdict.js";
import { addMonths, type CivilDate } from "../time/civilDate.js";

/** An institution with its grade: null where it is known to have none, absent where unknown. */
export interface GradedInstitution {
  readonly id: string;
  readonly grade?: number | null;
  /** The day on which the grade was given; absent where unknown. */
  readonly gradedOn?: CivilDate;
}

/** Institutions, the grade that counts and the share asked for. */
export interface GradedShareQuestion {
  readonly institutions: readonly GradedInstitution[];
  /** The least grade that counts: 2 for 二级以上. */
  readonly grade: number;
  /** The least share, exact: 80 % is 4/5. */
  readonly atLeast: Rational;
  /** Months for which a grade holds; absent where grades do not lapse. */
  readonly validityMonths?: number;
  readonly on: CivilDate;
  readonly clauses: readonly string[];
}

/** A share with the institutions behind it, and whether it is enough. */
export interface GradedShare extends KnownShare {
  readonly outcome: Verdict;
}

/**
 * The last day on which a grade holds: the day of the same number so many months later.
 *
 * @example
 * gradeValidUntil("2023-05-01", 36) //=> "2026-05-01"
 * Source: 民法典 art. 201 (the first day does not count), art. 202.
 */
export function gradeValidUntil(gradedOn: CivilDate, validityMonths: number): CivilDate {
  return addMonths(gradedOn, validityMonths);
}

/**
 * The share of institutions at or above a grade on a date. A grade that has lapsed, or is not given yet, does not count; a
 * grade without its day is unknown where grades lapse.
 *
 * @returns the exact share with its bounds, the institutions by name, and whether it reaches the share asked for
 * @throws EldercareError `DUPLICATE_ID`, `NOT_A_DATE`, `NOT_A_WHOLE_NUMBER`, `OUT_OF_RANGE`
 * @example
 * const institutions = [{ id: "a", grade: 2 }, { id: "b", grade: null }];
 * gradedShare({ institutions, grade: 2, atLeast: rational(4n, 5n), on: "2025-12-31", clauses: ["CL-1.2-c"] }).value.outcome //=> "notMet"
 * Source: CL-1.2-c, CL-2.4.14-a.
 */
export function gradedShare({ institutions, grade, atLeast, validityMonths, on, clauses }: GradedShareQuestion): Counted<GradedShare> {
  const check = new QuestionCheck();
  check.date("/on", on);
  check.whole("/grade", grade, { least: 1 });
  check.rational("/atLeast", atLeast, { least: 0, most: 1 });
  if (validityMonths !== undefined) check.whole("/validityMonths", validityMonths, { least: 1, most: mostMonths });
  check.unique(
    (index) => `/institutions/${index}/id`,
    institutions.map(({ id }) => id),
  );
  for (const [index, institution] of institutions.entries()) {
    if (typeof institution.grade === "number") check.whole(`/institutions/${index}/grade`, institution.grade);
    if (institution.gradedOn !== undefined) check.date(`/institutions/${index}/gradedOn`, institution.gradedOn);
  }
  check.done();
  const holds = ({ gradedOn }: GradedInstitution): boolean | undefined => {
    if (gradedOn === undefined) return validityMonths === undefined ? true : undefined;
    return gradedOn <= on && (validityMonths === undefined || on <= gradeValidUntil(gradedOn, validityMonths));
  };
  const answer = (institution: GradedInstitution): boolean | undefined => {
    if (institution.grade === undefined) return holds(institution) === false ? false : undefined;
    return institution.grade !== null && institution.grade >= grade ? holds(institution) : false;
  };
  const known = knownShare(institutions.map((institution) => [institution.id, answer(institution)]));
  const met = known.share === undefined ? undefined : surelySatisfies(known.share, ">=", atLeast);
  return {
    value: { ...known, outcome: verdictOf(met) },
    unit: "share",
    steps: [
      shareStep(`${grade} 级以上`, `at grade ${grade} or above`, known),
      { zh: `不低于 ${printShare(atLeast)}`, en: `at least ${printShare(atLeast)}`, value: tick(met) },
    ],
    clauses,
  };
}

import { type Interval, printInterval, satisfies } from "../counting/comparison.js";
import { QuestionCheck } from "../counting/questionCheck.js";
import type { Counted } from "../counting/result.js";
import { printBounds } from "../counting/wholeBounds.js";
import { reportIssue } from "../errors/codes.js";
import { jsonPointer } from "../errors/issue.js";
import { reportMissing } from "../errors/missing.js";
import { addRational, compareRational, multiplyRational, printRational, type Rational, rational } from "../money/rational.js";
import type { ScoreSheet } from "./scoreSheet.js";

/** The scores of an institution on a sheet. */
export interface GradingQuestion {
  readonly sheet: ScoreSheet;
  /** Points for each part, exact, from 0 to the most of the part; absent where unknown. */
  readonly scores: Readonly<Record<string, Rational>>;
  readonly clauses: readonly string[];
}

/** The grade of an institution, 0 where it reaches none; between bounds where a part is unknown. */
export interface InstitutionGrade {
  readonly least: number;
  readonly most: number;
  readonly total: Interval;
  /** Ids of parts without a score. */
  readonly missing: readonly string[];
  /** Whether every value of the sheet was seen in a copy of the standard. */
  readonly verified: boolean;
}

const zero = rational(0n, 1n);

/**
 * Grades an institution: a grade asks for points in all and for a share of the points of each part. A part without a score
 * may be anything from nothing to its full points.
 *
 * @returns the grade, 0 (none) to the highest of the sheet, with its bounds
 * @throws EldercareError `REFERENCE_NOT_FOUND` (a score for a part that the sheet lacks), `OUT_OF_RANGE`, `NOT_A_NUMBER`, `DUPLICATE_ID`
 * @example
 * const scores = { environment: rational(100n, 1n), facilities: rational(100n, 1n), operation: rational(60n, 1n), service: rational(400n, 1n) };
 * gradeInstitution({ sheet: gbt37276, scores, clauses: ["CL-2.4.14-a"] }).value.least //=> 1
 * Source: GB/T 37276-2018; CL-2.4.14-a, IM-2.1-c.
 */
export function gradeInstitution({ sheet, scores, clauses }: GradingQuestion): Counted<InstitutionGrade> {
  const check = new QuestionCheck();
  const mostOf = new Map(sheet.parts.map(({ id, most }) => [id, most]));
  check.unique(
    (index) => `/sheet/parts/${index}/id`,
    sheet.parts.map(({ id }) => id),
  );
  for (const [id, score] of Object.entries(scores)) {
    const most = mostOf.get(id);
    const pointer = jsonPointer(["scores", id]);
    const before = check.issues.length;
    check.rational(pointer, score);
    if (most === undefined) check.add(reportMissing("part", pointer, id));
    else if (check.issues.length === before && compareRational(score, most) > 0)
      check.add(reportIssue("OUT_OF_RANGE", pointer, { seen: printRational(score), values: { expected: `0–${printRational(most)}` } }));
  }
  check.done();
  const parts = sheet.parts.map(({ id, title, most }) => {
    const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
    return { id, title, most, score, bounds: { least: score ?? zero, most: score ?? most } };
  });
  const gradeAt = (end: keyof Interval): number => {
    const total = parts.reduce((sum, { bounds }) => addRational(sum, bounds[end]), zero);
    const reached = sheet.levels.filter(
      (asked) =>
        satisfies(total, ">=", asked.total) &&
        parts.every(({ bounds, most }) => satisfies(bounds[end], ">=", multiplyRational(asked.ofEachPart, most))),
    );
    return Math.max(0, ...reached.map(({ grade }) => grade));
  };
  const total = {
    least: parts.reduce((sum, { bounds }) => addRational(sum, bounds.least), zero),
    most: parts.reduce((sum, { bounds }) => addRational(sum, bounds.most), zero),
  };
  const [least, most] = [gradeAt("least"), gradeAt("most")];
  const missing = parts.filter(({ score }) => score === undefined).map(({ id }) => id);
  return {
    value: { least, most, total, missing, verified: [...sheet.parts, ...sheet.levels].every(({ verified }) => verified) },
    unit: "grade",
    steps: [
      ...parts.map(({ title, most: full, score }) => ({
        zh: `${title.zh}（满分 ${printRational(full)}）`,
        en: `${title.en} (of ${printRational(full)})`,
        value: score === undefined ? "?" : printRational(score),
      })),
      { zh: "总分", en: "total", value: printInterval(total) },
      { zh: "等级（0 为未达级）", en: "grade (0 = none)", value: printBounds({ least, most }) },
    ],
    clauses,
  };
}

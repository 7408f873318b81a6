import { EldercareError, type Issue, type Register } from "@eldercare/core";
import type { Subject } from "@eldercare/rules";
import type { AssessedBatch, Assessment } from "@eldercare/rules/population";
import type { Batch } from "./batches.js";

/** The answers about a batch, and what was left out of it. */
export interface BatchAnswers {
  readonly subjects: readonly Subject[];
  readonly answers: AssessedBatch;
  readonly skipped: readonly Issue[];
  readonly skippedRows: number;
}

const rowOf = ({ pointer }: Issue): number | undefined => {
  const [, row = ""] = pointer.split("/");
  return /^\d+$/.test(row) ? Number(row) : undefined;
};

/** An issue about a row of a batch, as one about the record where it came from. */
function placeIssue(issue: Issue, { placed }: Batch): Issue {
  const row = rowOf(issue);
  if (row === undefined) return issue;
  // behind the row stands the kind of subject, which no file names
  const [, , , ...path] = issue.pointer.split("/");
  return placed(row, path.map((key) => `/${key}`).join(""), issue);
}

/**
 * Asks about a batch of records. With `skipBadRows`, those with errors are left out and named.
 *
 * @throws EldercareError with every issue of the batch, each with its place
 */
export function assessBatch(assessment: Assessment, batch: Batch, register: Partial<Register>, skipBadRows: boolean): BatchAnswers {
  const { subjects } = batch;
  try {
    return { subjects, answers: assessment.assess(subjects, register), skipped: [], skippedRows: 0 };
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    const bad = new Set(error.issues.map(rowOf));
    const issues = error.issues.map((issue) => placeIssue(issue, batch));
    if (!skipBadRows || bad.has(undefined)) throw new EldercareError(issues);
    const sound = subjects.filter((_, row) => !bad.has(row));
    return { subjects: sound, answers: assessment.assess(sound, register), skipped: issues, skippedRows: bad.size };
  }
}

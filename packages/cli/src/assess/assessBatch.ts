import { type CivilDate, EldercareError, type Issue, type Register } from "@eldercare/core";
import type { Engine, ManyDecisions, Subject } from "@eldercare/rules";
import type { Batch } from "./batches.js";

/** The answers about a batch, and what was left out of it. */
export interface BatchAnswers {
  readonly subjects: readonly Subject[];
  readonly many: ManyDecisions;
  readonly skipped: readonly Issue[];
  readonly skippedRows: number;
}

/** What is asked of every batch. */
export interface BatchQuestion {
  readonly on: CivilDate;
  readonly register: Partial<Register>;
  readonly rules?: readonly string[];
}

const rowOf = ({ pointer }: Issue): number | undefined => {
  const [, row = ""] = pointer.split("/");
  return /^\d+$/.test(row) ? Number(row) : undefined;
};

/** An issue about a row of a batch, as one about the record where it came from. */
function placed(issue: Issue, origin: Batch["origin"]): Issue {
  const row = rowOf(issue);
  if (row === undefined) return issue;
  const { pointer, at } = origin(row);
  // behind the row stands the kind of subject, which no file names
  const [, , , ...path] = issue.pointer.split("/");
  const inner = path.length === 0 ? "" : `/${path.join("/")}`;
  return { ...issue, pointer: pointer + inner, ...(at === undefined ? {} : { at: { ...at, ...(inner === "" ? {} : { column: path.join(".") }) } }) };
}

/**
 * Asks about a batch of records. With `skipBadRows`, those with errors are left out and named.
 *
 * @throws EldercareError with every issue of the batch, each with its place
 */
export function assessBatch(engine: Engine, { subjects, origin }: Batch, question: BatchQuestion, skipBadRows: boolean): BatchAnswers {
  try {
    return { subjects, many: engine.assessMany(subjects, question), skipped: [], skippedRows: 0 };
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    const bad = new Set(error.issues.map(rowOf));
    const issues = error.issues.map((issue) => placed(issue, origin));
    if (!skipBadRows || bad.has(undefined)) throw new EldercareError(issues);
    const sound = subjects.filter((_, row) => !bad.has(row));
    return { subjects: sound, many: engine.assessMany(sound, question), skipped: issues, skippedRows: bad.size };
  }
}

import type { Subject } from "@eldercare/rules";
import type { BatchAnswers } from "./assessBatch.js";
import type { DecisionFile } from "./decisionFile.js";
import type { DecisionPrinter, PrintedDecision } from "./decisionPrinter.js";

const [denied, notApplicable] = [0, 3];

interface Named {
  readonly id?: unknown;
  readonly code?: unknown;
  readonly area?: unknown;
  readonly residence?: { readonly area?: unknown };
}

const recordOf = (subject: Subject): Named => Object.values(subject)[0] as Named;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The id of a record, or the code of an area. */
const idOf = ({ id, code }: Named): string => text(id ?? code);

/** The area where a record stands. */
const areaOf = ({ residence, area, code }: Named): string => text(residence?.area ?? area ?? code);

/**
 * Writes the decisions about a batch, record by record: each that many share is made and printed once.
 *
 * @param all true to write denied decisions too
 * @param areaNames names of areas by their codes
 * @returns how many decisions were written
 */
export async function writeDecisions(
  { subjects, answers }: BatchAnswers,
  file: DecisionFile,
  printer: DecisionPrinter,
  areaNames: ReadonlyMap<string, string>,
  all: boolean,
): Promise<number> {
  // of each rule, by the record that stands for all to whom the decision is the same
  const printed: Map<number, PrintedDecision>[] = [];
  let written = 0;
  for (const [row, subject] of subjects.entries()) {
    const record = recordOf(subject);
    const name = printer.subject(idOf(record), areaNames.get(areaOf(record)) ?? "");
    const statuses = answers.statusesOf(row);
    for (let rule = 0; rule < statuses.length; rule += 1) {
      const status = statuses[rule];
      if (status === notApplicable || (status === denied && !all)) continue;
      const standIn = answers.standIn(row, rule);
      const known = printed[rule] ?? new Map<number, PrintedDecision>();
      printed[rule] = known;
      let decision = known.get(standIn);
      if (decision === undefined) {
        decision = printer.decision(answers.decision(standIn, rule));
        known.set(standIn, decision);
      }
      const { before, after } = decision;
      // nothing stands before the name in a table
      if (before.length > 0 && !file.add(before)) await file.flush(before);
      if (!file.add(name)) await file.flush(name);
      if (!file.add(after)) await file.flush(after);
      written += 1;
    }
  }
  return written;
}

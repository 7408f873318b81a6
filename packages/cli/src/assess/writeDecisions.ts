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
  // by the record and the rule; a batch has fewer rules than this
  const mostRules = 1 << 20;
  const printed = new Map<number, PrintedDecision>();
  let written = 0;
  for (const [row, subject] of subjects.entries()) {
    const record = recordOf(subject);
    const name = printer.subject(idOf(record), areaNames.get(areaOf(record)) ?? "");
    const rules = answers.rulesOf(row).length;
    for (let rule = 0; rule < rules; rule += 1) {
      const status = answers.status(row, rule);
      if (status === notApplicable || (status === denied && !all)) continue;
      const standIn = answers.standIn(row, rule);
      const key = standIn * mostRules + rule;
      let decision = printed.get(key);
      if (decision === undefined) {
        decision = printer.decision(answers.decision(standIn, rule));
        printed.set(key, decision);
      }
      for (const piece of [decision.before, name, decision.after]) if (!file.add(piece)) await file.flush(piece);
      written += 1;
    }
  }
  return written;
}

import { Buffer } from "node:buffer";
import type { Decision } from "@eldercare/core";
import type { RuleInfo } from "@eldercare/rules";
import { decisionColumns, subjectColumns } from "../output/decisionColumns.js";
import { writeCsvHeader, writeCsvRows } from "../table/writeCsv.js";

/** Formats of a file of decisions, by its ending. */
export type DecisionFormat = "csv" | "jsonl";

/** A decision as it stands in a file, around the record that it is about: many records share one. */
export interface PrintedDecision {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** How decisions are written: what all of them begin with, whom one is about, and what stands around that. */
export interface DecisionPrinter {
  readonly header: Buffer;
  subject(id: string, place: string): Buffer;
  decision(decision: Decision): PrintedDecision;
}

const asLines: DecisionPrinter = {
  header: Buffer.alloc(0),
  subject: (id) => Buffer.from(JSON.stringify(id)),
  decision: (decision) => {
    const nobody = '"subject":""';
    const before = `{"rule":${JSON.stringify(decision.rule)},`;
    const text = JSON.stringify({ ...decision, subject: "" });
    // a decision begins with its rule and whom it is about; where it did not, the first place found would not be the right one
    if (!text.startsWith(before + nobody)) throw new RangeError(`a decision of ${decision.rule} begins otherwise`);
    const after = text.slice(before.length + nobody.length);
    return { before: Buffer.from(before + nobody.slice(0, -2)), after: Buffer.from(`${after}\n`) };
  },
};

// what no table quotes, and no spreadsheet runs
const plainText = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

function asTable(rules: ReadonlyMap<string, RuleInfo>): DecisionPrinter {
  const nothing = Buffer.alloc(0);
  const tail = decisionColumns(rules);
  return {
    header: Buffer.from(writeCsvHeader([...subjectColumns, ...tail])),
    subject: (id, place) =>
      Buffer.from(
        plainText.test(id) && plainText.test(place) ? `${id},${place}` : writeCsvRows([{ subject: id, place }], subjectColumns).slice(0, -2),
      ),
    decision: (decision) => ({ before: nothing, after: Buffer.from(`,${writeCsvRows([decision], tail)}`) }),
  };
}

/** How decisions are written in a format. */
export const decisionPrinter = (format: DecisionFormat, rules: ReadonlyMap<string, RuleInfo>): DecisionPrinter =>
  format === "csv" ? asTable(rules) : asLines;

import type { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { EldercareError, fieldsOf, type Issue, parseShape } from "@eldercare/core";
import { type VisitRecord, visitRecordSchema } from "@eldercare/core/visiting";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { jsonFault } from "../register/jsonFault.js";
import { asUtf8 } from "../table/asUtf8.js";
import { readCsv } from "../table/readCsv.js";
import { readDate } from "../table/readDate.js";

const fields = fieldsOf(visitRecordSchema);
const names = fields.map(({ path }) => path);

/** A row as it was read, and the line where it stood. */
interface LogRow {
  readonly row: unknown;
  readonly line: number;
}

/** The field that a header names, by its path or its Chinese title. */
const fieldOf = (header: string): string | undefined => fields.find(({ path, title }) => path === header.trim() || title?.zh === header.trim())?.path;

const refused = (issues: readonly Issue[]): never => {
  throw new EldercareError(issues);
};

function csvRows(utf8: Buffer, file: string): LogRow[] {
  const rows: LogRow[] = [];
  const issues: Issue[] = [];
  let columns: readonly (string | undefined)[] | undefined;
  const fault = readCsv(utf8, (cells, line) => {
    if (columns === undefined) {
      columns = cells.map(fieldOf);
      for (const [index, field] of columns.entries())
        if (field === undefined)
          issues.push(
            reportCliIssue("UNKNOWN_COLUMN", "/visits", { seen: cells[index], values: { "hint.zh": "", "hint.en": "" }, at: { file, line } }),
          );
      return;
    }
    const row: Record<string, string> = {};
    for (const [index, field] of columns.entries()) {
      const cell = cells[index]?.trim() ?? "";
      if (field !== undefined && cell !== "") row[field] = field === "on" ? readDate(cell) : cell;
    }
    rows.push({ row, line });
  });
  if (fault !== undefined)
    issues.push(reportCliIssue("CSV_MALFORMED", "/visits", { values: { reason: fault.reason }, at: { file, line: fault.line } }));
  else if (columns === undefined) issues.push(reportCliIssue("HEADER_MISSING", "/visits", { at: { file, line: 1 } }));
  return issues.length > 0 ? refused(issues) : rows;
}

function jsonRows(utf8: Buffer, file: string): LogRow[] {
  const rows: LogRow[] = [];
  const issues: Issue[] = [];
  for (const [index, text] of utf8.toString("utf8").split("\n").entries()) {
    if (text.trim() === "") continue;
    try {
      rows.push({ row: JSON.parse(text), line: index + 1 });
    } catch {
      const column = String((jsonFault(text) ?? text.length) + 1);
      issues.push(reportCliIssue("JSON_MALFORMED", `/visits/${rows.length}`, { values: { column }, at: { file, line: index + 1, column } }));
    }
  }
  return issues.length > 0 ? refused(issues) : rows;
}

/**
 * Reads a log of visits: a `.csv` table with the columns id, person, on and, where known, channel and visitor (or their
 * Chinese titles), or a `.jsonl` file with one record on each line.
 *
 * @throws EldercareError FILE_NOT_READABLE, ENCODING_UNKNOWN, UNKNOWN_COLUMN, …: every issue of every row, with its line
 */
export async function readVisitLog(file: string): Promise<readonly VisitRecord[]> {
  const bytes = await readFile(file).catch((error: unknown) =>
    refused([reportCliIssue("FILE_NOT_READABLE", "/visits", { values: reasonOf(error), at: { file } })]),
  );
  const utf8 = asUtf8(bytes);
  if (typeof utf8 === "string") return refused([reportCliIssue(utf8, "/visits", { at: { file } })]);
  const rows = /\.csv$/i.test(file) ? csvRows(utf8, file) : jsonRows(utf8, file);
  const visits: VisitRecord[] = [];
  const issues: Issue[] = [];
  for (const [index, { row, line }] of rows.entries()) {
    const parsed = parseShape(visitRecordSchema, row, `/visits/${index}`);
    if (parsed.value !== undefined) visits.push(parsed.value);
    for (const issue of parsed.issues) {
      const column = names.find((name) => issue.pointer.endsWith(`/${name}`));
      issues.push({ ...issue, at: { file, line, ...(column === undefined ? {} : { column }) } });
    }
  }
  return issues.length > 0 ? refused(issues) : visits;
}

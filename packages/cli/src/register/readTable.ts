import type { Buffer } from "node:buffer";
import { reportCliIssue } from "../errors/codes.js";
import { asUtf8 } from "../table/asUtf8.js";
import { readCsv } from "../table/readCsv.js";
import { type ColumnSlot, readHeader } from "./columns.js";
import { jsonFault } from "./jsonFault.js";
import { rowFromCells } from "./rowFromCells.js";
import { addRow, emptyReading, type TableReading } from "./tableReading.js";
import { dotted, type TableName } from "./tableShape.js";

/** The two ways of writing a table: comma-separated values, or one JSON object on each line. */
export type TableFormat = "csv" | "jsonl";

function readCsvRows(reading: TableReading, utf8: Buffer): void {
  const { table, file } = reading;
  let slots: readonly ColumnSlot[] | undefined;
  const fault = readCsv(utf8, (cells, line) => {
    const at = { file, line };
    if (slots === undefined) {
      const header = readHeader(table, cells, at);
      slots = header.columns;
      reading.fileIssues.push(...header.issues);
      for (const slot of slots) if (typeof slot === "object") reading.headers.set(dotted(slot.path), slot.header);
      for (const field of header.missing) reading.missingColumns.add(field);
      return;
    }
    const index = reading.rows.length + reading.badRows.length;
    const { row, issues } = rowFromCells(cells, slots, `/${table}/${index}`, at);
    addRow(reading, row, line, issues);
  });
  if (fault !== undefined) {
    const { line, reason } = fault;
    reading.fileIssues.push(reportCliIssue("CSV_MALFORMED", `/${table}`, { values: { reason }, at: { file, line } }));
  } else if (slots === undefined) {
    reading.fileIssues.push(reportCliIssue("HEADER_MISSING", `/${table}`, { at: { file, line: 1 } }));
  }
}

function readJsonLine(reading: TableReading, text: string, line: number): void {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    const index = reading.rows.length + reading.badRows.length;
    const column = String((jsonFault(text) ?? text.length) + 1);
    const issue = reportCliIssue("JSON_MALFORMED", `/${reading.table}/${index}`, { values: { column }, at: { file: reading.file, line } });
    reading.rowIssues.push(issue);
    reading.badRows.push({ index, line, id: undefined });
    return;
  }
  addRow(reading, row, line);
}

const lineFeed = 10;

function readJsonLines(reading: TableReading, utf8: Buffer): void {
  let line = 0;
  for (let begin = 0; begin < utf8.length; ) {
    const feed = utf8.indexOf(lineFeed, begin);
    const end = feed === -1 ? utf8.length : feed;
    const text = utf8.toString("utf8", begin, end);
    line++;
    if (text.trim() !== "") readJsonLine(reading, text, line);
    begin = end + 1;
  }
}

/**
 * Reads one table of a register from the bytes of its file: every issue of every row, each with its line and column.
 *
 * @param file name of the file, for the issues
 */
export function readTable<Name extends TableName>(table: Name, file: string, bytes: Buffer, format: TableFormat): TableReading<Name> {
  const reading = emptyReading(table, file);
  const utf8 = asUtf8(bytes);
  if (typeof utf8 === "string") reading.fileIssues.push(reportCliIssue(utf8, `/${table}`, { at: { file } }));
  else if (format === "csv") readCsvRows(reading, utf8);
  else readJsonLines(reading, utf8);
  return reading;
}

import type { Register } from "@eldercare/core";
import { printCell } from "../table/printCell.js";
import { type CsvColumn, writeCsv } from "../table/writeCsv.js";
import type { TableFormat } from "./readTable.js";
import { dotted, type TableField, type TableName, tableShape } from "./tableShape.js";

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

const valueAt = (row: Row, path: readonly string[]): unknown => path.reduce<unknown>((node, key) => (isRow(node) ? node[key] : undefined), row);

const columnOf = ({ path, type, nonePath }: TableField): CsvColumn<Row> => ({
  header: dotted(path),
  cell: (row) => printCell(valueAt(row, path), type, nonePath !== undefined),
});

/** A record's own column: filled where the record is known to be none, or holds nothing. */
const recordColumn = ({ path }: TableField): CsvColumn<Row> => ({
  header: dotted(path),
  cell: (row) => {
    const record = valueAt(row, path);
    return record === null ? "null" : isRow(record) && Object.keys(record).length === 0 ? "{}" : undefined;
  },
});

const mostEntryColumns = 64;

/** A column for each key of a map (`skills.bathing`), or one of JSON where keys are many or cannot be headers. */
function mapColumns(table: TableName, field: TableField, rows: readonly Row[]): CsvColumn<Row>[] {
  const keys = new Set<string>();
  for (const row of rows) {
    const map = valueAt(row, field.path);
    if (isRow(map)) for (const key of Object.keys(map)) keys.add(key);
  }
  const plain = keys.size <= mostEntryColumns && [...keys].every((key) => key !== "" && key === key.trim() && !/\p{Surrogate}/u.test(key));
  if (!plain) return [columnOf(field)];
  const type = tableShape(table).entryTypes.get(dotted(field.path)) ?? { kind: "mixed" as const };
  const entries = [...keys].sort().map((key) => columnOf({ path: [...field.path, key], type, nonePath: undefined, title: undefined }));
  return [recordColumn(field), ...entries];
}

/**
 * One table of a register as the text of its file. CSV has a column for each field that any row fills (all fields where there
 * is no row), so that the table can be opened and continued in a spreadsheet.
 */
export function printTable(register: Register, table: TableName, format: TableFormat): string {
  const rows = register[table] as readonly Row[];
  if (format === "jsonl") return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  const { leaves, records } = tableShape(table);
  const columns = leaves.flatMap((leaf) => {
    const record = records.find(({ path }) => leaf.path.length > 1 && dotted(path) === dotted(leaf.path.slice(0, -1)));
    const first = record !== undefined && leaves.find(({ path }) => dotted(path.slice(0, -1)) === dotted(record.path)) === leaf;
    return [...(first ? [recordColumn(record)] : []), ...(leaf.type.kind === "map" ? mapColumns(table, leaf, rows) : [columnOf(leaf)])];
  });
  const used = columns.filter(({ cell }) => rows.some((row) => cell(row) !== undefined));
  return writeCsv(rows, rows.length === 0 ? leaves.map(columnOf) : used);
}

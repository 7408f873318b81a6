import { type FilePosition, type Issue, parseShape, type Register } from "@eldercare/core";
import { dotted, type TableName, tableShape } from "./tableShape.js";

/** A row that was read from a file, and where it stood. */
export interface PlacedRow<Name extends TableName = TableName> {
  readonly row: Register[Name][number];
  /** Position among the rows of its file, as in the pointer `/people/17`. */
  readonly index: number;
  readonly line: number;
}

/** What was read of a table: its good rows, its bad ones, and every issue. */
export interface TableReading<Name extends TableName = TableName> {
  readonly table: Name;
  readonly file: string;
  readonly rows: PlacedRow<Name>[];
  /** Rows that do not fit their shape, with the identifier that they would have had. */
  readonly badRows: { readonly index: number; readonly line: number; readonly id: string | undefined }[];
  readonly rowIssues: Issue[];
  /** Issues of the file as a whole: no row can be trusted while they stand. */
  readonly fileIssues: Issue[];
  /** The header of a column by its dotted path, where it is not that path itself. */
  readonly headers: Map<string, string>;
  /** Required fields without a column: said once of the header, not of every row. */
  readonly missingColumns: Set<string>;
}

/** A table of which nothing has been read yet. */
export const emptyReading = <Name extends TableName>(table: Name, file: string): TableReading<Name> => ({
  table,
  file,
  rows: [],
  badRows: [],
  rowIssues: [],
  fileIssues: [],
  headers: new Map(),
  missingColumns: new Set(),
});

const segments = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Table, row and path within the row that a pointer into the register leads to. */
export function readPointer(pointer: string): { readonly table: string; readonly index: number | undefined; readonly path: readonly string[] } {
  const [table = "", row, ...path] = segments(pointer);
  return { table, index: row === undefined ? undefined : Number(row), path };
}

/** The place in a file of a path within a row: its column is the longest header that holds the path. */
export function positionOf({ file, headers }: Pick<TableReading, "file" | "headers">, line: number, path: readonly string[]): FilePosition {
  for (let length = path.length; length > 0; length--) {
    const header = headers.get(dotted(path.slice(0, length)));
    if (header !== undefined) return { file, line, column: header };
  }
  return path.length === 0 ? { file, line } : { file, line, column: dotted(path) };
}

const identifierOf = (row: unknown, table: TableName): string | undefined => {
  const key = table === "areas" ? "code" : "id";
  const id = typeof row === "object" && row !== null ? (row as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof id === "string" ? id : undefined;
};

/**
 * Checks one row by the shape of its table and puts it with the good or the bad ones.
 *
 * @param found issues already known of the row's cells; what the shape says of the same cells is not said twice
 */
export function addRow<Name extends TableName>(reading: TableReading<Name>, raw: unknown, line: number, found: readonly Issue[] = []): void {
  const { table } = reading;
  const index = reading.rows.length + reading.badRows.length;
  const pointer = `/${table}/${index}`;
  const parsed = parseShape(tableShape(table).schema, raw, pointer);
  const faulty = found.map((issue) => issue.pointer);
  const further = parsed.issues
    .filter((issue) => !faulty.some((known) => issue.pointer === known || issue.pointer.startsWith(`${known}/`)))
    .map((issue) => ({ issue, path: readPointer(issue.pointer).path }))
    .filter(({ path }) => !reading.missingColumns.has(path[0] ?? ""))
    .map(({ issue, path }) => ({ ...issue, at: positionOf(reading, line, path) }));
  if (parsed.value !== undefined && found.length === 0) {
    reading.rows.push({ row: parsed.value as Register[Name][number], index, line });
    return;
  }
  reading.rowIssues.push(...found, ...further);
  reading.badRows.push({ index, line, id: identifierOf(raw, table) });
}

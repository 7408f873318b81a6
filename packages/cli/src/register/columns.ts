import { didYouMean, type Issue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { dotted, type TableField, type TableName, tableShape } from "./tableShape.js";

/** A column of a file: its header as written, and the field that stands under it. */
export interface Column extends TableField {
  readonly header: string;
}

/** What stands at a position of the header: a column, no name, or a name that was refused with an issue. */
export type ColumnSlot = Column | "nameless" | "refused";

/** The columns of a file by position, with what is wrong with the header. */
export interface HeaderReading {
  readonly columns: readonly ColumnSlot[];
  /** Required fields that no column gives. */
  readonly missing: readonly string[];
  readonly issues: readonly Issue[];
}

function entryOfMap(table: TableName, header: string): TableField | undefined {
  for (const [map, type] of tableShape(table).entryTypes) {
    const key = header.slice(map.length + 1);
    if (!header.startsWith(`${map}.`) || key === "") continue;
    const path = [...map.split("."), key];
    return { path, type, nonePath: type.kind === "mixed" ? path : undefined, title: undefined };
  }
  return undefined;
}

/**
 * Finds the field of each column by its dotted path (`residence.area`, `skills.bathing`, also the record `disability`) or its
 * Chinese title (出生日期).
 *
 * @param headers cells of the first row
 * @param at where they stand
 */
export function readHeader(table: TableName, headers: readonly string[], at: { readonly file: string; readonly line: number }): HeaderReading {
  const { leaves, records, required } = tableShape(table);
  const byName = new Map<string, TableField>();
  for (const field of [...records, ...leaves]) {
    byName.set(dotted(field.path), field);
    if (field.title !== undefined) byName.set(field.title, field);
  }
  const known = [...byName.keys()];
  const names = headers.map((header) => header.trim());
  const only = names.filter((name) => name !== "");
  if (only.length === 1 && /[;\t；，]/.test(only[0] ?? "")) {
    return {
      columns: names.map(() => "refused"),
      missing: required,
      issues: [reportCliIssue("NOT_COMMA_SEPARATED", `/${table}`, { seen: only[0], at })],
    };
  }
  const issues: Issue[] = [];
  const firstHeader = new Map<string, string>();
  const columns = names.map((header): ColumnSlot => {
    if (header === "") return "nameless";
    const field = byName.get(header) ?? entryOfMap(table, header);
    const here = { ...at, column: header };
    if (field === undefined) {
      issues.push(reportCliIssue("UNKNOWN_COLUMN", `/${table}`, { seen: header, values: didYouMean(header, known), at: here }));
      return "refused";
    }
    const path = dotted(field.path);
    const other = firstHeader.get(path);
    if (other !== undefined) {
      issues.push(reportCliIssue("DUPLICATE_COLUMN", `/${table}`, { seen: header, values: { other }, at: here }));
      return "refused";
    }
    firstHeader.set(path, header);
    return { ...field, header };
  });
  const given = new Set(columns.flatMap((slot) => (typeof slot === "object" ? [slot.path[0]] : [])));
  const missing = required.filter((field) => !given.has(field));
  issues.push(
    ...missing.map((field) => {
      const title = leaves.find(({ path }) => dotted(path) === field)?.title;
      return reportCliIssue("COLUMN_MISSING", `/${table}`, { values: { column: title === undefined ? field : `${field}（${title}）` }, at });
    }),
  );
  return { columns, missing, issues };
}

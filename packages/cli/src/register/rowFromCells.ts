import { type Issue, jsonPointer, reportIssue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { isNone, withoutApostrophe } from "../table/cellText.js";
import { type CellFault, readCell } from "../table/readCell.js";
import type { Column, ColumnSlot } from "./columns.js";

/** A row as an object, before its shape is checked, with what is wrong with its cells. */
export interface CellsReading {
  readonly row: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

// `__proto__` and its like are ordinary column names, not doors to the prototype
const own = (node: Node, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined);
const put = (node: Node, key: string, value: unknown): void => {
  if (key === "__proto__") Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true });
  else node[key] = value;
};

/** Puts a value at a path. @returns whether it went in: not where another cell of the row says otherwise. */
function place(row: Node, path: readonly string[], value: unknown): boolean {
  let node = row;
  for (let depth = 0; depth < path.length - 1; depth++) {
    const key = path[depth] ?? "";
    const next = own(node, key);
    if (next !== undefined && !isNode(next)) return false;
    if (next === undefined) put(node, key, {});
    node = own(node, key) as Node;
  }
  const key = path.at(-1) ?? "";
  const before = own(node, key);
  if (isNode(before) && isNode(value)) return Object.entries(value).every(([inner, part]) => place(before, [inner], part));
  if (before !== undefined && before !== value) return false;
  put(node, key, value);
  return true;
}

function wordFault({ fault, example }: CellFault, pointer: string, seen: string, at: Issue["at"]): Issue {
  const details = { seen, values: { example: example ?? "" }, ...(at === undefined ? {} : { at }) };
  return fault === "NOT_A_NUMBER" ? reportIssue(fault, pointer, details) : reportCliIssue(fault, pointer, details);
}

/**
 * Builds a row from its cells: empty cells are absent, 无 or `null` is `null` where the field or its record may be none.
 *
 * @param pointer JSON pointer of the row: `/people/17`
 * @param at where the row stands
 */
export function rowFromCells(
  cells: readonly string[],
  columns: readonly ColumnSlot[],
  pointer: string,
  at: { readonly file: string; readonly line: number },
): CellsReading {
  const row: Node = {};
  const issues: Issue[] = [];
  for (const [index, cell] of cells.entries()) {
    const text = cell.trim();
    if (text === "") continue;
    const column = columns[index] ?? "nameless";
    if (column === "refused") continue;
    if (column === "nameless") {
      issues.push(reportCliIssue("CELL_WITHOUT_COLUMN", pointer, { seen: text, at }));
      continue;
    }
    const { path, nonePath, type, header } = column;
    const here = () => ({ ...at, column: header });
    const none = nonePath !== undefined && isNone(withoutApostrophe(text));
    const reading = none ? { value: null } : readCell(text, type);
    if ("fault" in reading) {
      issues.push(wordFault(reading, pointer + jsonPointer(path), text, here()));
      continue;
    }
    if (!place(row, none ? nonePath : path, reading.value)) {
      const other = columns.find((slot): slot is Column => typeof slot === "object" && slot !== column && slot.path[0] === path[0]);
      issues.push(
        reportCliIssue("CELLS_CONTRADICT", pointer + jsonPointer(path), { seen: text, values: { other: other?.header ?? header }, at: here() }),
      );
    }
  }
  return { row, issues };
}

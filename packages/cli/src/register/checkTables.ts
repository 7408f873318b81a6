import { type Area, type CivilDate, checkRegister, type FilePosition, type Issue, printValue, type Register } from "@eldercare/core";
import { positionOf, readPointer, type TableReading } from "./tableReading.js";
import type { TableName } from "./tableShape.js";

/** The tables of a folder as they were read; `defaultAreas` where it has none of areas. */
export type Tables = { readonly [Name in TableName]: TableReading<Name> } & { readonly defaultAreas?: readonly Area[] };

/** A row that was left out. */
export interface SkippedRow {
  readonly table: TableName;
  /** Position among the rows of its file, as in the pointer `/people/17`. */
  readonly index: number;
  readonly at: FilePosition;
}

const tableNames: readonly TableName[] = ["people", "households", "areas", "facilities", "caregivers", "volunteers"];

const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);

const rowsOf = <Name extends TableName>(reading: TableReading<Name>): Register[Name][number][] => reading.rows.map(({ row }) => row);

const registerOf = (tables: Tables): Register => ({
  people: rowsOf(tables.people),
  households: rowsOf(tables.households),
  areas: tables.defaultAreas ?? rowsOf(tables.areas),
  facilities: rowsOf(tables.facilities),
  caregivers: rowsOf(tables.caregivers),
  volunteers: rowsOf(tables.volunteers),
});

/** An issue of the register as a whole, and the row of a file that it leads to, if any. */
interface PlacedIssue {
  readonly issue: Issue;
  readonly table: TableName;
  /** Position among the rows that still stand. */
  readonly standing?: number;
}

/** Turns an issue about the register, which holds the rows that still stand, into one about the files from which it was read. */
export function issuePlacer(tables: Tables): (issue: Issue) => Issue {
  return (issue) => {
    const placed = placeIssue(tables, issue);
    return placed.standing === undefined ? issue : placed.issue;
  };
}

/** Turns pointers into the register, which holds the rows that still stand, into pointers and positions of the files. */
function placeIssue(tables: Tables, issue: Issue): PlacedIssue {
  const { table: name, index: standing, path } = readPointer(issue.pointer);
  const table = isTable(name) ? name : "people";
  const reading = tables[table];
  const placed = standing === undefined || (table === "areas" && tables.defaultAreas !== undefined) ? undefined : reading.rows[standing];
  if (placed === undefined || standing === undefined) return { issue: { ...issue, at: issue.at ?? { file: reading.file } }, table };
  const pointer = issue.pointer.replace(/^\/\w+\/\d+/, `/${table}/${placed.index}`);
  return { issue: { ...issue, pointer, at: positionOf(reading, placed.line, path) }, table, standing };
}

const referredTable = (issue: Issue): TableName | undefined => {
  if (issue.code === "AREA_NOT_FOUND") return "areas";
  if (issue.code !== "REFERENCE_NOT_FOUND") return undefined;
  if (issue.pointer.endsWith("/person")) return "people";
  return issue.pointer.endsWith("/household") ? "households" : "facilities";
};

/** The identifiers of rows that could not be read, as issues print them. */
const badIdsOf = (tables: Tables): Map<TableName, Set<string>> =>
  new Map(tableNames.map((table) => [table, new Set(tables[table].badRows.flatMap(({ id }) => (id === undefined ? [] : [printValue(id)])))]));

/**
 * Whether a row merely lists, among others, one that was left out: a household does not fall with one of its members, nor a
 * village, and everybody in it, with one of its facilities.
 */
function listsSkippedRow(gone: ReadonlyMap<TableName, ReadonlySet<string>>, issue: Issue): boolean {
  const referred = /\/(?:members|hosts)\//.test(issue.pointer) ? referredTable(issue) : undefined;
  return referred !== undefined && gone.get(referred)?.has(issue.seen ?? "") === true;
}

/** Whether an issue only follows from a row or a file that could not be read: it goes away with its cause. */
function followsFrom(tables: Tables, badIds: ReadonlyMap<TableName, ReadonlySet<string>>, issue: Issue): boolean {
  if (issue.code === "EMPTY_REGISTER") return tables.people.fileIssues.length + tables.people.badRows.length > 0;
  const referred = referredTable(issue);
  if (referred === undefined) return false;
  return tables[referred].fileIssues.length > 0 || badIds.get(referred)?.has(issue.seen ?? "") === true;
}

/** All issues in the order of tables, and of lines within a table; those of a file as a whole come first. */
function inOrder(tables: Tables, further: readonly PlacedIssue[]): Issue[] {
  return tableNames.flatMap((table) => {
    const { fileIssues, rowIssues } = tables[table];
    const rows = [...rowIssues, ...further.filter((placed) => placed.table === table).map(({ issue }) => issue)];
    return [...fileIssues, ...rows.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0))];
  });
}

/** Checks the tables together and names every issue of theirs; what merely follows from another issue is not repeated. */
export function checkTables(tables: Tables, on: CivilDate): { readonly register: Register; readonly issues: Issue[] } {
  const register = registerOf(tables);
  const badIds = badIdsOf(tables);
  const found = checkRegister(register, on).filter((issue) => !followsFrom(tables, badIds, issue));
  return {
    register,
    issues: inOrder(
      tables,
      found.map((issue) => placeIssue(tables, issue)),
    ),
  };
}

function without<Name extends TableName>(reading: TableReading<Name>, dropped: ReadonlySet<number>): TableReading<Name> {
  return dropped.size === 0 ? reading : { ...reading, rows: reading.rows.filter((_, standing) => !dropped.has(standing)) };
}

/**
 * Leaves out bad rows, then the rows that refer to them, until what stands is sound.
 *
 * @returns `unusable` where a file as a whole is bad or nobody is left
 */
export function skipUntilSound(
  all: Tables,
  on: CivilDate,
): { readonly register: Register; readonly tables: Tables; readonly issues: Issue[]; readonly skipped: SkippedRow[]; readonly unusable: boolean } {
  let tables = all;
  const further: PlacedIssue[] = [];
  const skipped = tableNames.flatMap((table) => {
    const { file, badRows } = all[table];
    return badRows.map(({ index, line }): SkippedRow => ({ table, index, at: { file, line } }));
  });
  const gone = badIdsOf(all);
  let unusable = tableNames.some((table) => all[table].fileIssues.length > 0);
  for (;;) {
    const register = registerOf(tables);
    const found = checkRegister(register, on)
      .filter((issue) => !listsSkippedRow(gone, issue))
      .map((issue) => placeIssue(tables, issue));
    const errors = found.filter(({ issue }) => issue.severity === "error");
    further.push(...errors);
    unusable ||= errors.some(({ standing }) => standing === undefined);
    if (errors.length === 0 || unusable) {
      const order = (row: SkippedRow): number => tableNames.indexOf(row.table);
      skipped.sort((a, b) => order(a) - order(b) || a.index - b.index);
      return { register, tables, issues: inOrder(all, further), skipped, unusable };
    }
    const droppedOf = (table: TableName): ReadonlySet<number> =>
      new Set(errors.flatMap((placed) => (placed.table === table && placed.standing !== undefined ? [placed.standing] : [])));
    for (const table of tableNames) {
      const { file, rows } = tables[table];
      for (const standing of droppedOf(table)) {
        const row = rows[standing];
        if (row === undefined) continue;
        skipped.push({ table, index: row.index, at: { file, line: row.line } });
        gone.get(table)?.add(printValue("code" in row.row ? row.row.code : row.row.id));
      }
    }
    tables = {
      ...tables,
      people: without(tables.people, droppedOf("people")),
      households: without(tables.households, droppedOf("households")),
      areas: without(tables.areas, droppedOf("areas")),
      facilities: without(tables.facilities, droppedOf("facilities")),
      caregivers: without(tables.caregivers, droppedOf("caregivers")),
      volunteers: without(tables.volunteers, droppedOf("volunteers")),
    };
  }
}

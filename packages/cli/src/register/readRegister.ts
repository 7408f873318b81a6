import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Area, type CivilDate, EldercareError, type Issue, type Register, registerTables } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { checkTables, issuePlacer, type SkippedRow, skipUntilSound, type Tables } from "./checkTables.js";
import { readTable, type TableFormat } from "./readTable.js";
import { emptyReading, type TableReading } from "./tableReading.js";
import type { TableName } from "./tableShape.js";

/** How a register is read. */
export interface ReadRegisterOptions {
  /** Civil date asked about: nobody is born after it. */
  readonly on: CivilDate;
  /** Leave out rows with errors, and rows that refer to them, instead of refusing the register. */
  readonly skipBadRows?: boolean;
  /** The areas that hold where the folder has no table of areas. */
  readonly areas?: readonly Area[];
}

/** A register that can be used; with `skipBadRows`, also what was left out and why. */
export interface RegisterReading {
  readonly register: Register;
  readonly issues: readonly Issue[];
  readonly skipped: readonly SkippedRow[];
  /** Tables that the folder does not have: of these nothing is known, which is not the same as nobody being there. */
  readonly absent: readonly TableName[];
  /** An issue about the register (`/people/17/facts/x`) as one about the file, line and column that say so. */
  readonly placed: (issue: Issue) => Issue;
}

const tableNames = Object.keys(registerTables) as TableName[];
const formats: readonly TableFormat[] = ["csv", "jsonl"];

async function readFrom<Name extends TableName>(directory: string, names: ReadonlySet<string>, table: Name, optional: boolean) {
  const [format, second] = formats.filter((candidate) => names.has(`${table}.${candidate}`));
  const file = `${table}.${format ?? "csv"}`;
  const refuse = (issue: Issue): TableReading<Name> => ({ ...emptyReading(table, file), fileIssues: [issue] });
  if (format === undefined) {
    return optional
      ? emptyReading(table, file)
      : refuse(reportCliIssue("TABLE_MISSING", `/${table}`, { values: { table }, at: { file: directory } }));
  }
  if (second !== undefined) return refuse(reportCliIssue("TABLE_TWICE", `/${table}`, { values: { table }, at: { file: directory } }));
  const path = join(directory, file);
  try {
    return readTable(table, path, await readFile(path), format);
  } catch (error) {
    return refuse(reportCliIssue("FILE_NOT_READABLE", `/${table}`, { values: reasonOf(error), at: { file: path } }));
  }
}

async function readTables(
  directory: string,
  options: ReadRegisterOptions,
): Promise<{ readonly tables: Tables; readonly absent: readonly TableName[] }> {
  const names = await readdir(directory).catch(() => {
    throw new EldercareError([reportCliIssue("REGISTER_NOT_FOUND", "", { seen: directory, at: { file: directory } })]);
  });
  const found = new Set(names);
  const ownAreas = formats.some((format) => found.has(`areas.${format}`));
  const absent = tableNames.filter((table) => table !== "areas" && !formats.some((format) => found.has(`${table}.${format}`)));
  const tables: Tables = {
    ...(ownAreas || options.areas === undefined ? {} : { defaultAreas: options.areas }),
    people: await readFrom(directory, found, "people", false),
    households: await readFrom(directory, found, "households", true),
    areas: await readFrom(directory, found, "areas", options.areas !== undefined),
    facilities: await readFrom(directory, found, "facilities", true),
    caregivers: await readFrom(directory, found, "caregivers", true),
    volunteers: await readFrom(directory, found, "volunteers", true),
  };
  return { tables, absent };
}

/**
 * Reads a register from a folder with the tables `people`, `households`, `areas`, `facilities`, `caregivers` and `volunteers`,
 * each a `.csv` or a `.jsonl` file (UTF-8, UTF-16 or GB18030). `people` must be there, `areas` too unless given as an option.
 *
 * In CSV, columns are dotted paths (`residence.area`, `skills.bathing`) or Chinese titles (出生日期). An empty cell means
 * unknown; 无 or `null` means known to be none; lists are separated by `;` and `[]` is a list known to be empty; shifts,
 * events, members and certificates are JSON; dates may also be 1942/6/1, 1942年6月1日 or 19420601.
 *
 * @param directory path of the folder
 * @returns the register; with `skipBadRows` also the issues of the rows left out
 * @throws EldercareError with every issue of all files at once, each with file, line and column: always where a file as a whole
 * cannot be read or nobody is left, and for any bad row unless `skipBadRows` is given
 * @example
 * const { register } = await readRegister("register", { on: "2026-11-21" });
 */
export async function readRegister(directory: string, options: ReadRegisterOptions): Promise<RegisterReading> {
  const { tables, absent } = await readTables(directory, options);
  if (options.skipBadRows) {
    const { register, tables: sound, issues, skipped, unusable } = skipUntilSound(tables, options.on);
    if (unusable) throw new EldercareError(issues);
    return { register, issues, skipped, absent, placed: issuePlacer(sound) };
  }
  const { register, issues } = checkTables(tables, options.on);
  if (issues.some((issue) => issue.severity === "error")) throw new EldercareError(issues);
  return { register, issues, skipped: [], absent, placed: issuePlacer(tables) };
}

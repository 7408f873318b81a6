import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Area, EldercareError, type Register } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { readTable, type TableFormat } from "../register/readTable.js";
import type { TableName } from "../register/tableShape.js";

const tables = ["households", "areas", "facilities", "caregivers", "volunteers"] as const satisfies readonly TableName[];
const formats: readonly TableFormat[] = ["csv", "jsonl"];

/**
 * Reads the tables of a register's folder that stand around its people, who come from elsewhere: each row is checked by its
 * shape; tables that are not there stay unknown.
 *
 * @throws EldercareError REGISTER_NOT_FOUND, FILE_NOT_READABLE; every issue of every row at once
 */
export async function readSurroundings(directory: string, areas: readonly Area[] | undefined): Promise<Partial<Register>> {
  const names = await readdir(directory).catch(() => {
    throw new EldercareError([reportCliIssue("REGISTER_NOT_FOUND", "", { seen: directory, at: { file: directory } })]);
  });
  const register: Partial<Record<TableName, readonly unknown[]>> = areas === undefined ? {} : { areas };
  for (const table of tables)
    for (const format of formats) {
      const file = join(directory, `${table}.${format}`);
      if (!names.includes(`${table}.${format}`)) continue;
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", `/${table}`, { values: reasonOf(error), at: { file } })]);
      });
      const { rows, fileIssues, rowIssues } = readTable(table, file, bytes, format);
      if (fileIssues.length + rowIssues.length > 0) throw new EldercareError([...fileIssues, ...rowIssues]);
      register[table] = rows.map(({ row }) => row);
    }
  return register as Partial<Register>;
}

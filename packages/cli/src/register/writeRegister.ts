import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Register } from "@eldercare/core";
import { printTable } from "./printTable.js";
import type { TableFormat } from "./readTable.js";
import type { TableName } from "./tableShape.js";

const tableNames: readonly TableName[] = ["people", "households", "areas", "facilities", "caregivers", "volunteers"];

/**
 * Writes a register so that `readRegister` reads the same one: one file a table, `people.csv` and so on, or `people.jsonl`.
 *
 * @param directory made where it does not exist; files of the same names are overwritten
 */
export async function writeRegister(register: Register, directory: string, format: TableFormat): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const table of tableNames) await writeFile(join(directory, `${table}.${format}`), printTable(register, table, format));
}

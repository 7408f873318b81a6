import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readAreaTables } from "../src/register/readAreaTables.js";
import { writeRegister } from "../src/register/writeRegister.js";
import { synthesise } from "../src/synthetic/synthesise.js";
import { chengkou } from "./program.js";

/** Writes a small register into a folder. */
export async function ownRegister(directory: string, format: "csv" | "jsonl"): Promise<string> {
  await mkdir(directory, { recursive: true });
  const areas = await readAreaTables(chengkou);
  await writeRegister(synthesise({ areas, people: 60, seed: 3, on: "2026-11-21" }), directory, format);
  return directory;
}

/** Changes one file of a register. */
export async function edit(directory: string, name: string, change: (text: string) => string): Promise<void> {
  const file = join(directory, name);
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`the change found nothing to change in ${name}`);
  await writeFile(file, after);
}

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { reportPackCommand } from "../pack/codes.js";
import type { PackSkeleton } from "./packSkeleton.js";

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const filesOf = ({ pack, cases, overlay }: PackSkeleton): readonly (readonly [string, unknown])[] => [
  ["pack.json", pack],
  ["cases.json", cases],
  ...(overlay === undefined ? [] : [["illustrative.json", overlay] as const]),
];

/**
 * Refuses a folder that holds any of the files of a pack.
 *
 * @throws EldercareError FILE_EXISTS
 */
export function requireFree(folder: string): void {
  const taken = ["pack.json", "cases.json", "illustrative.json"].map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (taken.length > 0) throw new EldercareError(taken.map((path) => reportPackCommand("FILE_EXISTS", "/out", { seen: path })));
}

/**
 * Writes the files of a new pack, and never over what is there.
 *
 * @returns the names of the files
 * @throws EldercareError FILE_EXISTS, OUT_NOT_WRITABLE
 */
export async function writeNewPack(folder: string, skeleton: PackSkeleton): Promise<readonly string[]> {
  requireFree(folder);
  const files = filesOf(skeleton);
  try {
    await mkdir(folder, { recursive: true });
    // a file that has come since is not written over either
    for (const [name, contents] of files) await writeFile(join(folder, name), json(contents), { flag: "wx" });
  } catch (error) {
    throw new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: folder, values: reasonOf(error) })]);
  }
  return files.map(([name]) => name);
}

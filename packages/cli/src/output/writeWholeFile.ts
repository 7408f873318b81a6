import { rename, rm, writeFile } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";

/**
 * Writes a file beside its place and moves it in, so that a reader never meets half of it.
 *
 * @throws EldercareError OUT_NOT_WRITABLE
 */
export async function writeWholeFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: file, values: { reason: reasonOf(error) } })]);
  }
}

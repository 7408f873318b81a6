import { rename, rm, stat, writeFile } from "node:fs/promises";
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
    throw refused(file, error);
  }
}

/**
 * Tries whether a file can be written where it is wanted, and leaves nothing behind.
 *
 * @throws EldercareError OUT_NOT_WRITABLE
 */
export async function requireWritable(file: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    const isFolder = await stat(file).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) throw Object.assign(new Error(`EISDIR: ${file}`), { code: "EISDIR" });
    await writeFile(beside, "");
  } catch (error) {
    throw refused(file, error);
  } finally {
    await rm(beside, { force: true });
  }
}

const refused = (file: string, error: unknown): EldercareError =>
  new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: file, values: reasonOf(error) })]);

import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";

/** Files of a run by their path within the output folder. */
export type OutputFiles = ReadonlyMap<string, string>;

const reasonOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : String(error));

/**
 * Writes all files or none: they are written beside the folder first and moved in when the last one stands. Folders that
 * the run owns (`calendars`) are replaced whole, so that no file of an earlier run stays behind; others are left alone.
 *
 * @throws EldercareError OUT_NOT_WRITABLE
 */
export async function writeOutputs(out: string, files: OutputFiles): Promise<void> {
  const target = resolve(out);
  let staging: string | undefined;
  try {
    await mkdir(target, { recursive: true });
    staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    for (const [path, text] of files) {
      const file = join(staging, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    for (const entry of new Set([...files.keys()].map((path) => path.split("/")[0] ?? path))) {
      await rm(join(target, entry), { recursive: true, force: true });
      await rename(join(staging, entry), join(target, entry));
    }
  } catch (error) {
    throw new EldercareError([reportCliIssue("OUT_NOT_WRITABLE", "/out", { seen: out, values: { reason: reasonOf(error) } })]);
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true });
  }
}

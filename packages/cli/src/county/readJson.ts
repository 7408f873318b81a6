import { readFile } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { jsonFault } from "../register/jsonFault.js";

/** Line and column (1-based) of an offset in a text. */
function positionAt(text: string, offset: number): { line: number; column: string } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: String((before.at(-1)?.length ?? 0) + 1) };
}

/**
 * Reads a JSON file.
 *
 * @throws EldercareError FILE_NOT_READABLE, or FILE_NOT_JSON with line and column
 */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", "", { values: { reason }, at: { file } })]);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const offset = jsonFault(text);
    const at = offset === undefined ? { file } : { file, ...positionAt(text, offset) };
    throw new EldercareError([
      reportCliIssue("FILE_NOT_JSON", "", { values: { reason: error instanceof Error ? error.message : String(error) }, at }),
    ]);
  }
}

/** Runs a check on what a file holds; every issue then says which file it is. */
export function inFile<Value>(file: string, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    throw new EldercareError(error.issues.map((issue) => ({ ...issue, at: issue.at ?? { file } })));
  }
}

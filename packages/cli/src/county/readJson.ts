import { readFile } from "node:fs/promises";
import { EldercareError } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { jsonFault } from "../register/jsonFault.js";
import { asUtf8 } from "../table/asUtf8.js";

/** Line and column (1-based) of an offset in a text. */
function positionAt(text: string, offset: number): { line: number; column: string } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: String((before.at(-1)?.length ?? 0) + 1) };
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", "", { values: reasonOf(error), at: { file } })]);
  });
  const utf8 = asUtf8(bytes);
  if (typeof utf8 === "string") throw new EldercareError([reportCliIssue(utf8, "", { at: { file } })]);
  return utf8.toString("utf8");
}

/**
 * Reads a JSON file in UTF-8, UTF-16 or GB18030.
 *
 * @throws EldercareError FILE_NOT_READABLE; WORKBOOK_NOT_TEXT, ENCODING_UNKNOWN; FILE_NOT_JSON with line and column
 */
export async function readJson(file: string): Promise<unknown> {
  return (await readJsonWithText(file)).json;
}

/** The same, with the text in which everything has its place. */
export async function readJsonWithText(file: string): Promise<{ readonly json: unknown; readonly text: string }> {
  const text = await readText(file);
  try {
    return { json: JSON.parse(text), text };
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

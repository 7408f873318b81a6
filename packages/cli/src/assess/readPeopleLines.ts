import { createReadStream } from "node:fs";
import { EldercareError, type OlderPerson, reportIssue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { jsonFault } from "../register/jsonFault.js";

/** A person of a file with one JSON object on each line, and the line. */
export interface PersonLine {
  readonly line: number;
  readonly person: OlderPerson;
}

function personOf(file: string, text: string, line: number): PersonLine {
  const at = { file, line };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const column = String((jsonFault(text) ?? text.length) + 1);
    throw new EldercareError([reportCliIssue("JSON_MALFORMED", "", { values: { column }, at: { ...at, column } })]);
  }
  const id = typeof json === "object" && json !== null && "id" in json ? json.id : undefined;
  // without an id nobody could tell whose the answer is
  if (typeof id !== "string" || id === "") throw new EldercareError([reportIssue("MISSING_FIELD", "/id", { values: { field: "id" }, at })]);
  return { line, person: json as OlderPerson };
}

/** The lines of a text file in UTF-8, read as they are needed. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new EldercareError([reportCliIssue("ENCODING_UNKNOWN", "", { at: { file } })]);
    }
  };
  let rest = "";
  for await (const bytes of createReadStream(file)) {
    const lines = (rest + decode(bytes as Uint8Array)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decode();
}

/**
 * Reads people from a file with one JSON object on each line, some at a time: never more of them are held than asked for.
 *
 * @throws EldercareError FILE_NOT_READABLE, ENCODING_UNKNOWN; JSON_MALFORMED, MISSING_FIELD with the line
 */
export async function* readPeopleLines(file: string, atOnce: number): AsyncGenerator<readonly PersonLine[]> {
  let held: PersonLine[] = [];
  let line = 0;
  try {
    for await (const text of linesOf(file)) {
      line += 1;
      if (text.trim() === "") continue;
      held.push(personOf(file, text, line));
      if (held.length < atOnce) continue;
      yield held;
      held = [];
    }
  } catch (error) {
    if (error instanceof EldercareError) throw error;
    throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", "", { values: { reason: reasonOf(error) }, at: { file } })]);
  }
  if (held.length > 0) yield held;
}

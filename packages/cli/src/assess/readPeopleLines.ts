import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { EldercareError, type OlderPerson, reportIssue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reasonOf } from "../errors/reasonOf.js";
import { jsonFault } from "../register/jsonFault.js";

/** A person of a file with one JSON object on each line, and the line. */
export interface PersonLine {
  readonly line: number;
  readonly person: OlderPerson;
}

/** Some people of a file, and how much of the file has been read with them, from 0 to 1. */
export interface PeopleLines {
  readonly lines: readonly PersonLine[];
  readonly readShare: number;
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

const chunkBytes = 1 << 20;

/** The lines of a text file in UTF-8, as many at once as one piece of the file holds, with the bytes read so far. */
async function* linesOf(file: string): AsyncGenerator<{ readonly lines: readonly string[]; readonly bytes: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new EldercareError([reportCliIssue("ENCODING_UNKNOWN", "", { at: { file } })]);
    }
  };
  let rest = "";
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>) {
    const lines = (rest + decode(chunk)).split("\n");
    rest = lines.pop() ?? "";
    bytes += chunk.length;
    yield { lines, bytes };
  }
  yield { lines: [rest + decode()], bytes };
}

/**
 * Reads people from a file with one JSON object on each line, some at a time: never many more of them are held than asked for.
 *
 * @param atOnce how many are wanted together
 * @throws EldercareError FILE_NOT_READABLE, ENCODING_UNKNOWN; JSON_MALFORMED, MISSING_FIELD with the line
 */
export async function* readPeopleLines(file: string, atOnce: number): AsyncGenerator<PeopleLines> {
  let held: PersonLine[] = [];
  let line = 0;
  try {
    const { size } = await stat(file);
    for await (const { lines, bytes } of linesOf(file)) {
      for (const text of lines) {
        line += 1;
        if (text.trim() !== "") held.push(personOf(file, text, line));
        if (held.length < atOnce) continue;
        yield { lines: held, readShare: Math.min(1, bytes / size) };
        held = [];
      }
    }
  } catch (error) {
    if (error instanceof EldercareError) throw error;
    throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", "", { values: { reason: reasonOf(error) }, at: { file } })]);
  }
  if (held.length > 0) yield { lines: held, readShare: 1 };
}

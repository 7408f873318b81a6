import { Buffer } from "node:buffer";
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

const chunkBytes = 1 << 22;
const lineFeed = 10;

/** The lines of a text file in UTF-8, as many at once as one piece of the file holds, with the bytes read so far. */
async function* linesOf(file: string): AsyncGenerator<{ readonly lines: readonly string[]; readonly bytes: number }> {
  // whole lines are decoded, not pieces of a stream: Node.js makes texts of them that it reads a fifth faster as JSON
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let begun = false;
  const linesIn = (pieces: readonly Uint8Array[]): string[] => {
    try {
      const text = decoder.decode(Buffer.concat(pieces));
      const lines = (begun ? text : text.replace(/^\uFEFF/, "")).split("\n");
      begun = true;
      return lines;
    } catch {
      throw new EldercareError([reportCliIssue("ENCODING_UNKNOWN", "", { at: { file } })]);
    }
  };
  // the beginning of a line that has not ended yet
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    const end = chunk.lastIndexOf(lineFeed);
    if (end < 0) held.push(chunk);
    else {
      const lines = linesIn([...held, chunk.subarray(0, end)]);
      held = [chunk.subarray(end + 1)];
      yield { lines, bytes };
    }
  }
  yield { lines: linesIn(held), bytes };
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
    throw new EldercareError([reportCliIssue("FILE_NOT_READABLE", "", { values: reasonOf(error), at: { file } })]);
  }
  if (held.length > 0) yield { lines: held, readShare: 1 };
}

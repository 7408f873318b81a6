import { Buffer } from "node:buffer";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EldercareError } from "@eldercare/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPeopleLines } from "./readPeopleLines.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-lines-"));
});

afterAll(() => rm(folder, { recursive: true }));

/** The ids of the people of a file, with their lines. */
async function read(content: string | Buffer, atOnce = 2): Promise<{ readonly ids: (readonly [number, string])[]; readonly shares: number[] }> {
  const file = join(folder, "people.jsonl");
  await writeFile(file, content);
  const found: { ids: (readonly [number, string])[]; shares: number[] } = { ids: [], shares: [] };
  for await (const { lines, readShare } of readPeopleLines(file, atOnce)) {
    expect(lines.length).toBeLessThanOrEqual(atOnce);
    found.ids.push(...lines.map(({ line, person }) => [line, person.id] as const));
    found.shares.push(readShare);
  }
  return found;
}

const codesOf = (found: Promise<unknown>): Promise<unknown> =>
  found.catch((error: unknown) => (error instanceof EldercareError ? error.issues.map(({ code, at }) => [code, at?.line]) : error));

describe("people read line by line", () => {
  it("are those of every line that is not empty, whatever ends it, the last with or without an end", async () => {
    const ids = [
      [1, "a"],
      [3, "b"],
      [4, "c"],
    ];
    expect((await read('{"id":"a"}\n\n{"id":"b"}\r\n{"id":"c"}\n')).ids).toEqual(ids);
    expect((await read('{"id":"a"}\n \n{"id":"b"}\n{"id":"c"}')).ids).toEqual(ids);
    expect(await read("")).toEqual({ ids: [], shares: [] });
  });

  it("may begin with a byte order mark, but only the file may", async () => {
    expect((await read('\uFEFF{"id":"a"}\n{"id":"b"}\n')).ids).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    expect(await codesOf(read('{"id":"a"}\n\uFEFF{"id":"b"}\n'))).toEqual([["JSON_MALFORMED", 2]]);
  });

  it("may have lines that are longer than what is read at once, and letters of several bytes anywhere in them", async () => {
    // letters of three bytes: no piece of a file ends between two of them each time
    const long = "城".repeat(3_000_000);
    const { ids, shares } = await read(`{"id":"a"}\n{"id":"${long}"}\n{"id":"z"}\n`, 1);
    expect(ids.map(([line, id]) => [line, id.length])).toEqual([
      [1, 1],
      [2, 3_000_000],
      [3, 1],
    ]);
    expect(ids[1]?.[1] === long).toBe(true);
    expect(shares.every((share, place) => share > 0 && share <= 1 && share >= (shares[place - 1] ?? 0))).toBe(true);
  });

  it("are refused in another encoding than UTF-8, also where a letter is cut off at the end", async () => {
    expect(await codesOf(read(Buffer.from([0x7b, 0xb3, 0xc7, 0xbf, 0xda, 0x7d])))).toEqual([["ENCODING_UNKNOWN", undefined]]);
    const cut = Buffer.from('{"id":"a"}\n{"id":"城');
    expect(await codesOf(read(cut.subarray(0, -1)))).toEqual([["ENCODING_UNKNOWN", undefined]]);
  });
});

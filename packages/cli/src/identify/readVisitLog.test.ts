import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EldercareError } from "@eldercare/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVisitLog } from "./readVisitLog.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-visits-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, text: string | Uint8Array) {
  const file = join(folder, name);
  await writeFile(file, text);
  return readVisitLog(file);
}
const issuesOf = (name: string, text: string) =>
  read(name, text).then(
    () => [],
    (error: unknown) =>
      error instanceof EldercareError ? error.issues.map(({ code, at }) => [code, at?.line, at?.column].join(" ").trim()) : [error],
  );

describe("a log of visits", () => {
  const visits = [
    { id: "x-1", person: "p-1", on: "2026-10-08", channel: "homeVisit", visitor: "c-1" },
    { id: "x-2", person: "p-2", on: "2026-10-09" },
  ];

  it("is read from a table by field names or Chinese titles, and from lines of JSON", async () => {
    expect(await read("a.csv", "id,person,on,channel,visitor\nx-1,p-1,2026-10-08,homeVisit,c-1\nx-2,p-2,2026/10/9,,\n")).toEqual(visits);
    expect(
      await read("b.csv", "\uFEFFid,探访对象,探访日期,探访方式,探访人\r\nx-1,p-1,2026年10月8日,homeVisit,c-1\r\nx-2,p-2,20261009,,\r\n"),
    ).toEqual(visits);
    expect(await read("c.jsonl", `${visits.map((visit) => JSON.stringify(visit)).join("\n")}\n\n`)).toEqual(visits);
  });

  it("names every fault with its line and column", async () => {
    expect(await issuesOf("d.csv", "id,person,on,channel\nx-1,p-1,2026-02-30,homeVist\n,p-2,2026-10-09,phone\n")).toEqual([
      "NOT_A_DATE 2 on",
      "NOT_IN_LIST 2 channel",
      "MISSING_FIELD 3 id",
    ]);
    expect(await issuesOf("e.csv", "id,persn,on\n")).toEqual(["UNKNOWN_COLUMN 1"]);
    expect(await issuesOf("f.csv", "\n")).toEqual(["HEADER_MISSING 1"]);
    expect(await issuesOf("g.csv", 'id,person,on\n"x\n')).toEqual(["CSV_MALFORMED 2"]);
    expect(await issuesOf("h.jsonl", '{"id":"x-1",}\n{"id":"x-2","person":"p-2","on":"2026-10-09","by":"c-1"}\n')).toEqual(["JSON_MALFORMED 1 13"]);
    expect(await issuesOf("i.jsonl", '{"id":"x-2","person":"p-2","on":"2026-10-09","by":"c-1"}\n')).toEqual(["UNKNOWN_KEY 1"]);
    await expect(readVisitLog(join(folder, "nowhere.csv"))).rejects.toThrow("FILE_NOT_READABLE");
    await expect(read("j.csv", Uint8Array.of(0x61, 0xff, 0xff))).rejects.toThrow("ENCODING_UNKNOWN");
  });
});

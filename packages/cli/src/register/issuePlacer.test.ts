import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportIssue } from "@eldercare/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRegister } from "./readRegister.js";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "eldercare-register-"));
  // the first row is bad: that of the second person is the third line, and the first that still stands
  await writeFile(join(folder, "people.csv"), "id,birthDate,facts.rooms\np-1,1940-02-30,1\np-2,1941-03-15,many\n");
  await writeFile(join(folder, "areas.csv"), "code,name,tier\n500229,城口县,county\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an issue that the rules find in a register", () => {
  it("names the file, the line and the column of the row, also where rows before it were left out", async () => {
    const { placed } = await readRegister(folder, { on: "2026-11-21", skipBadRows: true });
    const issue = placed(reportIssue("NOT_A_NUMBER", "/people/0/facts/rooms", { seen: "many" }));
    expect(issue).toMatchObject({ pointer: "/people/1/facts/rooms", at: { file: join(folder, "people.csv"), line: 3, column: "facts.rooms" } });
  });

  it("stays as it is where it is about no row", async () => {
    const { placed } = await readRegister(folder, { on: "2026-11-21", skipBadRows: true });
    const issue = reportIssue("NOT_A_DATE", "/on", { seen: "today" });
    expect(placed(issue)).toEqual(issue);
  });
});

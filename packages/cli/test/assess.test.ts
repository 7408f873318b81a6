import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edit, ownRegister } from "./ownRegister.js";
import { chengkou, Program } from "./program.js";

let program: Program;

const inFolder = (...path: string[]): string => join(program.folder, ...path);
const linesOf = async (name: string): Promise<string[]> => (await readFile(inFolder(name), "utf8")).split("\n").filter((line) => line !== "");

beforeAll(async () => {
  program = await Program.build();
  await ownRegister(inFolder("csv"), "csv");
  await ownRegister(inFolder("jsonl"), "jsonl");
}, 60_000);

afterAll(() => program.remove());

describe("assessing a register", { timeout: 60_000 }, () => {
  it("writes decisions as a table or as lines of JSON, as many as it says", async () => {
    const table = await program.eldercare("assess", "--register", "csv", "--out", "decisions.csv", "--json");
    expect(table.status).toBe(0);
    const counted = JSON.parse(table.stdout);
    const rows = await linesOf("decisions.csv");
    expect(rows[0]?.startsWith("\uFEFF对象编号 subject,")).toBe(true);
    expect(rows.length - 1).toBe(counted.written);
    expect(await program.eldercare("assess", "--register", "csv", "--out", "decisions.jsonl")).toMatchObject({ status: 0 });
    const decisions = (await linesOf("decisions.jsonl")).map((line) => JSON.parse(line) as { rule: string; status: string });
    expect(decisions.length).toBe(counted.written);
    for (const { rule, granted, undetermined } of counted.rules as { rule: string; granted: number; undetermined: number }[]) {
      const own = decisions.filter((decision) => decision.rule === rule && ["granted", "met", "undetermined"].includes(decision.status));
      expect(own.length, rule).toBe(granted + undetermined);
    }
  });

  it("gives people read line by line the answers that they have in the register", async () => {
    const rule = ["--rule", "pairing.oneToOne", "--rule", "cn/category.olderPerson"];
    const whole = await program.eldercare("assess", "--register", "jsonl", ...rule, "--out", "whole.jsonl", "--all");
    const lines = await program.eldercare(
      "assess",
      "--people",
      "jsonl/people.jsonl",
      "--register",
      "jsonl",
      ...rule,
      "--out",
      "lines.jsonl",
      "--all",
    );
    expect([whole.status, lines.status]).toEqual([0, 0]);
    expect(await linesOf("lines.jsonl")).toEqual(await linesOf("whole.jsonl"));
  });

  it("names line and column of a bad row and writes nothing, or leaves the row out where it may", async () => {
    const people = await readFile(inFolder("jsonl", "people.jsonl"), "utf8");
    await writeFile(inFolder("bad.jsonl"), people.replace(/"birthDate":"[^"]*"/, '"birthDate":"1940-02-30"'));
    const refused = await program.eldercare("assess", "--people", "bad.jsonl", "--data", chengkou, "--out", "never.jsonl");
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toContain("NOT_A_DATE  bad.jsonl:1  birthDate");
    expect((await readdir(program.folder)).filter((name) => name.startsWith("never"))).toEqual([]);
    const skipped = await program.eldercare("assess", "--people", "bad.jsonl", "--data", chengkou, "--skip-bad-rows", "--json");
    expect(JSON.parse(skipped.stdout)).toMatchObject({ subjects: 59, skipped: 1 });
    await writeFile(inFolder("cut.jsonl"), `${people.split("\n")[0]}\n{"id": "p-2",\n`);
    expect((await program.eldercare("assess", "--people", "cut.jsonl")).stderr).toContain("JSON_MALFORMED  cut.jsonl:2:14");
  });

  it.each([
    [["--people", "nowhere.jsonl"], "FILE_NOT_READABLE  nowhere.jsonl"],
    [["--people", "people.csv"], "OPTION_INVALID  /people"],
    [["--register", "nowhere"], "REGISTER_NOT_FOUND"],
    [[], "/register"],
    [["--register", "csv", "--out", "decisions.xlsx"], "/out"],
    [["--register", "csv", "--on", "today"], "/on"],
    [["--register", "csv", "--rule", "no.such.rule"], "RULE_NOT_FOUND"],
    [["--register", "csv", "--out", "nowhere/decisions.csv"], "OUT_NOT_WRITABLE"],
  ])("is refused with %j, in so many words", async (args, word) => {
    const outcome = await program.eldercare("assess", ...args);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain(word);
  });

  it("refuses a register with a bad row as the main job does", async () => {
    const folder = await ownRegister(inFolder("wrong"), "csv");
    await edit(folder, "people.csv", (text) => text.replace(/,19\d\d-/, ",3019-"));
    const outcome = await program.eldercare("assess", "--register", "wrong");
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain("people.csv:");
  });
});

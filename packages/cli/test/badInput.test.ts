import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edit, ownRegister } from "./ownRegister.js";
import { nationalFile, Program, packFile } from "./program.js";

let program: Program;

beforeAll(async () => {
  program = await Program.build();
}, 60_000);

afterAll(() => program.remove());

const inFolder = (name: string): string => join(program.folder, name);

async function register(name: string, format: "csv" | "jsonl", table: string, change: (text: string) => string): Promise<string> {
  const directory = await ownRegister(inFolder(name), format);
  await edit(directory, `${table}.${format}`, change);
  return directory;
}

/** A run that must end with status 2, say code and place, and write nothing. */
async function refused(code: string, where: string, ...args: string[]): Promise<void> {
  const out = `refused-${code}`;
  const outcome = await program.demo(out, "--iterations", "1", ...args);
  expect(outcome.stderr).toContain(code);
  expect(outcome.stderr).toContain(where);
  expect(outcome.status).toBe(2);
  expect(outcome.stdout).toBe("");
  expect(existsSync(inFolder(out))).toBe(false);
}

describe("bad input", { timeout: 60_000 }, () => {
  it("such as -1 people is refused with what to give instead", async () => {
    await refused("OPTION_INVALID", "/people", "--people", "-1");
  });

  it.each([
    ["a year far off", "/on", "--on", "0026-11-21"],
    ["no output folder", "/out", "--out", ""],
  ])("such as %s is refused", async (_, ...where) => {
    const [pointer, ...args] = where;
    await refused("OPTION_INVALID", pointer, "--people", "5", ...args);
  });

  it("such as a pack for another place is refused before a folder is made", async () => {
    const text = (await readFile(packFile, "utf8")).replace('"area": "500229"', '"area": "500230"');
    await writeFile(inFolder("elsewhere.json"), text);
    await refused("PACK_FOR_OTHER_AREA", "elsewhere.json", "--people", "5", "--pack", inFolder("elsewhere.json"));
  });

  it("is not what the national pack is, given as one's own", async () => {
    const outcome = await program.demo("national", "--people", "20", "--iterations", "1", "--pack", nationalFile);
    expect(outcome.stderr).not.toContain("✗");
    expect(outcome.status).toBe(0);
  });

  it("is not what a pack is that an editor saved in UTF-16, and a fault after a byte order mark is found at its place", async () => {
    await writeFile(inFolder("utf16.json"), iconv.encode(await readFile(packFile, "utf8"), "utf-16le", { addBOM: true }));
    expect(await program.demo("utf16", "--people", "5", "--iterations", "1", "--pack", inFolder("utf16.json"))).toMatchObject({ status: 0 });
    await writeFile(inFolder("marked.json"), '\uFEFF{ "id" 1 }');
    await refused("FILE_NOT_JSON", "marked.json:1:8", "--pack", inFolder("marked.json"));
  });

  it("such as an unknown option is refused", async () => {
    expect(await program.demo("nothing", "--poeple", "5")).toMatchObject({ status: 2 });
    expect(existsSync(inFolder("nothing"))).toBe(false);
  });

  it("such as an unknown key in the pack is refused, naming the file and the key", async () => {
    await writeFile(inFolder("pack.json"), (await readFile(packFile, "utf8")).replace('"rules":', '"ruels":'));
    await refused("PACK_UNKNOWN_KEY", "/ruels", "--pack", inFolder("pack.json"));
  });

  it("such as a pack that is no JSON is refused with line and column", async () => {
    await writeFile(inFolder("broken.json"), '{\n  "id": "x",\n  "area" "500229"\n}');
    await refused("FILE_NOT_JSON", "broken.json:3:10", "--pack", inFolder("broken.json"));
  });

  it("such as a birth date in the future is refused with file, row and column", async () => {
    const directory = await register("future", "csv", "people", (text) => text.replace(/\d{4}-\d\d-\d\d/, "2030-01-01"));
    await refused("BIRTH_DATE_IN_FUTURE", "people.csv:2  birthDate", "--register", directory);
  });

  it("such as an area that does not exist is refused with file, row and column", async () => {
    const directory = await register("nowhere", "jsonl", "people", (text) => text.replace(/"area":"\d{12}"/, '"area":"500229999999"'));
    await refused("AREA_NOT_FOUND", "people.jsonl:1  residence.area", "--register", directory);
  });

  it("such as a caregiver without shifts is refused", async () => {
    const directory = await register("idle", "jsonl", "caregivers", (text) =>
      text
        .split("\n")
        .map((line, index) => (index === 0 ? JSON.stringify({ ...JSON.parse(line), shifts: [] }) : line))
        .join("\n"),
    );
    await refused("CAREGIVER_WITHOUT_SHIFTS", "caregivers.jsonl:1  shifts", "--register", directory);
  });

  it("such as an empty register is refused", async () => {
    const directory = await register("empty", "csv", "people", (text) => `${text.split("\r\n")[0]}\r\n`);
    await refused("EMPTY_REGISTER", "people", "--register", directory);
  });

  it("leaves bad rows out, and says which, only when asked", async () => {
    const directory = await register("skipped", "jsonl", "people", (text) =>
      text.replace(/"birthDate":"\d{4}-\d\d-\d\d"/, '"birthDate":"1942-13-01"'),
    );
    await refused("NOT_A_DATE", "people.jsonl", "--register", directory);
    const outcome = await program.demo("out-skipped", "--register", directory, "--skip-bad-rows", "--iterations", "10");
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).toContain("NOT_A_DATE");
    expect(JSON.parse(await program.read("out-skipped", "summary.json"))).toMatchObject({ people: 59 });
  });

  it("is not what a date before the document is, but the run says that its rules were not asked", async () => {
    const outcome = await program.demo("before", "--people", "20", "--iterations", "1", "--on", "2021-01-01");
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).toContain("PACK_NOT_IN_FORCE");
    expect(JSON.parse(await program.read("before", "summary.json")).visits.asked).toBe(0);
  });

  it("such as a folder that cannot be written to is refused", async () => {
    await writeFile(inFolder("a-file"), "");
    const outcome = await program.demo("a-file", "--people", "5", "--iterations", "1");
    expect(outcome.stderr).toContain("OUT_NOT_WRITABLE");
    expect(outcome.status).toBe(2);
  });
});

describe("the tools for packs", { timeout: 60_000 }, () => {
  it("find the shipped pack sound, and its cases as written", async () => {
    expect(await program.eldercare("pack", "lint", packFile)).toMatchObject({ status: 0 });
    const tested = await program.eldercare("pack", "test", packFile);
    expect(tested.stdout).toMatch(/^\d+ passed, 0 failed$/m);
    expect(tested.status).toBe(0);
  });

  it.each(["null", "{}", "[null]"])("refuse %s as the cases of a pack", async (text) => {
    await writeFile(inFolder("no-cases.json"), text);
    const outcome = await program.eldercare("pack", "test", packFile, "--cases", inFolder("no-cases.json"));
    expect(outcome.stderr).toContain("no-cases.json");
    expect(outcome.stderr).toContain("WRONG_TYPE");
    expect(outcome.status).toBe(2);
  });

  it("say what is wrong with another, and where", async () => {
    const written = await readFile(packFile, "utf8");
    await writeFile(inFolder("misspelt.json"), written.replace('{ "and": [', '{ "adn": ['));
    const outcome = await program.eldercare("pack", "lint", inFolder("misspelt.json"));
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toContain("OPERATOR_NOT_FOUND");
    expect(outcome.stdout).toContain("misspelt.json");
  });
});

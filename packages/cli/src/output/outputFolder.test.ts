import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { OutputFolder } from "./outputFolder.js";

async function emptyFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "eldercare-output-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

function write(out: string, files: Readonly<Record<string, string>>): void {
  const folder = OutputFolder.open(out);
  try {
    folder.write(new Map(Object.entries(files)));
  } finally {
    folder.leave();
  }
}

describe("an output folder", () => {
  it("holds what was written and nothing else", async () => {
    const out = join(await emptyFolder(), "a/b");
    write(out, { "plan.json": "{}", "calendars/c-1.ics": "1" });
    expect((await readdir(out, { recursive: true })).sort()).toEqual(["calendars", "calendars/c-1.ics", "plan.json"]);
  });

  it("is gone again where nothing came into it", async () => {
    const root = await emptyFolder();
    OutputFolder.open(join(root, "a/b")).leave();
    expect(await readdir(root)).toEqual([]);
  });

  it("loses the calendars of earlier runs, and nothing that is not the run's own", async () => {
    const out = await emptyFolder();
    write(out, { "calendars/c-1.ics": "1", "calendars/c-2.ics": "2" });
    await writeFile(join(out, "calendars/my notes.txt"), "mine");
    await mkdir(join(out, "mine"));
    write(out, { "calendars/c-2.ics": "new" });
    expect((await readdir(out, { recursive: true })).sort()).toEqual(["calendars", "calendars/c-2.ics", "calendars/my notes.txt", "mine"]);
    expect(await readFile(join(out, "calendars/c-2.ics"), "utf8")).toBe("new");
  });

  it("is as it was where one of the files cannot take its place", async () => {
    const out = await emptyFolder();
    write(out, { "plan.json": "old", "calendars/c-1.ics": "old" });
    await mkdir(join(out, "run.json"));
    expect(() => write(out, { "plan.json": "new", "calendars/c-2.ics": "new", "run.json": "new" })).toThrow("OUT_NOT_WRITABLE");
    expect((await readdir(out, { recursive: true })).sort()).toEqual(["calendars", "calendars/c-1.ics", "plan.json", "run.json"]);
    expect(await readFile(join(out, "plan.json"), "utf8")).toBe("old");
  });

  it("is refused before anything is done where a file stands in its way", async () => {
    const root = await emptyFolder();
    await writeFile(join(root, "file"), "");
    expect(() => OutputFolder.open(join(root, "file/out"))).toThrow("OUT_NOT_WRITABLE");
    expect(await readdir(root)).toEqual(["file"]);
  });
});

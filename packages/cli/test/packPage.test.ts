import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Program } from "./program.js";

let program: Program;
const packs = join(import.meta.dirname, "../../rules/packs");
const read = (...path: string[]): Promise<string> => readFile(join(program.folder, ...path), "utf8");

beforeAll(async () => {
  program = await Program.build();
}, 60_000);
afterAll(() => program.remove());

describe("pages of packs", { timeout: 60_000 }, () => {
  it("are written for each pack in both languages, with one that leads to them all, the same bytes each time", async () => {
    const folders = [join(packs, "cn"), join(packs, "cn-500229-chengkou", "pack.json")];
    expect(await program.eldercare("pack", "page", ...folders, "--out", "pages")).toMatchObject({ status: 0 });
    const names = ["cn", "cn-500229-chengkou", "index"].flatMap((name) => [`${name}.en.html`, `${name}.zh.html`]).sort();
    expect((await readdir(join(program.folder, "pages"))).sort()).toEqual(names);
    await program.eldercare("pack", "page", ...folders, "--out", "again");
    for (const name of names) expect(await read("again", name), name).toBe(await read("pages", name));
    const index = await read("pages", "index.en.html");
    expect(index).toContain('<a href="cn-500229-chengkou.en.html">Rural elder care in Chengkou County</a>');
    expect(await read("pages", "cn.zh.html")).toContain("凡在世，已满60周岁的，列为“老年人”。");
  });

  it("are refused for files that are not what they must be", async () => {
    await mkdir(join(program.folder, "own"));
    const pack = await readFile(join(packs, "cn", "pack.json"), "utf8");
    await writeFile(join(program.folder, "own", "pack.json"), pack);
    await writeFile(join(program.folder, "own", "findings.json"), '[{ "code": "RULES_OVERLAP", "pointer": "/rules/0", "why": "原文如此" }]');
    const wrong = await program.eldercare("pack", "page", "own", "--out", "never");
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toContain("WRONG_TYPE  own/findings.json:1:");
    expect(await readdir(program.folder)).not.toContain("never");
    await writeFile(join(program.folder, "own", "findings.json"), "[]");
    await writeFile(join(program.folder, "taken"), "");
    expect((await program.eldercare("pack", "page", "own", "--out", "taken/pages")).stderr).toContain("OUT_NOT_WRITABLE");
    expect((await program.eldercare("pack", "page", "own", "--out", "pages", "--on", "today")).status).toBe(2);
  });
});

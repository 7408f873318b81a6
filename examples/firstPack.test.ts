import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
// what `npm run -s eldercare` leaves of itself: bundling it again for each command would take most of the time
const program = fromRoot(".cache/eldercare.mjs");

/** What stands between fences in a page: its kind, the file that it goes into, and the text. */
interface Block {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
}

async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(fromRoot(`docs/${page}`), "utf8");
  return [...text.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)\n```$/gm)].map(([, kind = "", file = "", body = ""]) => ({ kind, file, text: body }));
}

/** The words of a command as a shell reads them: a line may go on after a backslash, quotes hold words together. */
const wordsOf = (command: string): string[] =>
  [...command.replaceAll("\\\n", " ").matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds to a file what a page says to add: lists grow at their end, parts of the pack by their names. */
function added(before: unknown, more: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  if (!isObject(before) || !isObject(more)) throw new Error("what is added is not of the same kind");
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(more)) {
    const there = merged[name];
    if (there === undefined) merged[name] = value;
    else if (isObject(there) && isObject(value)) {
      expect(Object.keys(value).filter((key) => key in there)).toEqual([]);
      merged[name] = { ...there, ...value };
    } else merged[name] = added(there, value);
  }
  return merged;
}

/** The only name of a field in each line of a mistake: what is right, and what is written instead. */
const mistakeIn = (text: string): [string, string] => {
  const [right = "", wrong = ""] = text.split("\n").map((line) => /"var": "([^"]+)"/.exec(line)?.[1]);
  return [right, wrong];
};

describe("the tutorial for a first pack", { timeout: 120_000 }, () => {
  let folder = "";

  beforeAll(async () => {
    await run(process.execPath, [fromRoot("scripts/run.mjs"), "eldercare", "--version"]);
    folder = await mkdtemp(join(tmpdir(), "first-pack-"));
    await mkdir(join(folder, "here"));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function printed(command: string): Promise<string> {
    const words = wordsOf(command);
    expect(words.slice(0, 6)).toEqual(["npm", "run", "-s", "eldercare", "--", "pack"]);
    const options = { cwd: join(folder, "here"), env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined } };
    const { stdout, stderr } = await run(process.execPath, [program, ...words.slice(5)], options).catch(
      (error: { readonly stdout: string; readonly stderr: string }) => error,
    );
    return (stdout + stderr).trimEnd();
  }

  it("prints what the page says at every step, from the sentence to the tested pack", async () => {
    const blocks = await blocksOf("first-pack.md");
    const inPack = (name: string): string => join(folder, "示例县", name);
    let mistake: readonly [string, string] | undefined;
    let output = "";
    const seen: string[] = [];
    for (const { kind, file, text } of blocks) {
      if (kind === "json") {
        const after = added(JSON.parse(await readFile(inPack(file), "utf8")), JSON.parse(text));
        await writeFile(inPack(file), JSON.stringify(after, null, 2));
      } else if (kind === "diff") mistake = mistakeIn(text);
      else if (kind === "sh" && mistake !== undefined) {
        const right = await readFile(inPack("pack.json"), "utf8");
        await writeFile(inPack("pack.json"), right.replace(...mistake));
        output = await printed(text);
        await writeFile(inPack("pack.json"), right);
        mistake = undefined;
      } else if (kind === "sh") output = await printed(text);
      else {
        expect(kind).toBe("text");
        expect(output).toBe(text);
        seen.push(output);
      }
    }
    expect(seen.length).toBeGreaterThan(12);
    // the pack ends as it should: nothing wrong, nothing unnoticed
    expect(seen.findLast((text) => text.includes("passed"))).toMatch(/（100%）\n\d+ passed, 0 failed$/);
  });

  it("is the same in English: the same files, commands and outputs", async () => {
    expect(await blocksOf("first-pack.en.md")).toEqual(await blocksOf("first-pack.md"));
  });

  it("quotes every clause from the document that it shows", async () => {
    const page = await readFile(fromRoot("docs/first-pack.md"), "utf8");
    const document = page.split("\n").filter((line) => line.startsWith("> "));
    const quotes = [...page.matchAll(/"section": "(.+?)".*"quote": "(.+?)"/g)];
    expect(quotes.length).toBe(document.length - 2);
    for (const [, section, quote] of quotes) expect(document).toContain(`> ${section}　${quote}`);
  });
});

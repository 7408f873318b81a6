import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { importSource } from "../importSource.mjs";
import { packFolders, packsFolder } from "../packFolders.mjs";
import { callersFolder } from "../program.mjs";
import { root } from "../workspace.mjs";
import { existingCalculators } from "./calculators.mjs";

const badInput = 2;

/**
 * The packs of a folder with their files.
 *
 * @param {string} folder
 * @returns {import("./collectClauses.js").PackFolder[]}
 */
export function readPackFolders(folder) {
  return packFolders(folder).map((path) => {
    const id = basename(path);
    const read = (/** @type {string} */ file) => (existsSync(join(path, file)) ? readFileSync(join(path, file), "utf8") : undefined);
    const [records, document] = [read("clauses.json"), read("source.txt")];
    return {
      id,
      path: relative(root, path),
      pack: read("pack.json") ?? "",
      ...(records === undefined ? {} : { records }),
      ...(document === undefined ? {} : { document }),
    };
  });
}

/**
 * What a text of JSON holds; nothing where it is none: that is said when the file is read in earnest.
 *
 * @param {string | undefined} text
 * @returns {unknown}
 */
function jsonIn(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}

/**
 * The clauses of some packs with their homes, every reference looked up.
 *
 * @param {readonly import("./collectClauses.js").PackFolder[]} folders
 * @param {Readonly<Record<string, number>>} counts
 */
export async function clausesOf(folders, counts) {
  const { calculatorsNamed, collectClauses } = await clauseSources();
  const named = folders.flatMap(({ records }) => calculatorsNamed(jsonIn(records)));
  const existing = await existingCalculators(named);
  return collectClauses(folders, counts, (calculator) => existing.has(calculator));
}

/** @returns {Promise<typeof import("./index.js")>} */
const clauseSources = async () => /** @type {typeof import("./index.js")} */ (await importSource("scripts/clauses/index.ts"));

/** How many clauses each document has, by the id of its pack. */
export const recordedCounts = () => JSON.parse(readFileSync(new URL("counts.json", import.meta.url), "utf8"));

/**
 * `npm run -s clauses`: every clause of the documents with what carries it out, or why it is only recorded.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} 2 where a reference leads nowhere, a quote is not verbatim, or a clause has no home
 */
export async function listClauses(args) {
  const { clausesJson, printClauses, printIssues, reportCliIssue } = await clauseSources();
  /** @type {string | undefined} */
  let file;
  try {
    file = parseArgs({ args: [...args], options: { json: { type: "string" } } }).values.json;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n用法 / usage: npm run -s clauses -- [--json FILE]\n`);
    return badInput;
  }
  const collected = await clausesOf(readPackFolders(packsFolder), recordedCounts());
  process.stdout.write(printClauses(collected));
  const issues = [...collected.issues];
  if (file !== undefined)
    try {
      writeFileSync(resolve(callersFolder(), file), `${JSON.stringify(clausesJson(collected), null, 1)}\n`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      issues.push(reportCliIssue("OUT_NOT_WRITABLE", "/json", { seen: file, values: { reason } }));
    }
  if (issues.length > 0) process.stderr.write(`\n${printIssues(issues)}\n`);
  return issues.length > 0 ? badInput : 0;
}

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { EldercareError, type Issue } from "@eldercare/core";
import { type Overlay, type Pack, parseOverlay } from "@eldercare/rules";
import { requireSound } from "@eldercare/rules/lint";
import { readJsonWithText } from "../county/readJson.js";
import { builtInPacks } from "./builtInPacks.js";
import { jsonPositions } from "./jsonPositions.js";

/** A file of a pack as it was read, with where everything stands in it. */
export interface PackFile {
  readonly file: string;
  readonly json: unknown;
  /** The same issues with file, line and column; those about another file stay as they are. */
  place<Found extends Issue>(issues: readonly Found[]): Found[];
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Reads a JSON file that authors write; of a folder, the `pack.json` (or the name given) in it.
 *
 * @throws EldercareError as `readJsonWithText` does
 */
export async function readPackFile(path: string, nameInFolder = "pack.json"): Promise<PackFile> {
  const file = (await isFolder(path)) ? join(path, nameInFolder) : path;
  const { json, text } = await readJsonWithText(file);
  const positionOf = jsonPositions(text);
  const place = <Found extends Issue>(issues: readonly Found[]): Found[] =>
    issues.map((issue) => {
      if (issue.at !== undefined) return issue;
      const { line, column } = positionOf(issue.pointer);
      return { ...issue, at: { file, line, column: String(column) } };
    });
  return { file, json, place };
}

/** Runs a check on what a file holds; every issue then says where in the file it is. */
export function inPackFile<Value>({ place }: PackFile, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof EldercareError)) throw error;
    throw new EldercareError(place(error.issues));
  }
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === "object" && json !== null;

const idOf = (json: unknown): unknown => (isObject(json) ? json.id : undefined);

/** The packs that a pack names as its parents; none where it is not written as it must be. */
const extendsOf = (json: unknown): readonly unknown[] => (isObject(json) && Array.isArray(json.extends) ? json.extends : []);

/**
 * The packs that a pack stands on, each after those that it stands on itself: those of `--parent` in their order, and of the
 * packs that come with the program all that are named and not given.
 *
 * @throws EldercareError with the errors of the parents
 */
export async function readParents(json: unknown, files: readonly string[]): Promise<readonly Pack[]> {
  const given: PackFile[] = [];
  for (const file of files) given.push(await readPackFile(file));
  const taken = new Set([idOf(json), ...given.map((each) => idOf(each.json))]);
  const parents: Pack[] = [];
  const addBuiltIn = async (id: unknown): Promise<void> => {
    const load = typeof id === "string" && Object.hasOwn(builtInPacks, id) ? builtInPacks[id] : undefined;
    if (load === undefined || taken.has(id)) return;
    taken.add(id);
    const { pack } = await load();
    for (const parent of pack.extends) await addBuiltIn(parent);
    parents.push(pack);
  };
  for (const each of given) {
    for (const parent of extendsOf(each.json)) await addBuiltIn(parent);
    parents.push(inPackFile(each, () => requireSound(each.json, parents)));
  }
  for (const parent of extendsOf(json)) await addBuiltIn(parent);
  return parents;
}

/** Reads a pack that can be used, with its parents. */
export async function readSoundPack(
  path: string,
  parentFiles: readonly string[],
): Promise<{ readonly pack: Pack; readonly parents: readonly Pack[]; readonly file: PackFile }> {
  const file = await readPackFile(path);
  const parents = await readParents(file.json, parentFiles);
  return { pack: inPackFile(file, () => requireSound(file.json, parents)), parents, file };
}

/** Reads values for open parameters. */
export async function readOverlays(files: readonly string[]): Promise<Overlay[]> {
  const overlays: Overlay[] = [];
  for (const path of files) {
    const file = await readPackFile(path, "illustrative.json");
    overlays.push(inPackFile(file, () => parseOverlay(file.json)));
  }
  return overlays;
}

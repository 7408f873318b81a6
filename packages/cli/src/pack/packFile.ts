import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { didYouMean, EldercareError, type Issue } from "@eldercare/core";
import { type Overlay, type Pack, parseOverlay } from "@eldercare/rules";
import { requireSound } from "@eldercare/rules/lint";
import { readJsonWithText } from "../county/readJson.js";
import { builtInPacks } from "./builtInPacks.js";
import { reportPackCommand } from "./codes.js";
import { jsonPositions } from "./jsonPositions.js";
import { type PackFileName, packFileKind, packFileTitles } from "./packFileKind.js";

/** A file of a pack as it was read, with where everything stands in it. */
export interface PackFile {
  readonly file: string;
  /** The folder that it stands in; absent of a pack that comes with the program. */
  readonly folder?: string;
  readonly json: unknown;
  /** The same issues with file, line and column; those about another file stay as they are. */
  place<Found extends Issue>(issues: readonly Found[]): Found[];
}

const kindOf = (path: string): Promise<"file" | "folder" | undefined> =>
  stat(path).then(
    (found) => (found.isDirectory() ? "folder" : "file"),
    () => undefined,
  );

const builtInIds = Object.keys(builtInPacks);

const notThere = (seen: string, name: PackFileName): EldercareError => {
  const values = { name, known: builtInIds.join(", "), ...didYouMean(seen, builtInIds) };
  return new EldercareError([reportPackCommand("PACK_FILE_MISSING", "", { seen, values, at: { file: seen } })]);
};

/** A pack that comes with the program; issues about it lead into the pack, not into a file. */
async function readBuiltIn(id: string): Promise<PackFile | undefined> {
  const load = Object.hasOwn(builtInPacks, id) ? builtInPacks[id] : undefined;
  if (load === undefined) return undefined;
  const { pack } = await load();
  return { file: id, json: pack, place: (issues) => issues.map((issue) => ({ ...issue, at: issue.at ?? { file: id } })) };
}

/** Refuses a file that is plainly another one than asked for. */
function requireKind(json: unknown, file: string, wanted: PackFileName): void {
  const kind = packFileKind(json);
  if (kind === undefined || kind === wanted) return;
  const [is, asked] = [packFileTitles[kind], packFileTitles[wanted]];
  const values = { "kind.zh": is.zh, "kind.en": is.en, "wanted.zh": asked.zh, "wanted.en": asked.en, name: wanted };
  throw new EldercareError([reportPackCommand("FILE_OF_OTHER_KIND", "", { values, at: { file } })]);
}

/**
 * Reads a JSON file that authors write; of a folder, the `pack.json` (or the name given) in it; of a pack that comes with the
 * program, its id is enough.
 *
 * @throws EldercareError PACK_FILE_MISSING, FILE_OF_OTHER_KIND; as `readJsonWithText` does
 */
export async function readPackFile(path: string, name: PackFileName = "pack.json"): Promise<PackFile> {
  const kind = await kindOf(path);
  if (kind === undefined) {
    const builtIn = name === "pack.json" ? await readBuiltIn(path) : undefined;
    if (builtIn === undefined) throw notThere(path, name);
    return builtIn;
  }
  const file = kind === "folder" ? join(path, name) : path;
  if (kind === "folder" && (await kindOf(file)) === undefined) throw notThere(file, name);
  const { json, text } = await readJsonWithText(file);
  requireKind(json, file, name);
  const positionOf = jsonPositions(text);
  const place = <Found extends Issue>(issues: readonly Found[]): Found[] =>
    issues.map((issue) => {
      if (issue.at !== undefined) return issue;
      const { line, column } = positionOf(issue.pointer);
      return { ...issue, at: { file, line, column: String(column) } };
    });
  return { file, folder: dirname(file), json, place };
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

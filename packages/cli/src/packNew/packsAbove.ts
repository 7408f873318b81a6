import { isCancel, select } from "@clack/prompts";
import type { Pack } from "@eldercare/rules";
import { pack as national } from "@eldercare/rules/packs/cn";
import { builtInPacks } from "../pack/builtInPacks.js";
import { readPackFile, readParents } from "../pack/packFile.js";

/** What a new pack stands on. */
export interface PacksAbove {
  /** What the new pack names in `extends`. */
  readonly ids: readonly string[];
  /** Those that do not come with the program. */
  readonly files: readonly string[];
  readonly packs: readonly Pack[];
}

/** Asks which of the built-in packs the new one stands on; undefined where the author gives up. */
export async function askParent(): Promise<readonly string[] | undefined> {
  const answer = await select({
    message: "上级政策包（不在其中的，另用 --parent 写明文件） / the pack that it stands on (another: --parent with its file)",
    options: Object.keys(builtInPacks).map((id) => ({ value: id, label: id === national.id ? `${id}（全国通用 / national）` : id })),
    initialValue: national.id,
  });
  return isCancel(answer) ? undefined : [answer];
}

/**
 * Reads the packs that a new pack stands on.
 *
 * @param given identifiers of built-in packs, files of others; the national pack where there are none
 * @throws EldercareError with what is wrong with a file
 */
export async function readAbove(given: readonly string[]): Promise<PacksAbove> {
  const builtIn = given.filter((name) => Object.hasOwn(builtInPacks, name));
  const files = given.filter((name) => !builtIn.includes(name));
  const read = await Promise.all(files.map((file) => readPackFile(file)));
  const own = read.map(({ json }) => (json as { readonly id?: unknown }).id).filter((id): id is string => typeof id === "string");
  const ids = given.length === 0 ? [national.id] : [...builtIn, ...own];
  return { ids, files, packs: await readParents({ extends: ids }, files) };
}

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

/** Where the packs stand. */
export const packsFolder = join(root, "packages", "rules", "packs");

/**
 * The folders that hold a pack, in alphabetical order.
 *
 * @param {string} [folder] where they stand
 */
export function packFolders(folder = packsFolder) {
  return readdirSync(folder)
    .sort()
    .map((id) => join(folder, id))
    .filter((path) => existsSync(join(path, "pack.json")));
}

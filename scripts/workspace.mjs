import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the workspace. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What may be deleted at any time: bundles, counts, screenshots. */
export const cacheFolder = join(root, ".cache");

/**
 * What this workspace reads of a manifest.
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {Record<string, unknown>} [exports]
 * @property {string | Record<string, string>} [bin]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 */

/**
 * The manifest in a folder.
 *
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** Folders of all packages, in alphabetical order. */
export function packageFolders() {
  return readdirSync(join(root, "packages"))
    .sort()
    .map((name) => join(root, "packages", name))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

/** Folders of the packages that are published, in alphabetical order. */
export function publishedFolders() {
  return packageFolders().filter((folder) => readManifest(folder).private !== true);
}

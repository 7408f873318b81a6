import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.mjs";

const skipped = new Set(["node_modules", "dist", "out", "coverage"]);

/**
 * Every file of our own below a folder, as paths from the root with forward slashes, sorted.
 *
 * @param {string} folder path from the root, e.g. `packages/core/src`
 * @returns {string[]}
 */
export function listFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return skipped.has(entry.name) || entry.name.startsWith(".") ? [] : listFiles(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runTool } from "../tool.mjs";
import { publishedFolders, readManifest } from "../workspace.mjs";

/**
 * One published package as its users receive it.
 *
 * @typedef {object} Tarball
 * @property {string} name of the package
 * @property {string} source folder of the package in the workspace
 * @property {string} file the `.tgz`
 * @property {string[]} contents paths of the files in it, from the package's root
 */

/**
 * Packs every published package as pnpm would publish it.
 *
 * @param {string} destination an empty folder
 * @returns {Promise<Tarball[]>}
 * @throws {Error} where one cannot be packed
 */
export async function packTarballs(destination) {
  /** @type {Tarball[]} */
  const tarballs = [];
  for (const source of publishedFolders()) {
    const { name, version } = readManifest(source);
    const file = join(destination, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
    // npm would leave `workspace:^` in the manifest: only pnpm replaces it
    const status = await runTool("pnpm", ["--silent", "pack", "--out", file], { cwd: source, timeoutMinutes: 2 });
    if (status !== 0) throw new Error(`${name} cannot be packed`);
    const listing = execFileSync("tar", ["-tzf", file], { encoding: "utf8" });
    const contents = listing.split("\n").filter((line) => line !== "" && !line.endsWith("/"));
    tarballs.push({ name, source, file, contents: contents.map((path) => path.replace(/^package\//, "")).sort() });
  }
  return tarballs;
}

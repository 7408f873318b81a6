/**
 * What a package lets its users import, as specifiers.
 *
 * @typedef {object} EntryPoints
 * @property {string[]} modules code with types
 * @property {string[]} data JSON files, wildcards written out
 */

/**
 * The entry points that a manifest promises.
 *
 * @param {import("../workspace.mjs").Manifest} manifest
 * @param {readonly string[]} contents paths of the package's files, from its root
 * @returns {EntryPoints}
 */
export function entryPointsOf({ name, exports = {} }, contents) {
  /** @type {EntryPoints} */
  const entryPoints = { modules: [], data: [] };
  for (const [subpath, target] of Object.entries(exports)) {
    const specifier = name + subpath.slice(1);
    if (typeof target !== "string") entryPoints.modules.push(specifier);
    else if (!target.includes("*")) entryPoints.data.push(specifier);
    else {
      const [before = "", after = ""] = target.slice(2).split("*");
      const matches = contents.filter((file) => file.startsWith(before) && file.endsWith(after));
      entryPoints.data.push(...matches.map((file) => specifier.replace("*", file.slice(before.length, file.length - after.length))));
    }
  }
  return entryPoints;
}

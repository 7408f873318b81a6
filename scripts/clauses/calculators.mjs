import { existsSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "../importSource.mjs";
import { readManifest, root } from "../workspace.mjs";

/**
 * The source behind an entry point, as a path from the root; undefined where no package of ours has such an entry point.
 *
 * @param {string} entryPoint such as `@eldercare/core/staffing`
 * @returns {string | undefined}
 */
function sourceOf(entryPoint) {
  const [, name = "", subpath = ""] = /^@eldercare\/([a-z]+)((?:\/[A-Za-z0-9-]+)*)$/.exec(entryPoint) ?? [];
  const folder = join("packages", name);
  if (name === "" || !existsSync(join(root, folder, "package.json"))) return undefined;
  const { exports = {} } = readManifest(join(root, folder));
  const target = exports[`.${subpath}`];
  if (typeof target !== "object" || target === null || !("@eldercare/source" in target)) return undefined;
  const source = target["@eldercare/source"];
  return typeof source === "string" ? join(folder, source) : undefined;
}

/**
 * Those of some calculators `<entry point>#<function>` that exist: the entry point is published and exports a function of that
 * name. Its source is imported and looked at.
 *
 * @param {readonly string[]} calculators
 * @returns {Promise<ReadonlySet<string>>}
 */
export async function existingCalculators(calculators) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const entryPoint of new Set(calculators.map((calculator) => calculator.split("#")[0] ?? ""))) {
    const source = sourceOf(entryPoint);
    if (source === undefined) continue;
    const exported = await importSource(source);
    for (const [name, value] of Object.entries(exported)) if (typeof value === "function") found.add(`${entryPoint}#${name}`);
  }
  return new Set(calculators.filter((calculator) => found.has(calculator)));
}

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readManifest, root } from "../workspace.mjs";

/**
 * A project outside the workspace that has the tarballs installed.
 *
 * @typedef {object} Consumer
 * @property {string} folder
 * @property {() => void} remove
 */

/**
 * @param {string} target
 * @param {string} link
 */
function linkTo(target, link) {
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(realpathSync(target), link, "junction");
}

/**
 * Installs tarballs in a new folder without the network: they are unpacked, and what they depend on is linked from the
 * workspace.
 *
 * @param {readonly import("./packTarballs.mjs").Tarball[]} tarballs
 * @returns {Consumer}
 */
export function installConsumer(tarballs) {
  // a path that careless code gets wrong: a space, a number sign, a percent sign
  const folder = mkdtempSync(join(tmpdir(), "eldercare consumer #1 100%-"));
  const ours = new Set(tarballs.map(({ name }) => name));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  linkTo(join(root, "node_modules", "@types", "node"), join(folder, "node_modules", "@types", "node"));
  for (const { name, source, file } of tarballs) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    execFileSync("tar", ["-xzf", file, "-C", target, "--strip-components=1"]);
    const { dependencies = {} } = readManifest(target);
    for (const [dependency, range] of Object.entries(dependencies)) {
      if (range.startsWith("workspace:")) throw new Error(`${name} asks for ${dependency} as ${range}, which no registry understands`);
      if (!ours.has(dependency)) linkTo(join(source, "node_modules", dependency), join(target, "node_modules", dependency));
    }
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

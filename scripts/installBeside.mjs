import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "./runProcess.mjs";
import { cacheFolder, root } from "./workspace.mjs";

/**
 * Installs tools that one command needs, once, beside the workspace, so that nobody else pays for them.
 *
 * @param {string} manifests folder of their `package.json` and `package-lock.json`, from the root
 * @param {string} name of the folder under `.cache`
 * @returns {Promise<string>} the folder; its `node_modules` hold them
 * @throws {Error} where they cannot be fetched
 */
export async function installBeside(manifests, name) {
  const folder = join(cacheFolder, name);
  const lock = readFileSync(join(root, manifests, "package-lock.json"), "utf8");
  // written last, so that half an installation is none
  const stamp = join(folder, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return folder;
  mkdirSync(folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(root, manifests, file), join(folder, file));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const status = await runProcess(npm, ["ci", "--no-audit", "--no-fund", "--legacy-peer-deps"], { cwd: folder });
  if (status !== 0) throw new Error(`the tools of ${manifests} could not be installed; the network is needed once`);
  writeFileSync(stamp, lock);
  return folder;
}

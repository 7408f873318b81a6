import { join } from "node:path";
import { runNode } from "./runProcess.mjs";
import { readManifest, root } from "./workspace.mjs";

/**
 * The file behind a command of an installed package. Tools are run by their file and never through npx, which asks the
 * network.
 *
 * @param {string} packageName
 * @param {string} [command] where it is not named like its package
 */
export function toolFile(packageName, command = packageName) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = readManifest(folder);
  const file = typeof bin === "string" ? bin : bin?.[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

/**
 * Runs a command of an installed package in the root of the workspace.
 *
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {import("./runProcess.mjs").RunOptions & { command?: string }} [options]
 * @returns {Promise<number>} its exit status
 */
export function runTool(packageName, args, { command, ...options } = {}) {
  return runNode([toolFile(packageName, command), ...args], { cwd: root, ...options });
}

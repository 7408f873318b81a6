import { relative } from "node:path";
import { bundleProgram } from "./bundle.mjs";
import { runNode } from "./runProcess.mjs";
import { root } from "./workspace.mjs";

/**
 * The folder where the user stood when calling npm, which itself moves to the root of the workspace: paths that the user
 * gives start there.
 */
export function callersFolder() {
  const moved = relative(root, process.cwd()) === "" && process.env.npm_lifecycle_event !== undefined;
  return (moved ? process.env.INIT_CWD : undefined) ?? process.cwd();
}

/**
 * Bundles a program from its sources and runs it where the user stands.
 *
 * @param {string} entry path from the root of the workspace
 * @param {string} name of the bundle
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit status
 */
export async function runProgram(entry, name, args) {
  const bundle = await bundleProgram(entry, name);
  return runNode(["--enable-source-maps", bundle, ...args], { cwd: callersFolder() });
}

import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runTool } from "./tool.mjs";
import { publishedFolders, root } from "./workspace.mjs";

/**
 * Builds every published package into its `dist`.
 *
 * @returns {Promise<number>} 0 where all succeed, else the highest exit status
 */
export async function buildPackages() {
  let worst = 0;
  for (const folder of publishedFolders()) {
    process.stdout.write(`building ${relative(root, folder)}\n`);
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    const status = await runTool("tsup", ["--silent"], { cwd: folder, timeoutMinutes: 5 });
    if (status !== 0) process.stderr.write(`${relative(root, folder)} cannot be built\n`);
    worst = Math.max(worst, status);
  }
  return worst;
}

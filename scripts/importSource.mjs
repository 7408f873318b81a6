import { build } from "esbuild";
import { root } from "./workspace.mjs";

/**
 * Imports a source file of the workspace, bundled with what it imports.
 *
 * @param {string} file path from the root
 * @returns {Promise<Record<string, unknown>>}
 */
export async function importSource(file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@eldercare/source"],
    logLevel: "warning",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`);
}

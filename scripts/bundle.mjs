import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { cacheFolder, root } from "./workspace.mjs";

// dependencies in CommonJS call `require` for Node's own modules, which an ES module does not have
const banner = `import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);`;

/**
 * Bundles a program from its sources, so that it runs without a build.
 *
 * @param {string} entry path from the root of the workspace, e.g. `packages/cli/src/main.ts`
 * @param {string} name of the bundle, e.g. `eldercare`
 * @returns {Promise<string>} path of the bundle
 */
export async function bundleProgram(entry, name) {
  const outfile = join(cacheFolder, `${name}.mjs`);
  await bundle(entry, outfile);
  // programs that search on several threads start it from beside themselves
  await bundle("packages/scheduler/src/parallel/worker.ts", join(cacheFolder, "parallel", "worker.js"));
  return outfile;
}

/** @param {string} entry @param {string} outfile */
async function bundle(entry, outfile) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    outfile,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    conditions: ["@eldercare/source"],
    // jsonc-parser in CommonJS loads its parts in a way that cannot be bundled
    mainFields: ["module", "main"],
    sourcemap: true,
    banner: { js: banner },
    logLevel: "warning",
  });
  mkdirSync(dirname(outfile), { recursive: true });
  for (const { path, contents } of outputFiles) {
    // written beside and moved, so that two runs at once never read half a file
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, contents);
    renameSync(beside, path);
  }
}

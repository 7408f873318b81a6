import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "scheduler-solver-"));
const here = createRequire(import.meta.url);

/** Builds the worker of HiGHS, where `highs` is what is given: an address, or nothing that exists. */
async function built(name: string, highs: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL("../src/siting/worker.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@eldercare/source"],
    logLevel: "error",
    plugins: [{ name: "highs", setup: ({ onResolve }) => onResolve({ filter: /^highs$/ }, () => ({ path: highs, external: true })) }],
  });
  return outfile;
}

const withSolver = await built("with", pathToFileURL(here.resolve("highs")).href);
const without = await built("without", "highs");

/** Starts the worker as it is built, with HiGHS installed. */
export const startBuiltSolver = (): Worker => new Worker(withSolver);

/** Starts the worker as it is built, where HiGHS is not installed. */
export const startWithoutHighs = (): Worker => new Worker(without);

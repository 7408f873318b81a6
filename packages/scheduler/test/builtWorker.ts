import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";

const folder = mkdtempSync(join(tmpdir(), "scheduler-worker-"));
const built = join(folder, "worker.mjs");
buildSync({
  entryPoints: [fileURLToPath(new URL("../src/parallel/worker.ts", import.meta.url))],
  outfile: built,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["@eldercare/source"],
  logLevel: "error",
});

/** Starts the worker as it is built. */
export const startBuiltWorker = (): Worker => new Worker(built);

/** Starts a worker of another program. */
export function startProgram(name: string, program: string): Worker {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  return new Worker(file, { stderr: true });
}

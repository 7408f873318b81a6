import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a program took from its start to its end. */
export interface Usage {
  /** By the clock. */
  readonly seconds: number;
  /** Of the processor, on the thread of the program itself; absent where the system does not tell. */
  readonly mainThreadSeconds?: number;
  /** Of the processor, on all threads: with those that clean up and compile beside it. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

/** A program that has ended, with what it wrote to standard output. */
export interface MeasuredRun {
  readonly usage: Usage;
  readonly output: string;
}

/**
 * Runs a program of Node.js in a process of its own.
 *
 * @param root of the workspace
 * @param folder where to leave notes
 * @throws Error where it fails
 */
export function runMeasured(root: string, folder: string, program: string, args: readonly string[]): MeasuredRun {
  const usageFile = join(folder, "usage.json");
  const teller = pathToFileURL(join(root, "packages", "bench", "src", "assess", "tellUsage.mjs")).href;
  const { status, stdout } = spawnSync(process.execPath, ["--import", teller, program, ...args], {
    encoding: "utf8",
    env: { ...process.env, USAGE_FILE: usageFile },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: exit status ${status}`);
  return { usage: JSON.parse(readFileSync(usageFile, "utf8")) as Usage, output: stdout };
}

import type { Buffer } from "node:buffer";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { bundleProgram } from "../../../scripts/bundle.mjs";

const run = promisify(execFile);

/** The areas and services of Chengkou, as the demo uses them. */
export const chengkou = resolve(import.meta.dirname, "../../../examples/data/chengkou");
/** The shipped pack of Chengkou County. */
export const packFile = resolve(import.meta.dirname, "../../rules/packs/cn-500229-chengkou/pack.json");

/** The shipped national pack. */
export const nationalFile = resolve(import.meta.dirname, "../../rules/packs/cn/pack.json");

/** How a command ended. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line program, built from its sources, with a folder of its own to work in. */
export class Program {
  readonly folder: string;
  private readonly file: string;

  private constructor(file: string, folder: string) {
    this.file = file;
    this.folder = folder;
  }

  static async build(): Promise<Program> {
    return new Program(await bundleProgram("packages/cli/src/main.ts", "eldercare-under-test"), await mkdtemp(join(tmpdir(), "eldercare-")));
  }

  async eldercare(...args: string[]): Promise<Outcome> {
    try {
      const { stdout, stderr } = await run(process.execPath, [this.file, ...args], {
        cwd: this.folder,
        maxBuffer: 1e8,
        // a build service may ask for colours, which would stand between the words looked for
        env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
      });
      return { status: 0, stdout, stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { status: code, stdout, stderr };
    }
  }

  /** A command that gets a signal once it says a word on standard error; its exit status. */
  async signalled(signal: "SIGINT" | "SIGTERM", word: string, ...args: string[]): Promise<number | null> {
    const child = spawn(process.execPath, [this.file, ...args], { cwd: this.folder, stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.on("data", (text: Buffer) => {
      if (text.toString().includes(word)) child.kill(signal);
    });
    const [status] = (await once(child, "exit")) as [number | null];
    return status;
  }

  demo(out: string, ...args: string[]): Promise<Outcome> {
    return this.eldercare("demo", "--data", chengkou, "--out", join(this.folder, out), ...args);
  }

  read(...path: string[]): Promise<string> {
    return readFile(join(this.folder, ...path), "utf8");
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

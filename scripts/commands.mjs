import { join } from "node:path";
import { buildPackages } from "./build.mjs";
import { bundleProgram } from "./bundle.mjs";
import { listClauses } from "./clauses/listClauses.mjs";
import { writeErrorsDoc } from "./errorsDoc.mjs";
import { writeSchemas } from "./generateSchemas.mjs";
import { writeShapes } from "./generateShapes.mjs";
import { mutate } from "./mutation/mutate.mjs";
import { packFolders } from "./packFolders.mjs";
import { runProgram } from "./program.mjs";
import { fastSteps } from "./steps/fastSteps.mjs";
import { fullSteps } from "./steps/fullSteps.mjs";
import { runSteps } from "./steps/runSteps.mjs";
import { runTool } from "./tool.mjs";
import { root } from "./workspace.mjs";

/** The pages of the packs stand beside the API reference. */
const packPages = join(root, "docs", "api", "packs");

/** The pages about the features of the scheduler. */
const schedulerGuide = join(root, "docs", "guides", "scheduler");

const chengkou = join(root, "examples", "data", "chengkou");

/**
 * Every command with what it does; each returns its exit status.
 *
 * @type {Record<string, (args: readonly string[]) => Promise<number>>}
 */
const commands = {
  demo: (args) => runProgram("packages/cli/src/main.ts", "eldercare", ["demo", "--data", chengkou, ...args]),
  eldercare: (args) => runProgram("packages/cli/src/main.ts", "eldercare", args),
  "bench:rules": (args) => runProgram("packages/bench/src/rules/main.ts", "bench-rules", args),
  // measured as it is run: in a process of its own
  "bench:assess": async (args) =>
    runProgram("packages/bench/src/assess/main.ts", "bench-assess", [
      "--program",
      await bundleProgram("packages/cli/src/main.ts", "eldercare"),
      ...args,
    ]),
  "bench:county": (args) => runProgram("packages/bench/src/countyWeek/main.ts", "bench-county", args),
  "bench:budget": (args) => runProgram("packages/bench/src/budget/main.ts", "bench-budget", args),
  "bench:routing": (args) => runProgram("packages/bench/src/routing/main.ts", "bench-routing", args),
  "bench:scale": (args) => runProgram("packages/bench/src/scale/main.ts", "bench-scale", args),
  clauses: listClauses,
  mutate,
  test: () => runSteps("test", fastSteps),
  "test:full": () => runSteps("test-full", fullSteps),
  build: buildPackages,
  docs: async () => {
    const status = await runTool("typedoc", []);
    return status === 0 ? runProgram("packages/cli/src/main.ts", "eldercare", ["pack", "page", ...packFolders(), "--out", packPages]) : status;
  },
  guides: () => runProgram("scripts/guides/main.ts", "guides", [schedulerGuide]),
  format: async () => {
    writeShapes();
    await writeSchemas();
    await writeErrorsDoc();
    return runTool("@biomejs/biome", ["check", "--write", "."], { command: "biome" });
  },
};

/**
 * Runs a command of the workspace.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit status; 2 where there is no such command
 */
export async function runCommand(name, args) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command(args);
  process.stderr.write(`没有命令 ${name}；可用： / no command ${name}; there are: ${Object.keys(commands).join(", ")}\n`);
  return 2;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../listFiles.mjs";
import { root } from "../workspace.mjs";
import { vitestStep } from "./vitestStep.mjs";

/** Files of unit tests that ask fast-check, as paths from the root. */
function propertyTests() {
  return ["packages", "examples"]
    .flatMap(listFiles)
    .filter((file) => file.endsWith(".test.ts") && !file.endsWith(".browser.test.ts"))
    .filter((file) => readFileSync(join(root, file), "utf8").includes('from "fast-check"'));
}

/**
 * Property tests and fuzzing, each property asked often, from a fixed seed other than the daily one.
 *
 * @param {number} seed
 * @param {number} runs of each property
 * @returns {import("./runSteps.mjs").Step}
 */
export function wideStep(seed, runs) {
  const title = `properties ${runs} times, seed ${seed}`;
  return {
    title,
    run: async () => {
      const files = propertyTests();
      if (files.length === 0) throw new Error("no property test found");
      return vitestStep(title, { args: files, env: { FC_SEED: String(seed), FC_RUNS: String(runs) }, timeoutMinutes: 10 }).run();
    },
  };
}

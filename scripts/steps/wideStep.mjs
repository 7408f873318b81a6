import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../listFiles.mjs";
import { root } from "../workspace.mjs";
import { vitestStep } from "./vitestStep.mjs";

/** What is promised a number of times: expressions against json-logic-js, spoilt packs over spoilt subjects. */
const counted = /^packages\/rules\/test\/(?:differential|fuzz\/fuzz)\.test\.ts$/;

/** Files of unit tests that ask fast-check, as paths from the root. */
function propertyTests() {
  return ["packages", "examples"]
    .flatMap(listFiles)
    .filter((file) => file.endsWith(".test.ts") && !file.endsWith(".browser.test.ts"))
    .filter((file) => counted.test(file) || readFileSync(join(root, file), "utf8").includes('from "fast-check"'));
}

/**
 * @param {string} title
 * @param {readonly string[]} files
 * @param {number} seed
 * @param {number} runs
 * @returns {import("./runSteps.mjs").Step}
 */
const asked = (title, files, seed, runs) => ({
  title,
  run: async () => {
    if (files.length === 0) throw new Error("no property test found");
    return vitestStep(title, { args: [...files], env: { FC_SEED: String(seed), FC_RUNS: String(runs) }, timeoutMinutes: 10 }).run();
  },
});

/**
 * Property tests, each property asked often, from a fixed seed other than the daily one.
 *
 * @param {number} seed
 * @param {number} runs of each property
 */
export const wideStep = (seed, runs) =>
  asked(
    `properties ${runs} times, seed ${seed}`,
    propertyTests().filter((file) => !counted.test(file)),
    seed,
    runs,
  );

/**
 * 100 random expressions and 4 spoilt packs for each run.
 *
 * @param {number} seed
 * @param {number} runs
 */
export const countedStep = (seed, runs) =>
  asked(
    `${runs * 100} expressions and ${runs * 4} spoilt packs, seed ${seed}`,
    propertyTests().filter((file) => counted.test(file)),
    seed,
    runs,
  );

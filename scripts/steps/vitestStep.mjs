import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../tool.mjs";
import { countsFolder } from "./runSteps.mjs";

/**
 * A step that runs tests and counts them one by one.
 *
 * @param {string} title
 * @param {object} [options]
 * @param {readonly string[]} [options.args] further arguments of vitest
 * @param {Record<string, string>} [options.env]
 * @param {number} [options.timeoutMinutes]
 * @returns {import("./runSteps.mjs").Step}
 */
export function vitestStep(title, { args = [], env = {}, timeoutMinutes = 10 } = {}) {
  const report = join(countsFolder, `vitest-${title.replaceAll(/\W+/g, "-")}.json`);
  return {
    title,
    run: async () => {
      mkdirSync(countsFolder, { recursive: true });
      rmSync(report, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const status = await runTool("vitest", ["run", "--allowOnly=false", ...reporters, ...args], { env, timeoutMinutes });
      return countsOf(report, status);
    },
  };
}

/**
 * @param {string} report
 * @param {number} status
 * @returns {import("./runSteps.mjs").Counts}
 */
function countsOf(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, note: `vitest ended with status ${status} and no report` };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
  // a file that cannot be loaded, or an error outside any test, fails no test of its own
  const beside = status !== 0 && numFailedTests === 0 ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + beside, ...(numPendingTests === 0 ? {} : { note: `${numPendingTests} skipped` }) };
}

import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runTool } from "../tool.mjs";
import { root } from "../workspace.mjs";
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
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // a file that cannot be loaded, or an error outside any test, fails no test of its own
  const beside = status !== 0 && numFailedTests === 0 ? 1 : 0;
  const failures = failuresOf(testResults);
  return {
    passed: numPassedTests,
    failed: numFailedTests + beside,
    ...(failures.length === 0 ? {} : { failures }),
    ...(numPendingTests === 0 ? {} : { note: `${numPendingTests} skipped` }),
  };
}

/**
 * @param {readonly { name: string, status: string, assertionResults: readonly { status: string, fullName: string }[] }[]} files as vitest reports them
 * @returns {readonly string[]} a line for each test that failed, and for each file that could not be loaded
 */
export const failuresOf = (files) =>
  files
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, assertionResults }) => {
      const file = relative(root, name);
      const tests = assertionResults.filter(({ status }) => status === "failed");
      return tests.length === 0 ? [`${file}: not loaded`] : tests.map(({ fullName }) => `${file}: ${fullName}`);
    });

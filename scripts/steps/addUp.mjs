/**
 * What a run of steps left behind.
 *
 * @typedef {{ finished: boolean, outcomes: readonly import("./runSteps.mjs").Counts[] }} RunCounts
 */

/**
 * Adds up the counts of several runs. A run that left nothing, or ended before its last step, counts as one failure.
 *
 * @param {readonly (RunCounts | undefined)[]} runs
 * @returns {{ passed: number, failed: number }}
 */
export function addUp(runs) {
  let passed = 0;
  let failed = 0;
  for (const run of runs) {
    for (const outcome of run?.outcomes ?? []) {
      passed += outcome.passed;
      failed += outcome.failed;
    }
    if (run?.finished !== true) failed += 1;
  }
  return { passed, failed };
}

/**
 * One thing that must hold: it throws (or its promise is rejected) where it does not.
 *
 * @typedef {{ title: string, run: () => void | Promise<void> }} Check
 */

/**
 * A check that a program ends with status 0.
 *
 * @param {string} title
 * @param {() => Promise<number>} program
 * @returns {Check}
 */
export function programCheck(title, program) {
  return {
    title,
    run: async () => {
      const status = await program();
      if (status !== 0) throw new Error(`exit status ${status}`);
    },
  };
}

/**
 * What a program that was run for its output printed before it failed.
 *
 * @param {unknown} error
 */
function explain(error) {
  if (!(error instanceof Error)) return String(error);
  const { stdout, stderr } = /** @type {Error & { stdout?: string, stderr?: string }} */ (error);
  return [error.message, stdout, stderr].filter((text) => text !== undefined && text !== "").join("\n");
}

/**
 * Runs checks one after another, with a line for each.
 *
 * @param {readonly Check[]} checks
 * @returns {Promise<import("./runSteps.mjs").Counts>}
 */
export async function runChecks(checks) {
  /** @type {string[]} */
  const failures = [];
  for (const { title, run } of checks) {
    try {
      await run();
      process.stdout.write(`✓ ${title}\n`);
    } catch (error) {
      failures.push(title);
      process.stdout.write(`✗ ${title}\n${explain(error)}\n`);
    }
  }
  return { passed: checks.length - failures.length, failed: failures.length, ...(failures.length === 0 ? {} : { failures }) };
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../workspace.mjs";

/**
 * What a step found: how many checks passed and failed, which ones failed, and what a reader should know.
 *
 * @typedef {{ passed: number, failed: number, failures?: readonly string[], note?: string }} Counts
 */

/**
 * One thing that must hold.
 *
 * @typedef {{ title: string, run: () => Promise<Counts> }} Step
 */

/** Where the counts of a run are kept for whoever adds them up. */
export const countsFolder = join(cacheFolder, "counts");

/**
 * A step that passes where a program ends with status 0.
 *
 * @param {string} title
 * @param {() => Promise<number>} program
 * @returns {Step}
 */
export function programStep(title, program) {
  return { title, run: async () => ((await program()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

/** @param {{ title: string, seconds: number } & Counts} outcome */
const outcomeLines = ({ title, seconds, passed, failed, failures = [], note }) =>
  `${failed === 0 ? "✓" : "✗"} ${title.padEnd(36)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s${note === undefined ? "" : `  ${note}`}\n${failures.map((failure) => `    ✗ ${failure}\n`).join("")}`;

/** @param {Step} step */
async function outcomeOf(step) {
  const began = performance.now();
  /** @type {Counts} */
  let counts;
  try {
    counts = await step.run();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    counts = { passed: 0, failed: 1, note: "died" };
  }
  return { title: step.title, seconds: (performance.now() - began) / 1000, ...counts };
}

/**
 * Runs steps one after another, all of them even where one fails, and ends with a line for each and for each check that failed.
 *
 * The counts are kept in `.cache/counts/<name>.json` after every step; `finished` tells a run that died from one that ended.
 *
 * @param {string} name
 * @param {readonly Step[]} steps
 * @returns {Promise<number>} 0 where nothing failed, else 1
 */
export async function runSteps(name, steps) {
  mkdirSync(countsFolder, { recursive: true });
  /** @type {Awaited<ReturnType<typeof outcomeOf>>[]} */
  const outcomes = [];
  const keep = () =>
    writeFileSync(join(countsFolder, `${name}.json`), `${JSON.stringify({ finished: outcomes.length === steps.length, outcomes }, null, 2)}\n`);
  keep();
  for (const step of steps) {
    process.stdout.write(`\n── ${step.title}\n`);
    outcomes.push(await outcomeOf(step));
    keep();
  }
  process.stdout.write(`\n${outcomes.map(outcomeLines).join("")}`);
  return outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
}

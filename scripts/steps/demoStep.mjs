import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../runProcess.mjs";
import { root } from "../workspace.mjs";
import { programCheck, runChecks } from "./runChecks.mjs";

const outputs = ["report.html", "summary.json", "decisions.csv", "clauses.csv", "plan.json", "run.json", "plan.geojson"];
/** What the same seed and number of iterations must give byte for byte; the times stand in run.json alone. */
const repeatable = ["plan.json", "summary.json", "plan.geojson", "decisions.csv", "clauses.csv"];

/**
 * @param {string} out
 * @param {string} timeZone
 */
const demo = (out, timeZone) =>
  programCheck(`the demo succeeds in ${timeZone}`, () =>
    runNode([join(root, "scripts", "run.mjs"), "demo", "--people", "300", "--seed", "7", "--iterations", "2000", "--out", out], {
      cwd: root,
      env: { TZ: timeZone },
      timeoutMinutes: 5,
    }),
  );

/**
 * @param {string} folder
 * @param {string} name
 */
const writes = (folder, name) => ({
  title: `it writes ${name}`,
  run: () => {
    if (!existsSync(join(folder, name))) throw new Error("it is missing");
    if (statSync(join(folder, name)).size === 0) throw new Error("it is empty");
  },
});

/** @param {string} folder */
const writesCalendars = (folder) => ({
  title: "it writes a calendar for caregivers",
  run: () => {
    if (!readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => name.endsWith(".ics"))) throw new Error("no .ics file");
  },
});

/**
 * @param {string} first
 * @param {string} second
 * @param {string} name
 */
const repeats = (first, second, name) => ({
  title: `${name} is the same in both runs, byte for byte`,
  run: () => {
    if (!readFileSync(join(first, name)).equals(readFileSync(join(second, name)))) throw new Error("it differs");
  },
});

/**
 * The demo on 300 people, twice, in two time zones: it succeeds, writes all it promises, and writes the same again.
 *
 * @type {import("./runSteps.mjs").Step}
 */
export const demoStep = {
  title: "demo on 300 people, twice",
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), "eldercare-demo-"));
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    try {
      return await runChecks([
        demo(first, "Asia/Shanghai"),
        demo(second, "America/New_York"),
        ...outputs.map((name) => writes(first, name)),
        writesCalendars(first),
        ...repeatable.map((name) => repeats(first, second, name)),
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

// Ends a run of `.ci/run` with the line `N passed, N failed`, from the counts that the named runs left behind; status 1
// where anything failed. A run that left none, or died half-way, has failed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addUp } from "./steps/addUp.mjs";
import { countsFolder } from "./steps/runSteps.mjs";

const runs = process.argv.slice(2).map((name) => {
  const file = join(countsFolder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
});
const { passed, failed } = addUp(runs);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

import { mergeConfig } from "vitest/config";
import config from "../../vitest.config.js";

// mutation testing runs the tests of one package some thousand times: each property is asked a few times only
process.env.FC_RUNS ??= "20";

/**
 * Tests of whole packs and populations: each takes longer than all tests of the rooms together, and what they notice of one
 * mutant those notice too.
 */
const long = [
  "packages/rules/src/packs/**",
  "packages/rules/src/population/{population,assessment}.test.ts",
  "packages/rules/src/analyse/{oracle,large}.test.ts",
  "packages/rules/src/{testing,trust,identify,compare,explain,override}/**",
  "packages/rules/test/fuzz/**",
  "packages/rules/test/{schemaFindings,findings,soundness,entryPoint,guideTables}.test.ts",
];

const folder = process.env.MUTATED_PACKAGE ?? "*";

const short = mergeConfig(config, {});
short.test = {
  ...short.test,
  include: [`packages/${folder}/src/**/*.test.ts`, `packages/${folder}/test/**/*.test.ts`],
  exclude: [...(short.test?.exclude ?? []), ...long],
  testTimeout: 30_000,
  maxWorkers: 1,
};

export default short;

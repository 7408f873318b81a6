import { mergeConfig } from "vitest/config";
import config from "../../vitest.config.js";

// mutation testing runs the tests of one package some thousand times: each property is asked a few times only
process.env.FC_RUNS ??= "20";

const folder = process.env.MUTATED_PACKAGE ?? "*";

const short = mergeConfig(config, {});
short.test = {
  ...short.test,
  include: [`packages/${folder}/src/**/*.test.ts`, `packages/${folder}/test/**/*.test.ts`],
  testTimeout: 30_000,
  maxWorkers: 1,
};

export default short;

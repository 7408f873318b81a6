import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import config from "../../vitest.config.js";

/**
 * Tests of whole packs, of the fuzz and of rooms further out, left out: a mutant that goes unnoticed would have to pass all of
 * them, which takes longer than the tests of the rooms themselves. So the score is a lower bound.
 */
const long = [
  "packages/rules/src/packs/**",
  "packages/rules/src/analyse/{oracle,large}.test.ts",
  "packages/rules/src/{testing,trust,identify,compare,explain,override}/**",
  "packages/rules/test/fuzz/**",
  // loads modules anew, so that what they do while they load would seem to be asked by it
  "packages/rules/src/logic/modules.test.ts",
  "packages/rules/test/{schemaFindings,findings,soundness,entryPoint,guideTables}.test.ts",
  "packages/scheduler/src/{advise,demand,dispatch,improve,pairing,parallel,siting}/**",
  "packages/scheduler/src/linked/{linkedState,solveLinked,tinyDays,tinyLinked}.test.ts",
  "packages/scheduler/src/features/{tours/{crews,moves,randomTours,tinyTours},beds/tinyBeds}.test.ts",
  "packages/scheduler/test/{oneRuleFewer,tinyRules,randomLot}.test.ts",
  "packages/scheduler/src/{solve,explain/explainUnassigned,features/changes/changes,linked/placeFreeBreaks}.test.ts",
];

/** Tests of seconds that say much of one room and little of others: asked where that room is mutated. */
const ofOneRoom: Readonly<Record<string, string>> = {
  "packages/scheduler/src/evaluate/{transports,insertion,replacement}.test.ts": "scheduler/src/evaluate/",
  "packages/scheduler/src/model/fuzz.test.ts": "scheduler/src/model/",
  "packages/scheduler/src/features/{mentors,oneAtATime,beds}/**": "scheduler/src/features/",
  "packages/scheduler/src/travel/**": "scheduler/src/travel/",
};

const rooms = process.env.MUTATED_ROOMS ?? "";
const ofOtherRooms = Object.keys(ofOneRoom).filter((tests) => !rooms.includes(ofOneRoom[tests] as string));

/** Tests that take seconds, and are asked last: most mutants are noticed before it comes to them. */
const slow = [
  "population.test.ts",
  "assessment.test.ts",
  "differential.test.ts",
  "backends.test.ts",
  "threeValues.test.ts",
  "missing.test.ts",
  "everyValue.test.ts",
  "fuzz.test.ts",
];

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      if (slow.some((name) => moduleId.endsWith(name))) return 2;
      return rooms.split(",").some((room) => room !== "" && moduleId.includes(room)) ? 0 : 1;
    };
    return [...files].sort((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

const folder = process.env.MUTATED_PACKAGE ?? "*";

const short = mergeConfig(config, {});
short.test = {
  ...short.test,
  include: [`packages/${folder}/src/**/*.test.ts`, `packages/${folder}/test/**/*.test.ts`],
  exclude: [...(short.test?.exclude ?? []), ...long, ...ofOtherRooms],
  testTimeout: 30_000,
  maxWorkers: 1,
  sequence: { ...short.test?.sequence, sequencer: QuickFirst },
};

export default short;

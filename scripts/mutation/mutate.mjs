import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { installBeside } from "../installBeside.mjs";
import { listFiles } from "../listFiles.mjs";
import { runNode } from "../runProcess.mjs";
import { cacheFolder, root } from "../workspace.mjs";
import { scoreOf } from "./scoreOf.mjs";

/** Where Stryker is, once installed. */
const stryker = join(cacheFolder, "mutation-tools", "node_modules", "@stryker-mutator");
/** Files of one run: few enough that an interruption loses little, enough that the tests' first run is shared. */
const filesOfARun = 6;

/**
 * Of what is tested, not of the tests: tests that are added notice more, never less, so what they noticed before stands. After
 * tests have been changed or removed, `.cache/mutation` is to be emptied.
 *
 * @param {string} folder of a package, from the root
 */
function hashOfPackage(folder) {
  const hash = createHash("sha256");
  for (const file of listFiles(`${folder}/src`)) if (!file.endsWith(".test.ts")) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} file */
const isMutated = (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts") && !file.endsWith("/index.ts");

/**
 * Mutates some files and leaves Stryker's report.
 *
 * @param {readonly string[]} files
 * @param {string} packageName folder of the package
 * @param {string} report
 */
async function mutateFiles(files, packageName, report) {
  const config = join(cacheFolder, "mutation", "stryker.json");
  const settings = {
    packageManager: "npm",
    plugins: [join(stryker, "vitest-runner", "dist", "src", "index.js")],
    testRunner: "vitest",
    vitest: { configFile: "scripts/mutation/vitest.config.ts", related: true },
    mutate: files,
    coverageAnalysis: "perTest",
    // a mutant of what a module does while it loads needs all tests anew, in a fresh process: they are counted, not run
    ignoreStatic: true,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: report },
    concurrency: cpus().length,
    ignorePatterns: ["/out", "/docs/api", "/.cache", "dist", "/examples/data"],
    disableTypeChecks: false,
    allowConsoleColors: false,
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 10,
  };
  writeFileSync(config, JSON.stringify(settings));
  const status = await runNode([join(stryker, "core", "bin", "stryker.js"), "run", config], {
    cwd: root,
    env: { MUTATED_PACKAGE: packageName, MUTATED_ROOMS: [...new Set(files.map((file) => file.replace(/[^/]+$/, "")))].join(",") },
  });
  if (status !== 0 || !existsSync(report)) throw new Error(`Stryker ended with status ${status}`);
}

/**
 * Mutation testing of some rooms of one package, a few files at a time: what is done for the same sources is not done
 * again, so an interrupted run goes on. Leaves the scores in `packages/bench/results/`.
 *
 * @param {readonly string[]} rooms folders of one package, from the root, e.g. `packages/rules/src/logic`
 * @returns {Promise<number>} 0 where it was done
 */
export async function mutate(rooms) {
  const packageName = /^packages\/([^/]+)\/src/.exec(rooms[0] ?? "")?.[1];
  if (packageName === undefined || !rooms.every((room) => room.startsWith(`packages/${packageName}/src`) && existsSync(join(root, room)))) {
    process.stderr.write("npm run -s mutate -- packages/<name>/src/<room> …（同一包内的文件夹） / folders of one package\n");
    return 2;
  }
  await installBeside("scripts/mutation", "mutation-tools");
  const reports = join(cacheFolder, "mutation", hashOfPackage(`packages/${packageName}`));
  mkdirSync(reports, { recursive: true });
  const files = rooms.flatMap(listFiles).filter(isMutated);
  const parts = Array.from({ length: Math.ceil(files.length / filesOfARun) }, (_, part) => files.slice(part * filesOfARun, (part + 1) * filesOfARun));
  const done = [];
  for (const part of parts) {
    const report = join(reports, `${createHash("sha256").update(part.join("\n")).digest("hex").slice(0, 16)}.json`);
    if (!existsSync(report)) await mutateFiles(part, packageName, report);
    done.push(JSON.parse(readFileSync(report, "utf8")));
  }
  const scores = scoreOf(done);
  const record = {
    command: `npm run -s mutate -- ${rooms.join(" ")}`,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.version}`,
    stryker: "9.6.1",
    profile: "FC_RUNS=25",
    ...scores,
  };
  const out = join(root, "packages", "bench", "results", `mutation-${packageName}.json`);
  mkdirSync(join(out, ".."), { recursive: true });
  writeFileSync(out, `${JSON.stringify(record, null, 2)}\n`);
  for (const { file, score, killed, survived } of scores.files)
    process.stdout.write(`${score.toFixed(1).padStart(5)} %  ${killed} killed, ${survived.length} survived  ${file}\n`);
  process.stdout.write(`${scores.score.toFixed(2)} % of ${scores.mutants} mutants; ${scores.notRun} of loading not run\n`);
  return 0;
}

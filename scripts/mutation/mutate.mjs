import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { installBeside } from "../installBeside.mjs";
import { listFiles } from "../listFiles.mjs";
import { runNode } from "../runProcess.mjs";
import { runTool } from "../tool.mjs";
import { cacheFolder, root } from "../workspace.mjs";
import { scoreOf, scoresIn } from "./scoreOf.mjs";

/** Where Stryker is, once installed. */
const stryker = join(cacheFolder, "mutation-tools", "node_modules", "@stryker-mutator");
/** Lines of the files of one run: few enough that an interruption loses little, enough that the tests' first run is shared. */
const linesOfARun = 250;

/**
 * What a file says, so that what was found of it stands until it changes. What its neighbours and its tests have become since is
 * not asked: tests that are added notice more, never less. To ask a file again, take it out of the record.
 *
 * @param {string} file from the root
 */
const hashOf = (file) =>
  createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex")
    .slice(0, 16);

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
    // beside half as much again as the tests took: a mutant that loops for ever is waited for so long, and there are many
    timeoutMS: 6_000,
    dryRunTimeoutMinutes: 10,
  };
  writeFileSync(config, JSON.stringify(settings));
  rmSync(report, { force: true });
  const status = await runNode([join(stryker, "core", "bin", "stryker.js"), "run", config], {
    cwd: root,
    env: {
      FC_RUNS: String(runsOf(packageName)),
      MUTATED_PACKAGE: packageName,
      MUTATED_ROOMS: [...new Set(files.map((file) => file.replace(/[^/]+$/, "")))].join(","),
    },
  });
  if (status !== 0 || !existsSync(report)) throw new Error(`Stryker ended with status ${status}`);
}

/**
 * Files in order, in runs of about as many lines each.
 *
 * @param {readonly string[]} files
 */
function runsFor(files) {
  /** @type {string[][]} */
  const runs = [];
  let lines = linesOfARun;
  for (const file of files) {
    if (lines >= linesOfARun) {
      runs.push([]);
      lines = 0;
    }
    runs.at(-1)?.push(file);
    lines += readFileSync(join(root, file), "utf8").split("\n").length;
  }
  return runs;
}

/** How often each property is asked: the tests run some thousand times. The scheduler's need their usual runs to see what they look for. */
const runsOf = (/** @type {string} */ packageName) => (packageName === "scheduler" ? 50 : 25);

/** @typedef {import("./scoreOf.mjs").FileScore & { hash: string }} FoundFile what was found of a file, and what it said then */

/**
 * What earlier runs found of files that have not changed since.
 *
 * @param {string} out
 * @param {string} profile what the tests were asked with
 * @returns {{ runs: object[], files: FoundFile[] }}
 */
function foundBefore(out, profile) {
  const record = existsSync(out) ? JSON.parse(readFileSync(out, "utf8")) : {};
  if (record.profile !== profile) return { runs: [], files: [] };
  const files = /** @type {FoundFile[]} */ (record.files);
  return { runs: record.runs, files: files.filter(({ file, hash }) => existsSync(join(root, file)) && hashOf(file) === hash) };
}

/**
 * Mutation testing of some rooms of one package, a few files at a time. What is found is in `packages/bench/results/` after
 * each few, and is not asked again of a file that stays as it is, so that a run that is interrupted goes on, on another day if need be.
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
  const reports = join(cacheFolder, "mutation");
  mkdirSync(reports, { recursive: true });
  const out = join(root, "packages", "bench", "results", `mutation-${packageName}.json`);
  const profile = `FC_RUNS=${runsOf(packageName)}`;
  const { runs, files: found } = foundBefore(out, profile);
  const asked = rooms.flatMap(listFiles).filter(isMutated);
  const left = asked.filter((file) => !found.some((each) => each.file === file));
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.version}`;
  /** @type {FoundFile[]} */
  const scores = [...found];
  let done = 0;
  for (const files of runsFor(left)) {
    const report = join(reports, "report.json");
    await mutateFiles(files, packageName, report);
    const inReport = scoresIn(JSON.parse(readFileSync(report, "utf8")));
    // a file without anything to mutate is in no report
    const nothing = files.filter((file) => !inReport.some((each) => each.file === file));
    const empty = nothing.map((file) => ({ file, score: 100, killed: 0, notRun: 0, survived: [] }));
    scores.push(...[...inReport, ...empty].map((each) => ({ ...each, hash: hashOf(each.file) })));
    done += files.length;
    const record = {
      command: `npm run -s mutate -- ${rooms.join(" ")}`,
      stryker: "9.6.1",
      profile,
      filesLeft: left.length - done,
      runs: [...runs, { date: new Date().toISOString().slice(0, 10), machine, files: done }],
      ...scoreOf(scores),
    };
    writeFileSync(out, `${JSON.stringify(record, null, 2)}\n`);
    // as the formatter has it, so that a record can be committed as it is
    await runTool("@biomejs/biome", ["format", "--write", out], { command: "biome" });
  }
  const { files, ...total } = scoreOf(scores);
  for (const { file, score, killed, survived } of files)
    process.stdout.write(`${score.toFixed(1).padStart(5)} %  ${killed} killed, ${survived.length} survived  ${file}\n`);
  process.stdout.write(`${total.score.toFixed(2)} % of ${total.mutants} mutants; ${total.notRun} of loading not run\n`);
  return 0;
}

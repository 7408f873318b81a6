import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { solve, verify } from "@eldercare/scheduler";
import { Command, InvalidArgumentError, Option } from "commander";
import { type BestKnown, instanceKey, readBestKnown } from "./bestKnown.js";
import { readLilim } from "./lilim.js";
import type { RoutingInstance } from "./routingInstance.js";
import { readSolomon } from "./solomon.js";
import { type RoutingResult, summarise } from "./summarise.js";

const readers = { solomon: readSolomon, lilim: readLilim } as const satisfies Readonly<
  Record<string, (text: string, name: string) => RoutingInstance>
>;

interface Arguments {
  readonly instances: string;
  readonly format: keyof typeof readers;
  readonly best: string;
  readonly only?: readonly string[];
  readonly seconds: number;
  readonly seeds: number;
  readonly json?: string;
}

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("give a number above zero");
  return value;
};

function readArguments(): Arguments {
  return new Command("bench:routing")
    .requiredOption("--instances <dir>", "folder of instances")
    .addOption(new Option("--format <format>", "format of the instances").choices(Object.keys(readers)).makeOptionMandatory())
    .requiredOption("--best <file>", "table of best known values (CSV)")
    .option("--only <names>", "instances to run, comma between", (text: string) => text.split(",").map(instanceKey))
    .requiredOption("--seconds <seconds>", "time for each run", positive)
    .option("--seeds <count>", "runs of each instance, seeds 1, 2, …", positive, 1)
    .option("--json <file>", "where to write the results")
    .parse()
    .opts<Arguments>();
}

/** The files to run; every name asked for must exist. */
function filesOf({ instances, only }: Arguments): string[] {
  const files = readdirSync(instances)
    .filter((file) => /\.txt$/i.test(file))
    .sort();
  const missing = (only ?? []).filter((name) => !files.some((file) => instanceKey(file) === name));
  if (missing.length > 0) throw new RangeError(`no such instance in ${instances}: ${missing.join(", ")}`);
  return files.filter((file) => only === undefined || only.includes(instanceKey(file)));
}

async function run(
  file: string,
  { problem, vehiclesFirst, distanceOf }: RoutingInstance,
  known: BestKnown | undefined,
  seconds: number,
  seed: number,
): Promise<RoutingResult> {
  const { plan, run: made } = await solve(problem, { timeLimitMs: seconds * 1000, seed });
  const isComplete = plan.unassigned.length + (plan.unassignedTransports ?? []).length === 0;
  const cost = isComplete ? distanceOf(plan) : null;
  const best = known?.cost ?? null;
  const compares = !vehiclesFirst || plan.routes.length === known?.vehicles;
  return {
    name: file.replace(/\.[^.]*$/, ""),
    set: known?.set ?? "",
    seed,
    cost,
    best,
    gapPercent: cost === null || best === null || !compares ? null : (100 * (cost - best)) / best,
    vehicles: plan.routes.length,
    bestVehicles: known?.vehicles ?? null,
    iterations: made.iterations,
    elapsedSeconds: made.elapsedMs / 1000,
    verified: verify(problem, plan).length === 0,
  };
}

const percent = (value: number | null): string => (value === null ? "–" : `${value.toFixed(2)} %`);

async function main(): Promise<void> {
  const options = readArguments();
  const best = readBestKnown(readFileSync(options.best, "utf8"));
  const results: RoutingResult[] = [];
  for (const file of filesOf(options)) {
    const instance = readers[options.format](readFileSync(join(options.instances, file), "utf8"), instanceKey(file));
    for (let seed = 1; seed <= options.seeds; seed++) {
      const result = await run(file, instance, best.get(instanceKey(file)), options.seconds, seed);
      results.push(result);
      process.stdout.write(
        `${result.name.padEnd(10)} seed ${seed}  ${String(result.cost ?? "incomplete").padStart(10)}  gap ${percent(result.gapPercent).padStart(8)}  ${result.vehicles}${result.bestVehicles === null ? "" : ` of ${result.bestVehicles}`} vehicles  ${result.iterations} iterations  ${result.verified ? "verified" : "NOT VERIFIED"}\n`,
      );
    }
  }
  const summary = summarise(results);
  for (const { set, meanGapPercent, worstGapPercent } of summary.sets)
    process.stdout.write(`${set || "(no best value)"}: mean gap ${percent(meanGapPercent)}, worst ${percent(worstGapPercent)}\n`);
  if (options.format === "lilim") {
    const more = results.filter(({ vehicles, bestVehicles }) => bestVehicles !== null && vehicles > bestVehicles).length;
    process.stdout.write(`${more} of ${results.length} runs with more vehicles than the best known\n`);
  }
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ seconds: options.seconds, instances: results, ...summary }, null, 1)}\n`);
  if (results.some(({ verified }) => !verified)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

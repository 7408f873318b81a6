import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { readHhcrspRouting } from "../homecare/hhcrspRouting.js";
import { readUhhcRouting } from "../homecare/uhhcRouting.js";
import { instanceKey, readBestKnown } from "./bestKnown.js";
import { readLilim } from "./lilim.js";
import { printTable } from "./printTable.js";
import { type ProtocolName, protocolNames, runsOf } from "./protocols.js";
import { type RecordedRun, RecordedRuns } from "./recordedRuns.js";
import type { RoutingInstance } from "./routingInstance.js";
import { printResult, runInstance } from "./runInstance.js";
import { readSolomon } from "./solomon.js";
import { hashSources } from "./sources.js";
import { type RoutingResult, summarise } from "./summarise.js";

const readers = { solomon: readSolomon, lilim: readLilim, uhhc: readUhhcRouting, hhcrsp: readHhcrspRouting } as const satisfies Readonly<
  Record<string, (text: string, name: string) => RoutingInstance>
>;

interface Arguments {
  readonly instances: string;
  readonly protocol?: ProtocolName;
  readonly format?: keyof typeof readers;
  readonly best?: string;
  readonly only?: readonly string[];
  readonly seconds?: number;
  readonly seeds: number;
  readonly resume?: string;
  readonly json?: string;
}

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("give a number above zero");
  return value;
};

function readArguments(): Arguments {
  return new Command("bench:routing")
    .requiredOption("--instances <dir>", "folder of instances; for a protocol the folder with solomon, gh, lilim and bks in it")
    .addOption(new Option("--protocol <name>", "a table of runs: quick (a quarter of an hour) or full (100 minutes)").choices(protocolNames))
    .addOption(new Option("--format <format>", "format of the instances").choices(Object.keys(readers)))
    .option("--best <file>", "table of best known values (CSV)")
    .option("--only <names>", "instances to run, comma between", (text: string) => text.split(",").map(instanceKey))
    .option("--seconds <seconds>", "time for each run", positive)
    .option("--seeds <count>", "runs of each instance, seeds 1, 2, …", positive, 1)
    .option("--resume <file>", "runs made so far, to go on from; each is added as it is made")
    .option("--json <file>", "where to write the results; a protocol goes on from those that are there")
    .parse()
    .opts<Arguments>();
}

const instancesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /\.(?:txt|json)$/i.test(file))
    .sort();

/** The files to run; every name asked for must exist. */
function filesOf({ instances, only }: Arguments): string[] {
  const files = instancesIn(instances);
  const missing = (only ?? []).filter((name) => !files.some((file) => instanceKey(file) === name));
  if (missing.length > 0) throw new RangeError(`no such instance in ${instances}: ${missing.join(", ")}`);
  return files.filter((file) => only === undefined || only.includes(instanceKey(file)));
}

const readInstance = (format: keyof typeof readers, file: string): RoutingInstance => ({
  ...readers[format](readFileSync(file, "utf8"), instanceKey(file)),
  name: instanceKey(file),
});

const percent = (value: number | null): string => (value === null ? "–" : `${value.toFixed(2)} %`);

/** What runs are made with, so that a file of them is of one version and one command. */
const headOf = (command: string) => ({
  sources: hashSources(),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.version}`,
  command: `npm run -s bench:routing -- ${command}`,
  began: new Date().toISOString(),
});

async function runSome(options: Arguments): Promise<readonly RoutingResult[]> {
  const { format, best: table, seconds } = options;
  if (format === undefined || table === undefined || seconds === undefined)
    throw new RangeError("give --protocol, or --format, --best and --seconds");
  const best = readBestKnown(readFileSync(table, "utf8"));
  const recorded = options.resume === undefined ? undefined : new RecordedRuns(options.resume, headOf(`--format ${format}`));
  const results: RoutingResult[] = [];
  for (const file of filesOf(options)) {
    for (let seed = 1; seed <= options.seeds; seed++) {
      const before = recorded?.of({ set: format, seconds, seed }, instanceKey(file));
      if (before !== undefined) {
        const { table: _, seconds: __, ...result } = before;
        results.push(result);
        continue;
      }
      const instance = readInstance(format, join(options.instances, file));
      const made = await runInstance(instance, best.get(instance.name), { seconds, seed });
      // instances of one kind are one set, where the table of best values tells of none
      const result = { ...made, set: made.set === "" ? format : made.set };
      recorded?.add({ ...result, table: format, seconds });
      results.push(result);
      process.stdout.write(`${printResult(result)}\n`);
    }
  }
  const summary = summarise(results);
  for (const { set, meanGapPercent, worstGapPercent } of summary.sets)
    process.stdout.write(`${set}: mean gap ${percent(meanGapPercent)}, worst ${percent(worstGapPercent)}\n`);
  if (format === "lilim") {
    const more = results.filter(({ vehicles, bestVehicles }) => bestVehicles !== null && vehicles > bestVehicles).length;
    process.stdout.write(`${more} of ${results.length} runs with more vehicles than the best known\n`);
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ seconds, instances: results, ...summary }, null, 1)}\n`);
  return results;
}

async function runProtocol(protocol: ProtocolName, { instances, resume, json }: Arguments): Promise<readonly RoutingResult[]> {
  const recorded = new RecordedRuns(resume ?? json ?? join("out", `routing-${protocol}.json`), headOf(`--protocol ${protocol}`));
  const files = {
    solomon: instancesIn(join(instances, "solomon")),
    gh: instancesIn(join(instances, "gh")),
    lilim: instancesIn(join(instances, "lilim")),
  };
  const results: RecordedRun[] = [];
  for (const planned of runsOf(protocol, files)) {
    const name = instanceKey(planned.file);
    let result = recorded.of(planned, name);
    if (result === undefined) {
      const best = readBestKnown(readFileSync(join(instances, planned.best), "utf8"));
      const made = await runInstance(readInstance(planned.format, join(instances, planned.file)), best.get(name), planned);
      result = { ...made, table: planned.set, seconds: planned.seconds };
      recorded.add(result);
      process.stdout.write(`${printResult(result)}\n`);
    }
    results.push(result);
  }
  process.stdout.write(`\n${printTable(results)}`);
  return results;
}

async function main(): Promise<void> {
  const options = readArguments();
  const results = await (options.protocol === undefined ? runSome(options) : runProtocol(options.protocol, options));
  if (results.some(({ verified }) => !verified)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

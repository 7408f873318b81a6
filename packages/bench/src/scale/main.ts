import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { measureScale, type ScaleResult } from "./measureScale.js";

interface Arguments {
  readonly visits: readonly number[];
  readonly seconds: number;
  readonly seed: number;
  readonly json?: string;
  readonly alone: boolean;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("give a whole number above zero");
  return value;
};

const titles = [
  "visits",
  "routes",
  "visits/route",
  "check",
  "first plan",
  "iterations",
  "µs each",
  "turns > 10 ms",
  "of processor",
  "longest",
  "abort",
  "peak",
  "verified",
];

const cellsOf = (result: ScaleResult): string[] => [
  String(result.visits),
  String(result.routes),
  result.visitsPerRoute.toFixed(1),
  `${result.checkedSeconds.toFixed(2)} s`,
  `${result.firstPlanSeconds.toFixed(2)} s`,
  String(result.iterations),
  result.microsecondsPerIteration.toFixed(1),
  `${result.longSlices} of ${result.slices}`,
  String(result.longSlicesOfProcessor),
  `${result.longestSliceMs.toFixed(0)} ms`,
  `${result.abortMs.toFixed(0)} ms`,
  `${result.peakMegabytes.toFixed(0)} MB`,
  result.verified ? "yes" : "NO",
];

const printRow = (cells: readonly string[]): void => {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
};

/** Measures a size in a process of its own: a peak of memory never comes down again. */
function measuredAlone(visits: number, { seconds, seed }: Arguments): ScaleResult {
  const program = process.argv[1] ?? "";
  const args = ["--enable-source-maps", program, "--alone", "--visits", String(visits), "--seconds", String(seconds), "--seed", String(seed)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

async function main(): Promise<void> {
  const command = new Command("bench:scale")
    .addOption(
      new Option("--visits <count...>", "sizes of the synthetic problems").argParser((text, before: unknown) => [
        ...(Array.isArray(before) ? before : []),
        whole(text),
      ]),
    )
    .option("--seconds <seconds>", "search at each size before the signal to stop", whole, 5)
    .option("--seed <seed>", "seed of the problems and of the search", whole, 1)
    .option("--json <file>", "where to write the results")
    .addOption(new Option("--alone", "measure in this process and print JSON").default(false).hideHelp());
  const read = command.parse().opts<Partial<Arguments> & Omit<Arguments, "visits">>();
  const options: Arguments = { ...read, visits: read.visits ?? [100, 300, 1000, 3000] };
  if (options.alone) {
    for (const visits of options.visits) process.stdout.write(JSON.stringify(await measureScale(visits, options.seconds, options.seed)));
    return;
  }
  printRow(titles);
  printRow(titles.map(() => "---"));
  const results = options.visits.map((visits) => {
    const result = measuredAlone(visits, options);
    printRow(cellsOf(result));
    return result;
  });
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
}

await main();

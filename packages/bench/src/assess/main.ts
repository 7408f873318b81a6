import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { workspaceRoot } from "../rules/installPeers.js";
import { runMeasured, type Usage } from "./runMeasured.js";
import { writePeople } from "./writePeople.js";

interface Arguments {
  readonly people: number;
  readonly seed: number;
  readonly program: string;
  readonly json?: string;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("give a whole number above zero");
  return value;
};

const on = "2026-11-21";
const bytesPerMegabyte = 1e6;

const inWords = ({ seconds, mainThreadSeconds, processorSeconds, peakMegabytes }: Usage): string => {
  const main = mainThreadSeconds === undefined ? "" : `${mainThreadSeconds.toFixed(2)} s of the processor on the main thread, `;
  return `${seconds.toFixed(2)} s, ${main}${processorSeconds.toFixed(2)} s on all, peak ${peakMegabytes.toFixed(0)} MB`;
};

async function main(): Promise<void> {
  const { people, seed, program, json } = new Command("bench:assess")
    .option("--people <count>", "synthetic persons", whole, 100_000)
    .option("--seed <seed>", "seed of the persons", whole, 1)
    .option("--json <file>", "where to write the results")
    .requiredOption("--program <file>", "the command line program")
    .parse()
    .opts<Arguments>();
  const root = workspaceRoot(fileURLToPath(import.meta.url));
  const data = join(root, "examples", "data", "chengkou");
  const folder = mkdtempSync(join(tmpdir(), "eldercare-assess-"));
  try {
    const [register, decisions] = [join(folder, "people.jsonl"), join(folder, "decisions.csv")];
    const bytes = await writePeople(register, data, people, seed, on);
    process.stdout.write(`${people} synthetic persons, ${(bytes / bytesPerMegabyte).toFixed(0)} MB of JSON Lines, on ${on}\n`);
    const asked = ["assess", "--people", register, "--data", data, "--on", on];
    const counted = runMeasured(root, folder, program, asked);
    process.stdout.write(`counts alone: ${inWords(counted.usage)}\n`);
    const written = runMeasured(root, folder, program, [...asked, "--out", decisions]);
    const decisionBytes = statSync(decisions).size;
    process.stdout.write(
      `with every decision and what is missing, ${(decisionBytes / bytesPerMegabyte).toFixed(0)} MB: ${inWords(written.usage)}\n${counted.output}`,
    );
    const results = { people, seed, bytes, counts: counted.usage, decisions: { ...written.usage, bytes: decisionBytes } };
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();

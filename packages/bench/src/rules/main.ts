import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { benefitsPack, drawBenefits } from "./benefits.js";
import { comparisonsIn, drawConditions } from "./condition.js";
import type { MeasuredEngine } from "./engine.js";
import { type Facts, synthesisePeople } from "./facts.js";
import { installPeers, workspaceRoot } from "./installPeers.js";
import { type Measurement, measureByTurns } from "./measure.js";
import { assessMillions } from "./millions.js";
import { measureOnePerson } from "./onePerson.js";
import { ourEngines } from "./ours.js";
import { jsonLogicJs, jsonLogicJsAmounts, peerEngines } from "./peers.js";
import { packOf } from "./policy.js";

interface Arguments {
  readonly people: number;
  readonly rounds: number;
  readonly millions: number;
  readonly json?: string;
}

// with this seed the rules hold 6.2 comparisons each
const [rulesSeed, peopleSeed] = [6, 7];

const whole =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least) throw new InvalidArgumentError(`give a whole number of at least ${least}`);
    return value;
  };

function readArguments(): Arguments {
  return new Command("bench:rules")
    .option("--people <count>", "synthetic people in each table", whole(1), 100_000)
    .option("--rounds <count>", "turns of every engine; the median counts", whole(1), 5)
    .option("--millions <count>", "synthetic people given as columns, in millions", whole(0), 5)
    .option("--json <file>", "where to write the results")
    .parse()
    .opts<Arguments>();
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function measureTable(
  table: Measurement["table"],
  engines: readonly MeasuredEngine[],
  rounds: number,
  expected: (people: number) => readonly number[] | Promise<readonly number[]>,
  baseline?: number,
): Promise<Measurement[]> {
  const measured = await measureByTurns(engines, rounds, expected);
  const one = baseline ?? measured[0]?.personsPerSecond ?? Number.NaN;
  print(`\n${table}`);
  return measured.map(({ engine, personsPerSecond, counts }) => {
    const ratio = personsPerSecond / one;
    const read = engine.readMs === undefined ? "" : `   read and checked in ${engine.readMs.toFixed(0)} ms,`;
    const build =
      engine.buildMs === undefined ? "" : `${read}   ${read === "" ? "read, checked and " : ""}built in ${engine.buildMs.toFixed(0)} ms, once`;
    const fewer = engine.people < (measured[0]?.engine.people ?? 0) ? `   (${engine.people} people)` : "";
    print(
      `  ${engine.name.padEnd(26)} ${Math.round(personsPerSecond).toLocaleString("en").padStart(13)} people/s  ${ratio.toFixed(2).padStart(9)} ×${build}${fewer}`,
    );
    return {
      table,
      name: engine.name,
      people: engine.people,
      personsPerSecond,
      ratio,
      counts,
      ...(engine.buildMs === undefined ? {} : { buildMs: engine.buildMs }),
    };
  });
}

/** The first engine's answer stands for all that get the same people. */
const sameAs = (engine: MeasuredEngine | undefined) => (): readonly number[] | Promise<readonly number[]> => engine?.run() ?? [];

async function main(): Promise<void> {
  const { people, rounds, millions, json } = readArguments();
  const load = installPeers(workspaceRoot(fileURLToPath(import.meta.url)));
  const conditions = drawConditions(30, rulesSeed);
  const comparisons = conditions.reduce((sum, condition) => sum + comparisonsIn(condition), 0) / conditions.length;
  print(
    `30 synthetic rules, ${comparisons.toFixed(1)} comparisons each; ${people} synthetic people; median of ${rounds} turns; ratio to json-logic-js on complete data`,
  );
  const pack = packOf(conditions, (rule) => ({ kind: "category", category: `c${rule}` }));
  const complete = synthesisePeople(people, peopleSeed, 0);
  const reference = jsonLogicJs(conditions, complete);
  const first = (count: number): readonly Facts[] => complete.slice(0, count);
  const engines = await measureTable(
    "complete",
    [reference, ...peerEngines(conditions, complete, load), ...ourEngines(pack, complete)],
    rounds,
    (count) => jsonLogicJs(conditions, first(count)).run(),
  );
  const baseline = engines[0]?.personsPerSecond ?? Number.NaN;

  const partial = synthesisePeople(people, peopleSeed, 0.05);
  const ours = ourEngines(pack, partial);
  engines.push(...(await measureTable("missing5", ours, rounds, sameAs(ours[0]), baseline)));

  const benefits = drawBenefits(5, rulesSeed);
  const paying = [jsonLogicJsAmounts(benefits, complete), ...ourEngines(benefitsPack(benefits), complete, true)];
  engines.push(...(await measureTable("amounts", paying, rounds, sameAs(paying[0]))));

  const large = packOf(drawConditions(200, rulesSeed), (rule) => ({ kind: "category", category: `c${rule}` }));
  const onePerson = measureOnePerson(pack, large, first(2000), partial.slice(0, 2000), rounds);
  const { statusMicroseconds, decisionsMicroseconds, traceMicroseconds, treeMicroseconds, explanationMicroseconds } = onePerson;
  const { missingMicroseconds, loadMilliseconds, analyseMilliseconds } = onePerson;
  const limit = (text: string): string => `   (limit ${text})`;
  print("\none person, 30 rules");
  print(`  statuses of a checked record            ${statusMicroseconds.toFixed(1)} µs${limit("5 µs")}`);
  print(`  decisions, the record checked           ${decisionsMicroseconds.toFixed(1)} µs`);
  print(`  statuses with the full trace kept       ${traceMicroseconds.toFixed(1)} µs${limit("30 µs")}`);
  print(`  the tree of one rule, built from it     ${treeMicroseconds.toFixed(1)} µs`);
  print(`  one decision in words                   ${explanationMicroseconds.toFixed(0)} µs${limit("200 µs")}`);
  print(
    `  missing sets of an undetermined one     ${missingMicroseconds.median.toFixed(1)} µs, 99th percentile ${missingMicroseconds.p99.toFixed(1)} µs${limit("50 µs")}`,
  );
  print(`  loading a pack of 200 rules             ${loadMilliseconds.toFixed(0)} ms${limit("150 ms")}`);
  print(`  analysing it                            ${analyseMilliseconds.toFixed(0)} ms${limit("3 s")}`);

  const crowds = (millions === 0 ? [] : [0, 0.05]).map((missing) => {
    const result = assessMillions(pack, millions * 1_000_000, peopleSeed, missing);
    print(
      `\n${millions} million people as columns, ${missing * 100} % missing: drawn in ${result.generateSeconds.toFixed(1)} s, built in ${result.buildSeconds.toFixed(2)} s, evaluated in ${result.evaluateSeconds.toFixed(2)} s, peak resident ${Math.round(result.peakResidentBytes / 2 ** 20)} MiB`,
    );
    return { missing, ...result };
  });
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ people, engines, onePerson, millions: crowds }, null, 1)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

import { writeFileSync } from "node:fs";
import { printYuan } from "@eldercare/core";
import { type Budget, budgetYear, compareBudgets } from "@eldercare/core/subsidy";
import { Command, InvalidArgumentError } from "commander";
import { syntheticHouseholds } from "./population.js";
import { exampleBenefits, exampleLinkages } from "./rules.js";

interface Arguments {
  readonly people: number;
  readonly seed: number;
  readonly json?: string;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("give a whole number above zero");
  return value;
};

const year = 2026;

interface Timed {
  readonly budget: Budget;
  readonly seconds: number;
  /** Of this program alone, on all its threads: what a machine that others use too can be judged by. */
  readonly processorSeconds: number;
}

function timed(people: number, seed: number, nursingFen: number): Timed {
  const started = performance.now();
  const before = process.cpuUsage();
  const households = syntheticHouseholds(people, seed, year);
  const { value } = budgetYear({
    households,
    benefits: exampleBenefits(nursingFen),
    linkages: exampleLinkages,
    year,
    payDelayMonths: 1,
    clauses: [],
  });
  const { user, system } = process.cpuUsage(before);
  return { budget: value, seconds: (performance.now() - started) / 1000, processorSeconds: (user + system) / 1_000_000 };
}

const between = ({ leastFen, mostFen }: { readonly leastFen: number; readonly mostFen: number }): string =>
  `${printYuan(leastFen)} – ${printYuan(mostFen)} yuan`;

function main(): void {
  const { people, seed, json } = new Command("bench:budget")
    .option("--people <count>", "synthetic persons, each with three benefits", whole, 100_000)
    .option("--seed <seed>", "seed of the population", whole, 1)
    .option("--json <file>", "where to write the results")
    .parse()
    .opts<Arguments>();
  const { budget, seconds, processorSeconds } = timed(people, seed, 30_000);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${budget.holders} persons, 3 benefits, ${year}: ${seconds.toFixed(2)} s (${processorSeconds.toFixed(2)} s of processor time), peak ${peakMegabytes.toFixed(0)} MB, population made on the way\n`,
  );
  for (const line of budget.lines) {
    const payments = line.months.reduce((sum, month) => sum + month.paidHolders, 0);
    process.stdout.write(`${line.benefit.padEnd(24)} ${between(line)}, ${payments} payments\n`);
  }
  process.stdout.write(`${"together".padEnd(24)} ${between(budget)}\n`);
  const raised = timed(people, seed, 33_000);
  const { value: more } = compareBudgets(budget, raised.budget);
  process.stdout.write(`nursing subsidy 330 instead of 300 yuan: ${between(more)} more, ${raised.seconds.toFixed(2)} s\n`);
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ people, seed, seconds, processorSeconds, peakMegabytes, budget, whatIf: more }, null, 1)}\n`);
}

main();

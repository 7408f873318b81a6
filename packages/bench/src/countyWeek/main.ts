import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { type Plan, type Problem, solve, verify } from "@eldercare/scheduler";
import { Command, InvalidArgumentError } from "commander";
import { countyWeek } from "./countyWeek.js";
import { facesEach } from "./facesEach.js";

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("give a whole number above zero");
  return value;
};

/** What is told of a plan of the week. */
interface Finding {
  readonly name: string;
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly requiredLeft: number;
  readonly left: number;
  readonly travelMinutes: number;
  readonly facesEach: number;
  readonly routes: number;
  readonly cost: number;
  readonly verified: boolean;
}

function findingOf(name: string, problem: Problem, plan: Plan, iterations: number, elapsedSeconds: number): Finding {
  const left = new Set(plan.unassigned.map(({ visit }) => visit));
  return {
    name,
    iterations,
    elapsedSeconds,
    requiredLeft: problem.visits.filter(({ id, required }) => required === true && left.has(id)).length,
    left: left.size,
    // a minute on the road costs 1
    travelMinutes: plan.cost.travel ?? 0,
    facesEach: facesEach(problem, plan),
    routes: plan.routes.length,
    cost: plan.cost.total,
    verified: verify(problem, plan).length === 0,
  };
}

const lessPercent = (now: number, before: number): number => 100 * (1 - now / before);

/**
 * Plans the synthetic county week by cheapest insertion (visits one by one at their cheapest place, in the order of what leaving
 * them out costs and of when they are due) and by the search, under the same objective in one run.
 */
async function main(): Promise<void> {
  const command = new Command("bench:county")
    .option("--seconds <seconds>", "length of the search", whole, 60)
    .option("--week <seed>", "seed of the week", whole, 1)
    .option("--seed <seed>", "seed of the search", whole, 1)
    .option("--json <file>", "where to write the results");
  const { seconds, week, seed, json } = command.parse().opts<{ seconds: number; week: number; seed: number; json?: string }>();
  const problem = countyWeek(week);
  const [insertion, search] = [await solve(problem, { maxIterations: 0, seed }), await solve(problem, { timeLimitMs: seconds * 1000, seed })];
  const [before, after] = [
    findingOf("cheapest insertion", problem, insertion.plan, 0, insertion.run.elapsedMs / 1000),
    findingOf("search", problem, search.plan, search.run.iterations, search.run.elapsedMs / 1000),
  ];
  for (const row of [before, after])
    process.stdout.write(
      `${row.name}: ${row.elapsedSeconds.toFixed(1)} s, ${row.iterations} iterations; required visits left out ${row.requiredLeft}, all ${row.left}; ` +
        `travel ${row.travelMinutes.toFixed(0)} min, ${row.facesEach.toFixed(2)} faces a person, ${row.routes} routes, cost ${row.cost.toFixed(1)}; ` +
        `${row.verified ? "verified" : "NOT VERIFIED"}\n`,
    );
  const less = {
    travelPercent: lessPercent(after.travelMinutes, before.travelMinutes),
    facesPercent: lessPercent(after.facesEach, before.facesEach),
  };
  process.stdout.write(`less travel: ${less.travelPercent.toFixed(1)} %; fewer faces: ${less.facesPercent.toFixed(1)} %\n`);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, Node ${process.version}`;
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ week, seed, machine, plans: [before, after], less }, null, 2)}\n`);
}

await main();

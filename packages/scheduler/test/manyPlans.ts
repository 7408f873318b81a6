import { type SolveOptions, solve } from "../src/index.js";
import { randomProblem } from "./randomProblem.js";

/** Plans of several synthetic problems under iteration limits, as one text: to be the same wherever it is computed. */
export async function manyPlans(options: Pick<SolveOptions, "threads" | "startWorker"> = {}): Promise<string> {
  const plans: unknown[] = [];
  for (const seed of [1, 2, 3]) {
    const problem = randomProblem(seed, { visits: 30 + 30 * seed, caregivers: 4 * seed, days: seed, rich: true });
    const { plan, run } = await solve(problem, { maxIterations: 4_000, seed, ...options });
    plans.push(plan, run.threads, run.iterations);
  }
  return JSON.stringify(plans);
}

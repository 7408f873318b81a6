import { type Plan, type Problem, solve, verify } from "@eldercare/scheduler";
import { notWanted } from "../../packages/scheduler/src/model/link.js";
import { byExample } from "./byExample.js";
import type { GuideExample, GuidePage, PlanOf } from "./guidePage.js";

/** An example with its plan, accepted by the checker. */
export interface WorkedExample {
  readonly example: GuideExample;
  readonly problem: Problem;
  readonly plan: Plan;
}

/** A page with its plans. */
export interface WorkedPage {
  readonly page: GuidePage;
  readonly worked: readonly WorkedExample[];
  readonly planOf: PlanOf;
}

/** Alternatives that are no longer wanted because another is made, in the order of the problem. */
export function notWantedIn({ problem, plan }: WorkedExample): string[] {
  const made = new Set(plan.routes.flatMap(({ stops }) => stops.flatMap(({ kind, id }) => (kind === "visit" ? [id] : []))));
  const spared = notWanted(problem.links ?? [], (id) => made.has(id));
  return problem.visits.flatMap(({ id }) => (spared.has(id) ? [id] : []));
}

/** How many iterations an example is solved with where it does not say. */
export const usualIterations = 4000;
/** The seed of every example. */
export const seed = 1;

/**
 * Solves every example of a page, in order.
 *
 * @throws RangeError where the checker does not accept a plan, naming what it found
 */
export async function workPage(page: GuidePage): Promise<WorkedPage> {
  const worked: WorkedExample[] = [];
  const find = byExample(page.name, worked);
  const planOf: PlanOf = (name) => find(name).plan;
  for (const example of page.examples) {
    const { problem, iterations = usualIterations } = example;
    const options = example.options?.(planOf) ?? {};
    const plan =
      example.make === undefined ? (await solve(problem, { maxIterations: iterations, seed, ...options })).plan : await example.make(planOf);
    const breaches = verify(problem, plan, options.features === undefined ? {} : { features: options.features });
    if (breaches.length > 0)
      throw new RangeError(`${page.name}, ${example.name}: ${breaches.map(({ code, message }) => `${code} ${message.en}`).join("; ")}`);
    worked.push({ example, problem, plan });
  }
  return { page, worked, planOf };
}

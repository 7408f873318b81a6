import { insertCheapest } from "./construct/insertCheapest.js";
import { resume } from "./construct/resume.js";
import { newState } from "./evaluate/newState.js";
import type { RouteState } from "./evaluate/routeState.js";
import { toPlan, withReasons } from "./evaluate/toPlan.js";
import { explain } from "./explain/explainUnassigned.js";
import { improve } from "./improve/improve.js";
import { Budget } from "./improve/stop/budget.js";
import { Slices } from "./improve/stop/slices.js";
import { searchLinked } from "./linked/searchLinked.js";
import { compile } from "./model/compile.js";
import type { Plan, Run } from "./model/plan.js";
import type { Problem } from "./model/problem.js";
import { beyondSingleRoutes, bindsAcrossRoutes } from "./model/softTerms.js";
import type { Steps } from "./model/steps.js";
import { requireValid } from "./model/validate.js";
import { improveTogether } from "./parallel/improveTogether.js";
import { startThreads } from "./parallel/otherThread.js";
import { readOptions, type SolveOptions } from "./solveOptions.js";
import { requireVerified } from "./verify/requireVerified.js";

/** The plan that routes stand for, with its reasons, once the checker has accepted it. Resumable. */
function* answerOf(state: RouteState): Steps<Plan> {
  const { problem, features } = state.compiled;
  const timed = yield* toPlan(state);
  const plan = withReasons(timed, yield* explain(state, timed.left));
  yield* requireVerified(problem, plan, features);
  return plan;
}

/**
 * Assigns visits to caregivers and puts them in order: the best plan found within a budget, checked before it is returned.
 *
 * Works in slices of at most about 10 ms and can be stopped at any time for the best plan so far. With `maxIterations` and
 * without a time limit the same problem, seed and number of threads give the same plan, byte for byte.
 *
 * @throws EldercareError every error that `validate` finds; `NOT_A_BUDGET`; `NOT_A_THREAD_COUNT`; `FEATURES_NOT_IN_THREADS`; `START_PLAN_INVALID`
 * @example
 * const { plan, run } = await solve(problem, { maxIterations: 200, seed: 7 });
 * plan.cost.total //=> 30
 * plan.routes[0].stops.map(({ start, id }) => `${start} ${id}`) //=> ["10:00 x-1", "11:30 break-1", "13:00 x-2"]
 * run.stoppedBy //=> "iterations"
 * Source: Christiaens & Vanden Berghe, "Slack induction by string removals for vehicle routing problems", Transportation Science 2020.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<{ plan: Plan; run: Run }> {
  const { limits, seed, features, start, onProgress, threads, startWorker } = readOptions(options);
  const budget = new Budget(limits);
  const slices = new Slices();
  await slices.finish(requireValid(problem));
  const isLinked = beyondSingleRoutes(problem).length > 0;
  const isAlone = threads === 1 || isLinked || bindsAcrossRoutes(problem);
  const otherThreads = startThreads(isAlone ? 0 : threads - 1, problem, startWorker);
  try {
    const compiled = await slices.finish(compile(problem, features));
    if (isLinked) {
      const found = await slices.finish(searchLinked(compiled, start, seed, budget, onProgress));
      await slices.finish(requireVerified(problem, found.plan, features));
      return found;
    }
    const state = newState(compiled);
    if (start !== undefined) await slices.finish(resume(state, start));
    await slices.finish(insertCheapest(state));
    const answer = (): Promise<Plan> => slices.finish(answerOf(state));
    // who may break the search off wants the answer at once: the first plan is read off as the last one will be, so that the code is warm
    if (limits.signal !== undefined) await answer();
    const run = isAlone
      ? await slices.finish(improve(state, seed, budget, onProgress))
      : await improveTogether({ state, seed, budget, signal: limits.signal, otherThreads, slices, onProgress });
    await slices.finish(insertCheapest(state));
    return { plan: await answer(), run };
  } finally {
    for (const thread of otherThreads) thread.end();
  }
}

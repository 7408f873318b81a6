import type { RouteState } from "../evaluate/routeState.js";
import type { Steps } from "../model/steps.js";
import type { Annealing } from "./accept/annealing.js";
import type { GreedyRecreate } from "./recreate/greedyRecreate.js";
import type { StringRuin } from "./ruin/stringRuin.js";
import { Snapshot } from "./snapshot.js";
import type { Budget } from "./stop/budget.js";
import type { Undo } from "./undo.js";

/** Share of the budget that goes into emptying routes where that is worth more than all else. */
const emptyingShare = 0.15;

/** Whether a day less is worth more than everything that the days cost beside. */
export function savesDays({ compiled, costOf }: RouteState): boolean {
  const beside = costOf.reduce((sum, cost) => sum + (cost > 0 ? cost - compiled.routeOpenCost : 0), 0);
  return compiled.routeOpenCost > beside;
}

/** What emptying works with: the parts of the search, and what is to be done after each step. */
export interface Emptying {
  readonly state: RouteState;
  readonly undo: Undo;
  readonly annealing: Annealing;
  readonly ruin: StringRuin;
  readonly recreate: GreedyRecreate;
  readonly budget: Budget;
  readonly afterStep: (iterations: number) => void;
}

/**
 * Empties one route after another: its visits and transports are taken out, and the others are ruined and recreated until all
 * of them are in again. A step is kept where fewer are out, or those that are out have been out less often so far; where the
 * same ones are out, by annealing. A route is emptied for good as soon as the plan without it costs less. Resumable between steps.
 *
 * @returns the iterations spent
 * Source: Christiaens & Vanden Berghe 2020, section 5.4.
 */
export function* emptyRoutes({ state, undo, annealing, ruin, recreate, budget, afterStep }: Emptying): Steps<number> {
  const { compiled } = state;
  const best = new Snapshot(state);
  /** How often each job has been out after a step. */
  const timesOut = new Float64Array(compiled.jobCount);
  const isGoing = (): boolean => budget.spent(iterations) === undefined && budget.share(iterations) < emptyingShare;
  let iterations = 0;
  recreate.opens = false;
  while (isGoing() && takeOut(state, timesOut)) {
    let now = measure(state, timesOut);
    while (state.totalCost >= best.cost && isGoing()) {
      annealing.coolTo(budget.share(iterations) / emptyingShare);
      const before = state.totalCost;
      undo.begin();
      const kept = ruin.ruin() && recreate.recreate(ruin);
      const next = measure(state, timesOut);
      const better = next.count < now.count || next.times < now.times;
      const alike = next.count === now.count && next.times === now.times;
      for (let job = 0; job < compiled.jobCount; job++) if ((state.routeOf[job] as number) < 0) timesOut[job] = (timesOut[job] as number) + 1;
      if (!kept || !(better || (alike && annealing.accepts(state.totalCost, before)))) undo.rollBack();
      now = measure(state, timesOut);
      iterations++;
      afterStep(iterations);
      yield;
    }
    if (state.totalCost < best.cost) best.take();
  }
  recreate.opens = true;
  best.restore();
  return iterations;
}

/** How many jobs are out, and how often they have been. */
function measure(state: RouteState, timesOut: Float64Array): { readonly count: number; readonly times: number } {
  let count = 0;
  let times = 0;
  for (let job = 0; job < timesOut.length; job++) {
    if ((state.routeOf[job] as number) >= 0) continue;
    count++;
    times += timesOut[job] as number;
  }
  return { count, times };
}

/** Empties the route whose jobs have been out least often, of equal ones that with the fewest stops; false where only one is used. */
function takeOut(state: RouteState, timesOut: Float64Array): boolean {
  const { routeCount, jobCount } = state.compiled;
  const times = new Float64Array(routeCount);
  for (let job = 0; job < jobCount; job++) {
    const route = state.routeOf[job] as number;
    if (route >= 0) times[route] = (times[route] as number) + (timesOut[job] as number);
  }
  let chosen = -1;
  let used = 0;
  for (let route = 0; route < routeCount; route++) {
    const stops = state.stopsOn[route] as number;
    // a day less of a tour that is out saves nothing, and what has begun stays
    const first = state.next[state.compiled.routeStart[route] as number] as number;
    if (stops === 0 || state.compiled.isFact[first] === 1 || (state.compiled.routeTour[route] as number) >= 0) continue;
    used++;
    const fewer = (times[route] as number) - (chosen < 0 ? 0 : (times[chosen] as number)) || stops - (state.stopsOn[chosen] ?? 0);
    if (chosen < 0 || fewer < 0) chosen = route;
  }
  if (used < 2) return false;
  for (let job = 0; job < jobCount; job++) if (state.routeOf[job] === chosen) state.removeJob(job);
  state.empty(chosen);
  state.refresh(chosen);
  return true;
}

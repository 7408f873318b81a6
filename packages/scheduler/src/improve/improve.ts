import { placeBreaks } from "../construct/placeBreaks.js";
import type { RouteState } from "../evaluate/routeState.js";
import type { Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import { schedulerVersion } from "../version.js";
import { Annealing, costOfAMove } from "./accept/annealing.js";
import { BestPlans } from "./bestPlans.js";
import { type Cooling, coolingsFor, oneCooling } from "./coolings.js";
import { emptyRoutes, savesDays } from "./emptyRoutes.js";
import { Graft } from "./graft.js";
import { Random } from "./random.js";
import { GreedyRecreate } from "./recreate/greedyRecreate.js";
import { Neighbours } from "./ruin/neighbours.js";
import { StringRuin } from "./ruin/stringRuin.js";
import type { Budget } from "./stop/budget.js";
import { TailSwap } from "./tailSwap.js";
import { Undo } from "./undo.js";

/** How far a search has come. */
export interface Progress {
  readonly iterations: number;
  readonly elapsedMs: number;
  /** Cost of the best plan so far, objective units. */
  readonly cost: number;
  /** Visits and transports in no route. */
  readonly unassigned: number;
}

const progressEveryMs = 100;
/** Chance that the breaks of a ruined route are moved, and that each then goes to its best place rather than to any. */
const moveBreaksRate = 0.5;
const bestBreakRate = 0.5;
/** Share of the budget after which it shows how many steps it is worth. */
const probedShare = 0.02;
/** Share of steps that take over a route of another plan, where there are others. */
const graftRate = 0.05;
/** Share of steps that swap the tails of two routes. */
const tailRate = 0.5;

/**
 * Ruins and recreates routes, swaps their tails and takes routes over from other good plans, under annealing until the budget is spent, having emptied routes first where the objective is for
 * the fewest; the routes are then those of the best plan met. Resumable between iterations.
 */
export function* improve(state: RouteState, seed: number, budget: Budget, onProgress?: (progress: Progress) => void): Steps<Run> {
  const random = new Random(seed);
  const undo = new Undo(state);
  const neighbours = new Neighbours(state.compiled);
  const ruin = new StringRuin(state, undo, random, neighbours);
  const recreate = new GreedyRecreate(state, undo, random, neighbours);
  const annealing = new Annealing(random, yield* costOfAMove(state, neighbours));
  const tails = new TailSwap(state, undo, random, neighbours);
  const graft = new Graft(state, undo, random);
  const bests = new BestPlans(state);
  const units = (cost: number): number => cost / state.compiled.costScale;
  const trace: [number, number][] = [[Math.round(budget.elapsedMs()), units(bests.cost)]];
  const { stopCount, routeCount, jobCount } = state.compiled;
  let iterations = 0;
  let reported = 0;
  const report = (): void => {
    reported = budget.elapsedMs();
    onProgress?.({ iterations, elapsedMs: reported, cost: units(bests.cost), unassigned: bests.left });
  };
  const afterStep = (done: number): void => {
    iterations = done;
    if (onProgress !== undefined && budget.elapsedMs() - reported >= progressEveryMs) report();
  };
  let stoppedBy: Run["stoppedBy"] | undefined = stopCount === 0 || routeCount === 0 ? "nothingToSearch" : undefined;
  /** Share of the budget, and iterations, spent before annealing begins. */
  let begun = 0;
  if (stoppedBy === undefined && savesDays(state)) {
    iterations = yield* emptyRoutes({ state, undo, annealing, ruin, recreate, budget, afterStep });
    bests.offer();
    trace.push([Math.round(budget.elapsedMs()), units(bests.cost)]);
    begun = budget.share(iterations);
  }
  const emptied = iterations;
  /** Undefined until it shows how many steps the budget is worth. */
  let coolings: readonly Cooling[] | undefined;
  let stage = 0;
  const step = (grafts: boolean): boolean => {
    if (grafts && random.unit() < graftRate) return graft.graft(bests.draw(random)) && recreate.recreate(graft);
    if (random.unit() < tailRate) return tails.swap();
    return ruin.ruin() && moveBreaks(state, ruin, random) && recreate.recreate(ruin);
  };
  while (stoppedBy === undefined) {
    stoppedBy = budget.spent(iterations);
    if (stoppedBy !== undefined) break;
    const share = (budget.share(iterations) - begun) / (1 - begun);
    if (coolings === undefined && share >= probedShare) coolings = coolingsFor((iterations - emptied) / share, jobCount);
    while (coolings !== undefined && share >= (coolings[stage]?.to ?? 1) && stage + 1 < coolings.length) {
      stage++;
      bests.beginNext(coolings[stage]?.grafts === true);
    }
    const { from, to, heat, grafts } = coolings?.[stage] ?? oneCooling;
    annealing.coolTo((share - from) / (to - from), heat);
    const before = state.totalCost;
    undo.begin();
    if (!step(grafts) || !annealing.accepts(state.totalCost, before)) undo.rollBack();
    else if (bests.offer()) trace.push([Math.round(budget.elapsedMs()), units(bests.cost)]);
    afterStep(iterations + 1);
    yield;
  }
  bests.restore();
  report();
  return { seed, iterations, elapsedMs: budget.elapsedMs(), stoppedBy, threads: 1, version: schedulerVersion, trace };
}

/** Moves the breaks of some ruined routes while there is room; false where a break then fits nowhere. */
function moveBreaks(state: RouteState, ruin: StringRuin, random: Random): boolean {
  const { routeBreak } = state.compiled;
  for (let index = 0; index < ruin.routeCount; index++) {
    const route = ruin.routes[index] as number;
    if (routeBreak[route] === routeBreak[route + 1] || random.unit() >= moveBreaksRate) continue;
    if (!placeBreaks(state, route, random.unit() < bestBreakRate ? undefined : random)) return false;
  }
  return true;
}

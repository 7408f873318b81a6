import type { Progress } from "../improve/improve.js";
import { progressEveryMs } from "../improve/improve.js";
import { Random } from "../improve/random.js";
import type { Budget } from "../improve/stop/budget.js";
import type { Run } from "../model/plan.js";
import type { Steps } from "../model/steps.js";
import { schedulerVersion } from "../version.js";
import { BestOrder } from "./bestOrder.js";
import { Changes } from "./changes.js";
import { firstPlan } from "./firstPlan.js";
import type { LinkedState } from "./linkedState.js";
import { Moves } from "./moves.js";
import { NearVisits } from "./nearVisits.js";

/** First and last temperature, as shares of what a move costs in the middle of those tried. */
const firstShare = 1;
const lastShare = 0.005;
const sampled = 400;

/** What a move changes the cost by, in the middle of some tried on the first plan. */
function* costOfAMove(state: LinkedState, moves: Moves): Steps<number> {
  const changes: number[] = [];
  const before = state.totalCost;
  for (let index = 0; index < sampled; index++) {
    state.begin();
    if (moves.make()) {
      const after = state.settle();
      if (after !== Number.POSITIVE_INFINITY && after !== before) changes.push(Math.abs(after - before));
    }
    state.rollBack();
    moves.changes.order.makeRoom();
    yield;
  }
  changes.sort((a, b) => a - b);
  return changes[changes.length >> 1] ?? 1;
}

/** Improves a plan by moves on an order of appointments, under annealing; the routes are then those of the best plan met. Resumable. */
export function* improveLinked(state: LinkedState, seed: number, budget: Budget, onProgress?: (progress: Progress) => void): Steps<Run> {
  const random = new Random(seed);
  const changes = new Changes(state, random, new NearVisits(state.model));
  yield* firstPlan(changes);
  const best = new BestOrder(state);
  const trace: [number, number][] = [[Math.round(budget.elapsedMs()), best.units]];
  let iterations = 0;
  let reported = 0;
  const report = (): void => {
    reported = budget.elapsedMs();
    onProgress?.({ iterations, elapsedMs: reported, cost: best.units, unassigned: best.left });
  };
  let stoppedBy: Run["stoppedBy"] = "nothingToSearch";
  if (state.visitCount > 0 && state.visitsOn.length > 0) {
    const moves = new Moves(changes);
    const move = yield* costOfAMove(state, moves);
    budget.note(best.units, iterations);
    for (;;) {
      const spent = budget.spent(iterations);
      if (spent !== undefined) {
        stoppedBy = spent;
        break;
      }
      const temperature = move * firstShare * (lastShare / firstShare) ** budget.share(iterations);
      const before = state.totalCost;
      state.begin();
      if (moves.make() && state.settle() < before - temperature * Math.log(1 - random.unit())) {
        if (best.offer()) {
          budget.note(best.units, iterations);
          trace.push([Math.round(budget.elapsedMs()), best.units]);
        }
      } else state.rollBack();
      changes.order.makeRoom();
      iterations++;
      if ((iterations & 63) === 0) {
        if (onProgress !== undefined && budget.elapsedMs() - reported >= progressEveryMs) report();
        yield;
      }
    }
  }
  best.restore();
  // what the last changes left room for
  yield* firstPlan(changes);
  best.offer();
  report();
  return { seed, iterations, elapsedMs: budget.elapsedMs(), stoppedBy, threads: 1, version: schedulerVersion, trace };
}

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

/** First temperature, as a share of what small moves cost, and last, as a share of the first. */
const firstShare = 2;
const lastShare = 0.005;
/** Moves tried to see what they cost, so many that can be kept or so many in all; those that cost least of every ten count as small. */
const sampledKept = 400;
const sampled = 6000;
const smallShare = 0.1;
/** Where a smaller share of moves can be kept than this, the first temperature is higher by as much, up to a limit: the way leads through worse plans. */
const usuallyKept = 0.4;
const mostHotter = 8;
const stepsBetweenChecks = 16;
/** Share of moves that are timed although what is known before says that they cost too much: through links they may save elsewhere. */
const timedAnywayRate = 0.1;

/** The first temperature, by what some moves change the cost of the first plan by. Resumable. */
function* firstTemperature(state: LinkedState, moves: Moves): Steps<number> {
  const changes: number[] = [];
  const before = state.totalCost;
  let tried = 0;
  while (tried < sampled && changes.length < sampledKept) {
    tried++;
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
  const small = changes[Math.floor(changes.length * smallShare)] ?? 1;
  const hotter = (usuallyKept * tried) / Math.max(1, changes.length);
  return firstShare * small * Math.min(mostHotter, Math.max(1, hotter));
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
    const hottest = yield* firstTemperature(state, moves);
    budget.note(best.units, iterations);
    let temperature = hottest;
    for (let check = 0; ; ) {
      if (iterations === check) {
        check += Math.max(1, Math.min(stepsBetweenChecks, budget.stepsLeft(iterations)));
        const spent = budget.spent(iterations);
        if (spent !== undefined) {
          stoppedBy = spent;
          break;
        }
        temperature = hottest * lastShare ** budget.share(iterations);
      }
      const before = state.totalCost;
      state.begin();
      const most = before - temperature * Math.log(1 - random.unit());
      if (moves.make() && (state.bound < most || random.unit() < timedAnywayRate) && state.settle() < most) {
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

import type { Feature } from "../features/feature.js";
import type { Budget } from "../improve/stop/budget.js";
import { breaksOf } from "../model/breaksOf.js";
import { compile, type KnownTravel } from "../model/compile.js";
import type { Compiled } from "../model/compiled.js";
import { factsOf } from "../model/facts.js";
import type { Plan, PlanRoute, Run } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { beyondSingleRoutes } from "../model/softTerms.js";
import type { Steps } from "../model/steps.js";
import { linkedRepair } from "./linkedRepair.js";
import { type Order, ordersOf } from "./orders.js";
import { plainRepair } from "./plainRepair.js";

/** What a repair begins from. */
export interface Repair {
  readonly orders: readonly Order[];
  readonly seed: number;
  readonly budget: Budget;
  /** Whether anything is to be searched for: of the routes as loaded, and how many visits had to be let go. */
  readonly concerns: (routes: readonly PlanRoute[], letGo: number) => boolean;
}

/** What comes of it: a plan, or the routes in which what has begun leaves no room for a break. */
export interface Repaired {
  readonly plan?: Plan;
  readonly run?: Run;
  readonly stuck: readonly number[];
}

/** A problem in which the next break of each of some routes is missed: what has begun left no room for it. */
function missingBreaks(problem: Problem, compiled: Compiled, routes: readonly number[]): Problem {
  const read = factsOf(problem);
  const rows = new Map(routes.map((route) => [compiled.routeCaregiver[route] as number, compiled.routeShift[route] as number]));
  return {
    ...problem,
    caregivers: problem.caregivers.map((caregiver, row) => ({
      ...caregiver,
      shifts: caregiver.shifts.map((shift, index) => {
        if (rows.get(row) !== index) return shift;
        const { over } = read(caregiver, shift);
        const missed = breaksOf(shift).find(({ id, isTaken }) => !isTaken && !over.has(id));
        return { ...shift, breaks: (shift.breaks ?? []).map((pause, at) => (missed?.id === `break-${at + 1}` ? { ...pause, taken: null } : pause)) };
      }),
    })),
  };
}

/** How often breaks are given up before the fault is looked for elsewhere. */
const mostBreaksMissed = 20;

/** Repairs a plan under a problem that has changed. Resumable. */
export function* repair(
  problem: Problem,
  base: Plan,
  features: readonly Feature[],
  known: KnownTravel,
  how: Omit<Repair, "orders">,
): Steps<{ readonly problem: Problem; readonly plan: Plan; readonly run?: Run }> {
  let present = problem;
  for (let missed = 0; missed < mostBreaksMissed; missed++) {
    const compiled = yield* compile(present, features, { travel: known });
    const orders = ordersOf(present, base);
    const isLinked = beyondSingleRoutes(present).length > 0;
    const { plan, run, stuck } = yield* isLinked ? linkedRepair(compiled, { ...how, orders }) : plainRepair(compiled, { ...how, orders });
    if (plan !== undefined) return { problem: present, plan, ...(run === undefined ? {} : { run }) };
    present = missingBreaks(present, compiled, stuck);
  }
  throw new Error("what has begun leaves a route that cannot be kept, please report this");
}

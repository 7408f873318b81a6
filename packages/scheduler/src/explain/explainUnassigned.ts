import { loadRoutes } from "../construct/loadRoutes.js";
import { fitsInTime, insertionCost, waitingCost, withinLimits } from "../evaluate/insertion.js";
import { newState } from "../evaluate/newState.js";
import type { RouteState } from "../evaluate/routeState.js";
import { dayOf } from "../evaluate/toPlan.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import type { Feature } from "../features/feature.js";
import { compile } from "../model/compile.js";
import { mayBeOn } from "../model/mayBeOn.js";
import type { Plan, Reason, Unassigned } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import type { Problem } from "../model/problem.js";
import { runToEnd, type Steps } from "../model/steps.js";
import { requireValid } from "../model/validate.js";
import type { Visit } from "../model/visit.js";
import { whyNotAlone } from "./whyNotAlone.js";

type Why = Omit<Reason, "caregiver">;

/** Why a visit is not beside the visits already in a route. */
function whyNotBeside(state: RouteState, route: number, visit: number, price: number): Why {
  const { compiled, next } = state;
  const end = compiled.routeEnd[route] as number;
  let least = Number.POSITIVE_INFINITY;
  let limited: string | undefined;
  for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
    if (!fitsInTime(state, route, visit, after)) continue;
    if (withinLimits(state, route, visit, after))
      least = Math.min(least, insertionCost(state, route, visit, after, price) + waitingCost(state, route, visit, after));
    else limited ??= state.limits.find((limit) => !limit.admits(state, route, visit, after))?.reason;
  }
  if (least < (compiled.leaveOutCost[visit] as number)) return { code: "INSERTION_POSSIBLE" };
  if (least < Number.POSITIVE_INFINITY)
    return { code: "COSTS_MORE_THAN_LEAVING", relax: { addedCost: Math.round((least / compiled.costScale) * 1000) / 1000 } };
  return { code: limited ?? "NO_TIME_LEFT" };
}

interface Findings {
  readonly possible: boolean;
  readonly whys: readonly Why[];
}

/** What keeps one caregiver from a visit, over all her days. */
function askCaregiver(state: RouteState, empty: RouteState, visit: number, routes: readonly number[], bars: readonly Bar[]): Findings {
  const { compiled } = state;
  const wanted = compiled.problem.visits[visit] as Visit;
  const days = routes.filter((route) => mayBeOn(wanted, compiled.routeDate[route] ?? ""));
  if (days.length === 0)
    return {
      possible: false,
      whys: [{ code: "NO_SHIFT_ON_DATES", ...(routes.length === 0 ? {} : { relax: { dates: [compiled.routeDate[routes[0] as number]] } }) }],
    };
  const never: Why[] = [];
  const beside: Why[] = [];
  for (const route of days) {
    const barred = bars.flatMap((bar) => bar(wanted, dayOf(state, route)) ?? []);
    const alone = barred.length > 0 ? undefined : whyNotAlone(empty, route, visit);
    if (barred.length > 0) never.push(...barred);
    else if (alone !== undefined) never.push(alone);
    else beside.push(whyNotBeside(state, route, visit, priceOf(state, visit, route)));
  }
  return beside.length > 0 ? { possible: true, whys: beside } : { possible: false, whys: never };
}

type Bar = ReturnType<NonNullable<Feature["search"]["bar"]>>;

function priceOf({ compiled }: RouteState, visit: number, route: number): number {
  for (let entry = compiled.allowedFirst[visit] as number; entry < (compiled.allowedFirst[visit + 1] as number); entry++)
    if (compiled.allowed[entry] === route) return compiled.allowedPrice[entry] as number;
  return 0;
}

/** One reason of each code, the first met. */
const distinct = (whys: readonly Why[]): Why[] => whys.filter((why, index) => whys.findIndex((other) => other.code === why.code) === index);

/** Why each visit that is in no route is in none; asked of the finished routes, not remembered from the search. Resumable. */
export function* explain(state: RouteState, left: readonly number[]): Steps<Unassigned[]> {
  const { compiled } = state;
  const { problem, features } = compiled;
  const empty = newState(compiled);
  const bars = features.flatMap((feature) => (feature.search.bar === undefined ? [] : [feature.search.bar(problem)]));
  const routesOf = problem.caregivers.map((): number[] => []);
  for (const [route, caregiver] of compiled.routeCaregiver.entries()) routesOf[caregiver]?.push(route);
  const unassigned: Unassigned[] = [];
  for (const visit of left) {
    const could: Reason[] = [];
    const couldNot: Reason[] = [];
    for (const [row, caregiver] of problem.caregivers.entries()) {
      const { possible, whys } = askCaregiver(state, empty, visit, routesOf[row] ?? [], bars);
      (possible ? could : couldNot).push(
        ...distinct(whys).map((why) => ({ code: why.code, caregiver: caregiver.id, ...(why.relax === undefined ? {} : { relax: why.relax }) })),
      );
      yield;
    }
    const nobody: Reason[] = problem.caregivers.length === 0 ? [{ code: "NO_CAREGIVER" }] : couldNot;
    unassigned.push({
      visit: problem.visits[visit]?.id ?? "",
      kind: could.length > 0 ? "crowdedOut" : "impossible",
      reasons: could.length > 0 ? could : nobody,
    });
  }
  return unassigned;
}

/**
 * Why each visit that a plan leaves out is left out, caregiver by caregiver, with the smallest change that would help.
 *
 * `impossible`: nobody could make it even on an empty day; every caregiver's reasons are listed. `crowdedOut`: someone could;
 * what stands in the way beside the plan is listed for those who could.
 *
 * @throws EldercareError every error that `validate` finds; every issue of the plan's shape; `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES` where the plan is not of the problem
 * @example
 * const visits = problem.visits.map((visit) => ({ ...visit, needs: { skills: { bathing: 2 } } }));
 * explainUnassigned({ ...problem, visits }, { ...plan, routes: [] })[0].reasons[0]
 * //=> { code: "SKILL_MISSING", caregiver: "c-1", relax: { skills: { bathing: 2 } } }
 */
export function explainUnassigned(problem: Problem, plan: Plan, options: { readonly features?: readonly Feature[] } = {}): Unassigned[] {
  runToEnd(requireValid(problem));
  requirePlan(plan, "");
  const state = newState(runToEnd(compile(problem, options.features ?? defaultFeatures)));
  loadRoutes(state, plan.routes);
  const left = problem.visits.flatMap((_, visit) => ((state.routeOf[visit] as number) < 0 ? [visit] : []));
  return runToEnd(explain(state, left));
}

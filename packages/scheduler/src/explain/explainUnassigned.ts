import type { CivilDate } from "@eldercare/core";
import { loadRoutes } from "../construct/loadRoutes.js";
import { costTriedOut, fitsInTime, insertionCost, waitingCost, withinLimits } from "../evaluate/insertion.js";
import { newState } from "../evaluate/newState.js";
import { Nights } from "../evaluate/nights.js";
import type { RouteState } from "../evaluate/routeState.js";
import { dayOf, demandOf, type Explained } from "../evaluate/toPlan.js";
import { defaultFeatures } from "../features/defaultFeatures.js";
import type { Feature } from "../features/feature.js";
import { PairInsertion } from "../improve/recreate/pairInsertion.js";
import { explainLinked } from "../linked/explainLinked.js";
import { leftOut } from "../linked/leftOut.js";
import { loadOrders } from "../linked/loadOrders.js";
import { newLinkedState } from "../linked/newLinkedState.js";
import { compile } from "../model/compile.js";
import type { Compiled } from "../model/compiled.js";
import { mayBeOn } from "../model/mayBeOn.js";
import type { LeftOut, Plan, Reason, Unassigned, UnassignedTransport } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import type { Problem } from "../model/problem.js";
import { beyondSingleRoutes } from "../model/softTerms.js";
import { runToEnd, type Steps } from "../model/steps.js";
import { tourDays } from "../model/tour.js";
import { requireValid } from "../model/validate.js";
import { overNights } from "./overNights.js";
import { roomBeside } from "./roomBeside.js";
import { whyNotAlone } from "./whyNotAlone.js";
import { whyNotCarriedAlone, whyNotCarriedBeside } from "./whyNotCarried.js";

/** A reason before it is known whose it is. */
export type Why = Omit<Reason, "caregiver">;

/** Why a visit is not beside the visits already in a route. */
function whyNotBeside(state: RouteState, route: number, visit: number, price: number): Why {
  const { compiled, next } = state;
  const end = compiled.routeEnd[route] as number;
  let least = Number.POSITIVE_INFINITY;
  let limited: string | undefined;
  for (let after = compiled.routeStart[route] as number; after !== end; after = next[after] as number) {
    if (!fitsInTime(state, route, visit, after)) continue;
    if (state.isDormant(route)) least = Math.min(least, costTriedOut(state, route, visit, after) + price);
    else if (withinLimits(state, route, visit, after))
      least = Math.min(least, insertionCost(state, route, visit, after, price) + waitingCost(state, route, visit, after));
    else limited ??= state.limits.find((limit) => !limit.admits(state, route, visit, after))?.reason;
  }
  if (least < (compiled.leaveOutCost[visit] as number)) return { code: "INSERTION_POSSIBLE" };
  if (least < Number.POSITIVE_INFINITY)
    return { code: "COSTS_MORE_THAN_LEAVING", relax: { addedCost: Math.round((least / compiled.costScale) * 1000) / 1000 } };
  if (limited !== undefined) return { code: limited };
  if (state.isDormant(route)) return { code: "TOUR_TOO_SHORT" };
  const relax = roomBeside(state, route, visit);
  return { code: "NO_TIME_LEFT", ...(relax === undefined ? {} : { relax }) };
}

interface Findings {
  readonly possible: boolean;
  readonly whys: readonly Why[];
}

/** What is asked of a job, route by route. */
export interface Question {
  readonly mayBeOn: (date: CivilDate) => boolean;
  /** What bars a caregiver whatever else she does that day. */
  readonly barred: (route: number) => readonly Why[];
  /** Why the job does not fit into a day that is otherwise empty; undefined where it does. */
  readonly alone: (route: number) => Why | undefined;
  readonly beside: (route: number) => Why;
}

/** What keeps one caregiver from a job, over all her days. */
export function askCaregiver(compiled: Compiled, routes: readonly number[], question: Question): Findings {
  const days = routes.filter((route) => question.mayBeOn(compiled.routeDate[route] ?? ""));
  if (days.length === 0)
    return {
      possible: false,
      whys: [{ code: "NO_SHIFT_ON_DATES", ...(routes.length === 0 ? {} : { relax: { dates: [compiled.routeDate[routes[0] as number]] } }) }],
    };
  const never: Why[] = [];
  const beside: Why[] = [];
  for (const route of days) {
    const barred = question.barred(route);
    const alone = barred.length > 0 ? undefined : question.alone(route);
    if (barred.length > 0) never.push(...barred);
    else if (alone !== undefined) never.push(alone);
    else beside.push(question.beside(route));
  }
  return beside.length > 0 ? { possible: true, whys: beside } : { possible: false, whys: never };
}

function priceOf({ compiled }: RouteState, visit: number, route: number): number {
  for (let entry = compiled.allowedFirst[visit] as number; entry < (compiled.allowedTo[visit] as number); entry++)
    if (compiled.allowed[entry] === route) return compiled.allowedPrice[entry] as number;
  return 0;
}

/** One reason of each code, the first met. */
export const distinct = (whys: readonly Why[]): Why[] => whys.filter((why, index) => whys.findIndex((other) => other.code === why.code) === index);

/** How visits are asked about, and how transports are. */
function questions(state: RouteState): (job: number) => Question {
  const { problem, features, visitCount } = state.compiled;
  const empty = newState(state.compiled, ({ isLiftedByOthers }) => isLiftedByOthers !== true);
  const bars = features.flatMap(({ search }) => (search.bar === undefined ? [] : [search.bar(problem)]));
  const transportBars = features.flatMap(({ search }) => (search.barTransport === undefined ? [] : [search.barTransport(problem)]));
  const asked = { alone: new PairInsertion(empty), beside: new PairInsertion(state) };
  const nights = { alone: new Nights(empty), beside: new Nights(state) };
  return (job) => {
    const demand = demandOf(state.compiled, job);
    const visit = problem.visits[job];
    const transport = problem.transports?.[job - visitCount];
    return {
      mayBeOn: (date) => mayBeOn(demand, date),
      barred: (route) => {
        const day = dayOf(state, route);
        return visit === undefined
          ? transportBars.flatMap((bar) => (transport === undefined ? [] : (bar(transport, day) ?? [])))
          : bars.flatMap((bar) => bar(visit, day) ?? []);
      },
      alone: (route) =>
        overNights(empty, nights.alone, route, () =>
          visit === undefined ? whyNotCarriedAlone(empty, asked.alone, route, job) : whyNotAlone(empty, route, job),
        ),
      beside: (route) =>
        overNights(state, nights.beside, route, () =>
          visit === undefined ? whyNotCarriedBeside(state, asked.beside, route, job) : whyNotBeside(state, route, job, priceOf(state, job, route)),
        ),
    };
  };
}

/** Why each job that is in no route is in none; asked of the finished routes, not remembered from the search. Resumable. */
export function* explain(state: RouteState, left: readonly number[]): Steps<Explained> {
  return yield* askAll(state.compiled, left, questions(state));
}

/** Puts the questions about every job left out to every caregiver. Resumable. */
export function* askAll(compiled: Compiled, left: readonly number[], questionOf: (job: number) => Question): Steps<Explained> {
  const { problem, visitCount } = compiled;
  const routesOf = problem.caregivers.map((): number[] => []);
  for (const [route, caregiver] of compiled.routeCaregiver.entries()) routesOf[caregiver]?.push(route);
  const visits: Unassigned[] = [];
  const transports: UnassignedTransport[] = [];
  const onTour = tourDays(problem);
  // who is out with others only is answered for by the leader of her crew
  const isLed = problem.caregivers.map(
    ({ id, shifts }, row) => routesOf[row]?.length === 0 && shifts.some(({ date }) => onTour(id, date) !== undefined),
  );
  for (const job of left) {
    const could: Reason[] = [];
    const couldNot: Reason[] = [];
    const question = questionOf(job);
    for (const [row, caregiver] of problem.caregivers.entries()) {
      if (isLed[row]) continue;
      const { possible, whys } = askCaregiver(compiled, routesOf[row] ?? [], question);
      (possible ? could : couldNot).push(
        ...distinct(whys).map((why) => ({ code: why.code, caregiver: caregiver.id, ...(why.relax === undefined ? {} : { relax: why.relax }) })),
      );
      yield;
    }
    const nobody: Reason[] = problem.caregivers.length === 0 ? [{ code: "NO_CAREGIVER" }] : couldNot;
    const why: LeftOut =
      could.length === 0
        ? { kind: "impossible", reasons: nobody }
        : { kind: "crowdedOut", reasons: could, ...(couldNot.length === 0 ? {} : { barred: couldNot }) };
    const { id } = demandOf(compiled, job);
    if (job < visitCount) visits.push({ visit: id, ...why });
    else transports.push({ transport: id, ...why });
  }
  return { visits, ...(problem.transports === undefined ? {} : { transports }) };
}

function explained(problem: Problem, plan: Plan, features: readonly Feature[]): Explained {
  runToEnd(requireValid(problem));
  requirePlan(plan, "");
  const compiled = runToEnd(compile(problem, features));
  if (beyondSingleRoutes(problem).length > 0) {
    const linked = newLinkedState(compiled);
    loadOrders(linked, plan.routes);
    return runToEnd(explainLinked(linked, leftOut(linked).left));
  }
  const state = newState(compiled);
  loadRoutes(state, plan.routes);
  const left = Array.from({ length: state.compiled.jobCount }, (_, job) => job).filter((job) => (state.routeOf[job] as number) < 0);
  return runToEnd(explain(state, left));
}

/**
 * Why each visit that a plan leaves out is left out, caregiver by caregiver, with the smallest change that would help.
 *
 * `impossible`: nobody could make it even on an empty day; every caregiver's reasons are listed. `crowdedOut`: someone could;
 * what stands in the way beside the plan is listed for those who could, and in `barred` what bars each of the others.
 *
 * @throws EldercareError every error that `validate` finds; every issue of the plan's shape; `UNKNOWN_IN_ROUTE`, `TWICE_IN_ROUTES` where the plan is not of the problem
 * @example
 * const visits = problem.visits.map((visit) => ({ ...visit, needs: { skills: { bathing: 2 } } }));
 * explainUnassigned({ ...problem, visits }, { ...plan, routes: [] })[0].reasons[0]
 * //=> { code: "SKILL_MISSING", caregiver: "c-1", relax: { skills: { bathing: 2 } } }
 */
export function explainUnassigned(problem: Problem, plan: Plan, options: { readonly features?: readonly Feature[] } = {}): Unassigned[] {
  return [...explained(problem, plan, options.features ?? defaultFeatures).visits];
}

/**
 * The same for the transports that a plan leaves out.
 *
 * @throws EldercareError as `explainUnassigned`
 * @example
 * const transports = [{ id: "t-1", from: "home-1", to: "home-2", boardMinutes: 5, alightMinutes: 5 }];
 * explainUnassignedTransports({ ...problem, transports }, plan)[0].reasons //=> [{ code: "NO_VEHICLE", caregiver: "c-1" }]
 */
export function explainUnassignedTransports(
  problem: Problem,
  plan: Plan,
  options: { readonly features?: readonly Feature[] } = {},
): UnassignedTransport[] {
  return [...(explained(problem, plan, options.features ?? defaultFeatures).transports ?? [])];
}

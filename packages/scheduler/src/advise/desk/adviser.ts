import { EldercareError } from "@eldercare/core";
import { loadRoutes } from "../../construct/loadRoutes.js";
import { newState } from "../../evaluate/newState.js";
import { dayOf } from "../../evaluate/toPlan.js";
import { askCaregiver, distinct } from "../../explain/explainUnassigned.js";
import { defaultFeatures } from "../../features/defaultFeatures.js";
import type { Feature } from "../../features/feature.js";
import type { LinkedState } from "../../linked/linkedState.js";
import { loadOrders } from "../../linked/loadOrders.js";
import { newLinkedState } from "../../linked/newLinkedState.js";
import { reportSchedulerIssue } from "../../model/codes.js";
import { compile, type KnownTravel } from "../../model/compile.js";
import type { Compiled } from "../../model/compiled.js";
import { alternativesIn, isAllOrNone } from "../../model/link.js";
import { mayBeOn } from "../../model/mayBeOn.js";
import type { Plan } from "../../model/plan.js";
import { requirePlan } from "../../model/planSchema.js";
import type { Problem } from "../../model/problem.js";
import { beyondSingleRoutes } from "../../model/softTerms.js";
import { runToEnd } from "../../model/steps.js";
import { timeReasons } from "../../model/timeReasons.js";
import { requireValid } from "../../model/validate.js";
import type { Visit } from "../../model/visit.js";
import { checkPlan } from "../../verify/checkPlan.js";
import type { Advice, Suggestion, WordedReason } from "./advice.js";
import type { Desk } from "./desk.js";
import { LinkedDesk } from "./linkedDesk.js";
import { withVisit } from "./requireVisit.js";
import { RouteDesk } from "./routeDesk.js";

/** Answers questions about one plan of one problem. */
export interface Adviser {
  /**
   * As `suggest`, without reading problem and plan again.
   *
   * @throws EldercareError `VISIT_NOT_TO_ADVISE_ON`, `NOT_A_COUNT_OF_PLACES`, `REST_NOT_KEPT`; every error of a new visit
   */
  suggest(visit: Visit | string, options?: { readonly most?: number }): Advice;
}

function requireKept(problem: Problem, plan: Plan, features: readonly Feature[]): void {
  // what the plan says it costs does not matter here: it may have been priced under another objective
  const violations = runToEnd(checkPlan(problem, plan, features)).filter(({ code }) => code !== "WRONG_COST");
  if (violations.length > 0)
    throw new EldercareError(
      violations.map(({ code, message }) =>
        reportSchedulerIssue("ADVICE_ON_BROKEN_PLAN", "", { seen: code, values: { "what.zh": message.zh, "what.en": message.en } }),
      ),
    );
}

/** The visits that stand or fall with one, itself among them. */
function linkedWith({ links = [] }: Problem, visit: string): Set<string> {
  const together = new Set([visit]);
  for (let size = 0; size < together.size; ) {
    size = together.size;
    for (const link of links) if (isAllOrNone(link) && link.visits.some((id) => together.has(id))) for (const id of link.visits) together.add(id);
  }
  return together;
}

/** The routes of a plan without some visits. */
function routesWithout({ routes }: Plan, visits: ReadonlySet<string>): Plan["routes"] {
  return routes
    .map((route) => ({ ...route, stops: route.stops.filter(({ kind, id }) => kind !== "visit" || !visits.has(id)) }))
    .filter(({ stops }) => stops.some(({ kind }) => kind !== "break"));
}

/** Puts what is left of a plan without a visit into routes that are bound to one another. */
function loadRest(state: LinkedState, routes: Plan["routes"], visit: string | undefined): void {
  try {
    loadOrders(state, routes);
  } catch (error) {
    // the plan holds, so its orders can only have come to be impossible for want of the visit, or as they are timed anew
    if (!(error instanceof EldercareError && error.issues.some(({ code }) => code === "ORDERS_NOT_KEPT"))) throw error;
    throw new EldercareError([reportSchedulerIssue("REST_NOT_KEPT", "/visit", { seen: visit })]);
  }
}

function deskFor(compiled: Compiled, routes: Plan["routes"], visit: number): Desk {
  if (beyondSingleRoutes(compiled.problem).length > 0) {
    const state = newLinkedState(compiled);
    loadRest(state, routes, compiled.problem.visits[visit]?.id);
    return new LinkedDesk(state, visit);
  }
  const state = newState(compiled);
  loadRoutes(state, routes);
  return new RouteDesk(state, visit);
}

/** Why each caregiver who has no place cannot make the visit. */
function whoCannot(compiled: Compiled, desk: Desk, visit: number): WordedReason[] {
  const { problem, features } = compiled;
  const demand = problem.visits[visit] as Visit;
  const able = new Set(desk.suggestions.map(({ caregiver }) => caregiver));
  if (able.size === problem.caregivers.length) return [];
  const bars = features.flatMap(({ search }) => (search.bar === undefined ? [] : [search.bar(problem)]));
  const words = Object.assign({}, timeReasons, ...features.map(({ reasons }) => reasons));
  const routesOf = problem.caregivers.map((): number[] => []);
  for (const [route, caregiver] of compiled.routeCaregiver.entries()) routesOf[caregiver]?.push(route);
  const question = {
    mayBeOn: (date: string) => mayBeOn(demand, date),
    barred: (route: number) => bars.flatMap((bar) => bar(demand, dayOf({ compiled }, route)) ?? []),
    alone: (route: number) => desk.alone(route),
    beside: (route: number) => desk.beside(route),
  };
  return problem.caregivers.flatMap(({ id }, row) =>
    able.has(id)
      ? []
      : distinct(askCaregiver(compiled, routesOf[row] ?? [], question).whys).map(({ code, relax }) => ({
          code,
          caregiver: id,
          ...(relax === undefined ? {} : { relax }),
          message: words[code] ?? { zh: code, en: code },
        })),
  );
}

/** The cheapest first; of equal ones that for which the fewest others begin at another time. */
const order = (a: Suggestion, b: Suggestion): number => {
  const keyOf = ({ date, start, caregiver }: Suggestion): string => JSON.stringify([date, start, caregiver]);
  return a.price.total - b.price.total || a.movedStops.length - b.movedStops.length || (keyOf(a) < keyOf(b) ? -1 : 1);
};

/**
 * Reads a problem and a plan once, so that many questions about the plan are answered in a few milliseconds each.
 *
 * @param options.features the features that hold; the built-in ones unless given
 * @throws EldercareError as `suggest`
 * @example
 * const desk = adviser(problem, plan);
 * const { person, ...visit } = problem.visits[0];
 * desk.suggest({ ...visit, id: "x-3" }).suggestions[0].price //=> { total: 0 }
 * desk.suggest("x-2").suggestions[0].price //=> { travel: 10, total: 10 }
 */
export function adviser(problem: Problem, plan: Plan, options: { readonly features?: readonly Feature[] } = {}): Adviser {
  const features = options.features ?? defaultFeatures;
  runToEnd(requireValid(problem));
  if ((problem.tours ?? []).length > 0) throw new EldercareError([reportSchedulerIssue("ADVICE_NOT_WITH_TOURS", "/tours")]);
  requirePlan(plan, "");
  requireKept(problem, plan, features);
  const travel: KnownTravel = new Map();
  const base = runToEnd(compile(problem, features, { travel }));
  return {
    suggest: (asked, { most = Number.POSITIVE_INFINITY } = {}) => {
      if (most !== Number.POSITIVE_INFINITY && !(Number.isInteger(most) && most >= 1))
        throw new EldercareError([reportSchedulerIssue("NOT_A_COUNT_OF_PLACES", "/most", { seen: most })]);
      const { problem: withIt, visit } = withVisit(problem, asked);
      const compiled = withIt === problem ? base : runToEnd(compile(withIt, features, { travel, choices: base }));
      const id = withIt.visits[visit]?.id ?? "";
      const together = linkedWith(withIt, id);
      const alternativesOf = alternativesIn(withIt.links ?? []);
      const desk = deskFor(compiled, routesWithout(plan, new Set([...together, ...alternativesOf(id)])), visit);
      const leaveOut = features.flatMap(({ search }) => (search.leaveOut === undefined ? [] : [search.leaveOut.of(withIt)]));
      const counted = new Set([...together].map((other) => alternativesOf(other)[0]));
      const left = withIt.visits.filter((other) => counted.has(other.id));
      return {
        visit: id,
        leaveOutPrice: left.reduce((sum, other) => sum + leaveOut.reduce((own, price) => own + price(other), 0), 0),
        suggestions: [...desk.suggestions].sort(order).slice(0, most),
        cannot: whoCannot(compiled, desk, visit),
      };
    },
  };
}

/**
 * Where a visit could go in a plan, and what each place costs: the best of every caregiver's day, the cheapest first, with what
 * it moves; and why the other caregivers cannot make it.
 *
 * Everything is priced against the plan without the visit. A visit that the plan makes is taken out first. Visits that are all
 * made or all left out with it are taken out and put in with it, at the best of the places looked at; the price of what is
 * suggested is exact. Visits bound to it by their days or by a pattern stay where they are and say where it can be; alternatives
 * give way to it. The plan is timed anew, as `evaluate` does: a pattern keeps its hours, and only where the visit cannot keep them
 * are they moved. Fair shares count a new visit whether or not it is made.
 *
 * @param visit a new visit, or the id of one of the problem
 * @param options.most how many places to name, at least 1; all where absent
 * @param options.features the features that hold; the built-in ones unless given
 * @returns places by price, of the same price by date, start and caregiver
 * @throws EldercareError every error that `validate` finds; `ADVICE_NOT_WITH_TOURS`; every issue of the plan's shape; `ADVICE_ON_BROKEN_PLAN` once for each
 * violation of the plan; `VISIT_NOT_TO_ADVISE_ON`; every error of a new visit; `NOT_A_COUNT_OF_PLACES`; `FEATURE_NOT_LINKED`; with
 * links, soft hours, overtime or optional breaks `REST_NOT_KEPT` where the plan without the visit cannot be timed anew in its order, `ORDERS_IN_CIRCLE`
 * @example
 * const visit = { id: "x-3", place: "home-2", serviceMinutes: 30, when: { daily: [{ from: "14:00", to: "15:00" }] } };
 * const { suggestions } = suggest(problem, plan, visit);
 * suggestions.map(({ caregiver, start, price }) => `${caregiver} ${start} ${price.total}`) //=> ["c-1 14:00 0"]
 * suggest(problem, plan, { ...visit, needs: { sex: "female" } }).cannot.map(({ code }) => code) //=> ["SEX_WISH"]
 */
export function suggest(
  problem: Problem,
  plan: Plan,
  visit: Visit | string,
  options: { readonly most?: number; readonly features?: readonly Feature[] } = {},
): Advice {
  const { most, features } = options;
  return adviser(problem, plan, features === undefined ? {} : { features }).suggest(visit, most === undefined ? {} : { most });
}

import { EldercareError } from "@eldercare/core";
import { Budget } from "../improve/stop/budget.js";
import { Slices } from "../improve/stop/slices.js";
import type { KnownTravel } from "../model/compile.js";
import type { Plan, PlanRoute, Run } from "../model/plan.js";
import { requirePlan } from "../model/planSchema.js";
import { appointedIn } from "../model/presentPlan.js";
import type { Problem } from "../model/problem.js";
import { beyondSingleRoutes } from "../model/softTerms.js";
import type { Steps } from "../model/steps.js";
import { requireValid } from "../model/validate.js";
import { validateFacts } from "../model/validateFacts.js";
import { readOptions, type SolveOptions } from "../solveOptions.js";
import { requireVerified } from "../verify/requireVerified.js";
import { hasBegun } from "./amend.js";
import { type Change, changesBetween } from "./changes.js";
import { reportDispatchIssue } from "./codes.js";
import type { DispatchEvent } from "./event.js";
import { happen, prolong } from "./happen.js";
import { requireEvent } from "./readEvent.js";
import { record } from "./record.js";
import { repair } from "./repair.js";
import { type Response, respond } from "./respond.js";
import { settleLinks } from "./settleLinks.js";
import { settlePatterns } from "./settlePatterns.js";

/** How `dispatch` is to go about it. */
export type DispatchOptions = Pick<SolveOptions, "timeLimitMs" | "maxIterations" | "seed" | "signal" | "features">;

/** A day after an event. */
export interface Dispatched {
  /** The problem after the event, with what has happened by then: the next event goes on from it. */
  readonly problem: Problem;
  /** A plan of that problem, verified. */
  readonly plan: Plan;
  /** What is other than in the plan before. */
  readonly changes: readonly Change[];
  /** How an emergency is answered. */
  readonly response?: Response;
  /** How the new plan was searched for; absent where nothing had to be. */
  readonly run?: Run;
}

/** Iterations where neither these nor a time limit is given: of the search of single routes, and of that of appointments, whose moves are small. */
const usualIterations = 100;
const usualLinkedIterations = 20_000;

/** The problem at the moment of an event, with what has happened of the plan by then. */
function atTheMoment(problem: Problem, plan: Plan, event: DispatchEvent): Problem {
  const now = event.at ?? problem.now;
  const present = now === undefined ? problem : { ...problem, now };
  // what lasts longer makes what follows late, before it is told what has begun by now
  const maker = event.kind === "overrun" ? appointedIn(plan.routes).get(event.visit)?.caregiver : undefined;
  const recorded = record(prolong(present, event, maker), plan);
  if (event.kind === "noShow" && !hasBegun(recorded, event.visit))
    throw new EldercareError([reportDispatchIssue("VISIT_NOT_BEGUN", "/event/visit", { seen: event.visit, values: { at: now ?? "—" } })]);
  return recorded;
}

/** Whether an event is about a visit that the plan does not make. */
function isBesideThePlan(plan: Plan, event: DispatchEvent): boolean {
  return (event.kind === "cancelled" || event.kind === "overrun") && !appointedIn(plan.routes).has(event.visit);
}

/** Whether a plan still says of every visit what it said. */
function saysTheSame(plan: Plan, problem: Problem): (routes: readonly PlanRoute[]) => boolean {
  const was = appointedIn(plan.routes);
  return (routes) => {
    const is = appointedIn(routes);
    const isSame = [...was].every(([id, before]) => {
      const now = is.get(id);
      return now?.caregiver === before.caregiver && now.date === before.date && now.start === before.start;
    });
    return isSame && problem.visits.every(({ id }) => is.has(id) || !isNew(id));
  };
  function isNew(id: string): boolean {
    return !was.has(id) && !plan.unassigned.some(({ visit }) => visit === id);
  }
}

function* steps(problem: Problem, plan: Plan, event: DispatchEvent, options: DispatchOptions): Steps<Dispatched> {
  yield* requireValid(problem);
  requirePlan(plan, "/plan");
  requireEvent(problem, event);
  const isLimited = options.maxIterations !== undefined || options.timeLimitMs !== undefined;
  const usual = beyondSingleRoutes(problem).length > 0 ? usualLinkedIterations : usualIterations;
  const { limits, seed, features } = readOptions({ ...options, ...(isLimited ? {} : { maxIterations: usual }) });
  const known: KnownTravel = new Map();
  const moment = atTheMoment(problem, plan, event);
  const happened = settlePatterns(settleLinks(happen(moment, event)));
  const answered = event.kind === "emergency" ? yield* respond(happened, plan, event, features, known) : { problem: happened };
  const after: Problem = { ...answered.problem, base: { plan } };
  const contradictions = validateFacts(after);
  if (contradictions.length > 0) throw new EldercareError(contradictions);
  const keeps = saysTheSame(plan, after);
  const repaired = yield* repair(after, plan, features, known, {
    seed,
    budget: new Budget(limits),
    concerns: (routes, letGo) => letGo > 0 || !(isBesideThePlan(plan, event) || keeps(routes)),
  });
  yield* requireVerified(repaired.problem, repaired.plan, features);
  const changes = changesBetween({ problem, plan }, repaired);
  return { ...repaired, changes, ...("response" in answered ? { response: answered.response } : {}) };
}

/**
 * Re-plans a day when something happens: an emergency call, a caregiver falls ill, a visit is cancelled, takes longer or finds
 * nobody at home, a road is closed.
 *
 * What has begun stays as it is, what is pinned stays where it is, and of the rest as little changes as is worth its price
 * (`objective.changedVisit`, for each visit that goes to somebody else, to another date or out of the plan). By the moment of the
 * event the plan has gone as it says, unless `fixed.state` of a visit or `taken` of a break says otherwise.
 *
 * @param problem the problem that the plan is of
 * @param plan what holds now
 * @param event what happens
 * @param options `maxIterations` or `timeLimitMs` of the search, 100 iterations where absent (20,000 where routes bear on one another)
 * @returns the problem and the verified plan after the event, the changes as data and in words, and how an emergency is answered
 * @throws EldercareError every error that `validate` finds; every issue of the plan's and the event's shape; `EVENT_WITHOUT_MOMENT`,
 * `EVENT_BEFORE_NOW`, `EVENT_OUTSIDE_HORIZON`, `VISIT_NOT_BEGUN`, `NOT_ABLE_TO_RESPOND`, `NOT_WITH_PEOPLE_CARRIED`; those of `solve`
 * @example
 * const { changes } = await dispatch(problem, plan, { kind: "cancelled", at: "2026-11-23T08:00", visit: "x-2" });
 * changes.map(({ message }) => message.en) //=> ["visit x-2 is cancelled (it was c-1's, 2026-11-23 13:00)"]
 */
export async function dispatch(problem: Problem, plan: Plan, event: DispatchEvent, options: DispatchOptions = {}): Promise<Dispatched> {
  return await new Slices().finish(steps(problem, plan, event, options));
}

import { placeBreaks } from "../construct/placeBreaks.js";
import { fitsInTime, withinLimits } from "../evaluate/insertion.js";
import { newState } from "../evaluate/newState.js";
import type { Feature } from "../features/feature.js";
import { knownSecondsOfDay, printClock } from "../model/clock.js";
import { compile, type KnownTravel } from "../model/compile.js";
import { factsOf, nowSince } from "../model/facts.js";
import type { Plan } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import { beyondSingleRoutes } from "../model/softTerms.js";
import type { Steps } from "../model/steps.js";
import type { Visit } from "../model/visit.js";
import { serviceSeconds } from "../model/windowsOf.js";
import { journeysOf } from "./journeys.js";
import { loadKept } from "./loadKept.js";
import { ordersOf } from "./orders.js";

/** Somebody who can go at once, and when she is there. */
export interface Responder {
  readonly caregiver: string;
  readonly date: string;
  /** Time of day at which she is there. */
  readonly arrives: string;
  /** Minutes from now until she is there. */
  readonly responseMinutes: number;
}

/** Who is on duty now and could be there, by what has begun and the roads alone: the earliest first. */
function onDuty(problem: Problem, visit: Visit): Responder[] {
  const read = factsOf(problem);
  const journey = journeysOf(problem);
  const date = problem.now?.slice(0, 10) ?? "";
  const now = nowSince(problem, date);
  const shifts = problem.caregivers.flatMap((caregiver) =>
    caregiver.shifts.filter((shift) => shift.date === date).map((shift) => ({ caregiver, shift })),
  );
  const places = new Map(problem.visits.map(({ id, place }) => [id, place]));
  const there = shifts.flatMap(({ caregiver, shift }) => {
    const { facts, from } = read(caregiver, shift);
    const last = facts.filter(({ kind }) => kind === "visit").at(-1);
    const place = last === undefined ? shift.start : (places.get(last.id) ?? shift.start);
    const seconds = (facts.at(-1)?.leaves ?? from) + journey(caregiver.profile, place, visit.place);
    const home = shift.end === undefined ? 0 : journey(caregiver.profile, visit.place, shift.end);
    const back = seconds + serviceSeconds(visit, caregiver.serviceTimeFactor ?? 1) + home;
    const latest = knownSecondsOfDay(shift.to) + Math.round((shift.overtimeMinutes ?? 0) * 60);
    if (!Number.isFinite(back) || back > latest || seconds > 24 * 3600) return [];
    const responder = { caregiver: caregiver.id, date, arrives: printClock(seconds), responseMinutes: Math.round((seconds - now) / 0.6) / 100 };
    return [{ responder, seconds }];
  });
  return there.sort((a, b) => a.seconds - b.seconds).map(({ responder }) => responder);
}

/** The problem with what has begun and what is pinned alone, and the visit that is to be made today. */
function bare(problem: Problem, visit: Visit): Problem {
  const date = problem.now?.slice(0, 10) ?? "";
  const kept = problem.visits.filter(({ fixed }) => fixed !== undefined && fixed !== null);
  const ids = new Set(kept.map(({ id }) => id));
  const links = (problem.links ?? []).filter(({ visits }) => visits.every((id) => ids.has(id)));
  const patterns = (problem.patterns ?? []).map((pattern) => ({ ...pattern, visits: pattern.visits.filter((each) => ids.has(each)) }));
  const { base: _, ...rest } = problem;
  return {
    ...rest,
    visits: [...kept, { ...visit, when: { dates: [date] } }],
    ...(problem.links === undefined ? {} : { links }),
    ...(problem.patterns === undefined ? {} : { patterns }),
  };
}

/**
 * Who is able to go to a visit at once, the earliest to be there first: on duty, with all that the visit needs, at the next moment
 * at which she is free, with what is pinned to her kept and home in time. Resumable.
 */
export function* respondersTo(problem: Problem, plan: Plan, visit: Visit, features: readonly Feature[], known: KnownTravel): Steps<Responder[]> {
  const candidates = onDuty(problem, visit);
  const trial = bare(problem, visit);
  const bars = features.flatMap(({ search }) => (search.bar === undefined ? [] : [search.bar(trial)]));
  const allowed = new Set<string>();
  for (const caregiver of problem.caregivers)
    for (const shift of caregiver.shifts)
      if (bars.every((bar) => bar(visit, { caregiver, crew: [caregiver], tour: undefined, shift, date: shift.date }) === undefined))
        allowed.add(`${shift.date} ${caregiver.id}`);
  const able = candidates.filter(({ caregiver, date }) => allowed.has(`${date} ${caregiver}`));
  // where routes bear on one another, hours may be exceeded at a price: whoever is home in time is able
  if (beyondSingleRoutes(trial).length > 0) return able;
  const compiled = yield* compile(trial, features, { travel: known });
  const state = newState(compiled);
  loadKept(state, ordersOf(trial, plan));
  const job = compiled.visitCount - 1;
  const routes = new Map<string, number>();
  for (let route = 0; route < compiled.routeCount; route++)
    routes.set(`${compiled.routeDate[route]} ${problem.caregivers[compiled.routeCaregiver[route] as number]?.id}`, route);
  return able.filter(({ caregiver, date }) => {
    const route = routes.get(`${date} ${caregiver}`);
    if (route === undefined) return false;
    let after = compiled.routeStart[route] as number;
    while (compiled.isFact[state.next[after] as number] === 1) after = state.next[after] as number;
    if (state.stopsOn[route] === 0) return mayBreakLater(state, route, job);
    return fitsInTime(state, route, job, after) && withinLimits(state, route, job, after);
  });
}

/** Whether an idle caregiver can go first and take her breaks when they can be taken. */
function mayBreakLater(state: ReturnType<typeof newState>, route: number, job: number): boolean {
  state.insert(job, route, state.compiled.routeStart[route] as number, 0);
  state.refresh(route);
  const kept = placeBreaks(state, route);
  state.remove(job);
  state.empty(route);
  state.refresh(route);
  return kept;
}

import { dayOf, featureCosts, type TimedPlan } from "../evaluate/toPlan.js";
import { printClock } from "../model/clock.js";
import { fullObjective } from "../model/objective.js";
import type { PlanRoute, PlanStop } from "../model/plan.js";
import { roundCost } from "../model/roundCost.js";
import { softTermsOf } from "../model/softTerms.js";
import type { Steps } from "../model/steps.js";
import { hoursEnd } from "./hours.js";
import { leftOut } from "./leftOut.js";
import type { LinkedState } from "./linkedState.js";

/** A route of a plan, and what is priced of it. */
export interface TimedRoute {
  readonly route: PlanRoute;
  readonly travelSeconds: number;
  readonly waitingSeconds: number;
  readonly overSeconds: number;
  readonly lateSeconds: number;
  readonly missedBreaks: number;
}

/** Reads a route off its times, its beginning put off by what saves waiting: each stop is then later by what waiting before it does not take up. */
export function timeRoute(state: LinkedState, route: number): TimedRoute {
  const { compiled } = state.model;
  const { problem, placeCount, nodePlace } = compiled;
  const { caregiver, shift } = dayOf(state.model, route);
  const midnight = compiled.routeMidnight[route] as number;
  const clock = (seconds: number): string => printClock(seconds - midnight);
  const travel = compiled.routeTravel[route] as Int32Array;
  const end = compiled.routeEnd[route] as number;
  const firstBreak = compiled.routeBreak[route] as number;
  const endBreak = compiled.routeBreak[route + 1] as number;
  const stops: PlanStop[] = [];
  let place = nodePlace[compiled.routeStart[route] as number] as number;
  let [departs, time, later, waitingSeconds, travelSeconds, lateSeconds, missedBreaks] = [-1, 0, state.delay[route] as number, 0, 0, 0, 0];
  let heldLast = 0;
  const leg = (to: number): number => travel[place * placeCount + to] as number;
  const goTo = (to: number): void => {
    travelSeconds += leg(to);
    time += leg(to);
    place = to;
  };
  /** Adds a stop where the caregiver now is, for which she was ready at `ready` and which began at `began` before anything was put off. */
  const stop = (named: Pick<PlanStop, "kind" | "id">, ready: number, began: number, seconds: number, held: number): void => {
    // nobody waits for the first stop: the way there begins later
    if (departs < 0) {
      departs = began + later - time;
      time = began + later;
    } else later = Math.max(0, later - (began - ready));
    const start = began + later;
    waitingSeconds += start - time;
    stops.push({ ...named, place: problem.places[place]?.id ?? "", arrive: clock(time), start: clock(start), end: clock(start + seconds - held) });
    time = start + seconds;
    heldLast = held;
  };
  const pauseAt = (pause: number, ready: number): number => {
    const began = state.breakStart[pause] as number;
    const seconds = compiled.breakSeconds[pause] as number;
    if (began < 0) {
      missedBreaks++;
      return ready;
    }
    stop({ kind: "break", id: compiled.breakId[pause] ?? "" }, ready, began, seconds, compiled.heldSeconds[pause] as number);
    return began + seconds;
  };
  let pause = firstBreak;
  let ready = 0;
  for (let visit = state.next[compiled.routeStart[route] as number] as number; visit !== end; visit = state.next[visit] as number) {
    goTo(nodePlace[visit] as number);
    ready = state.arrive[visit] as number;
    for (const breaks = firstBreak + (state.breaksBefore[visit] as number); pause < breaks; pause++) ready = pauseAt(pause, ready);
    const began = state.start[visit] as number;
    const seconds = (state.finish[visit] as number) - began;
    stop({ kind: "visit", id: problem.visits[visit]?.id ?? "" }, ready, began, seconds, compiled.heldSeconds[visit] as number);
    lateSeconds += Math.max(0, began - hoursEnd(state, visit, route, began));
    ready = began + seconds;
  }
  for (; pause < endBreak; pause++) ready = pauseAt(pause, ready);
  // whoever goes home is not held up until now
  time -= heldLast;
  goTo(nodePlace[end] as number);
  return {
    route: { caregiver: caregiver.id, date: shift.date, vehicle: shift.vehicle ?? null, departs: clock(departs), returns: clock(time), stops },
    travelSeconds,
    waitingSeconds,
    overSeconds: Math.max(0, time - (compiled.routeTo[route] as number)),
    lateSeconds,
    missedBreaks,
  };
}

/** Reads times and costs of a plan off routes: routes in the order of caregivers and dates. Resumable. */
export function* linkedPlan(state: LinkedState): Steps<TimedPlan> {
  const { compiled } = state.model;
  const { problem, routeCount } = compiled;
  const objective = fullObjective(problem.objective);
  const terms = softTermsOf(problem);
  const timed: TimedRoute[] = [];
  for (let route = 0; route < routeCount; route++) {
    if (state.visitsOn[route] === 0) continue;
    timed.push(timeRoute(state, route));
    yield;
  }
  const { left, unserved } = leftOut(state);
  const tallied: Record<string, number> = {};
  for (const { component, cost } of state.tallies) tallied[component] = (tallied[component] ?? 0) + cost / compiled.costScale;
  const minutes = (seconds: (route: TimedRoute) => number): number => timed.reduce((total, route) => total + seconds(route), 0) / 60;
  return {
    routes: timed.map(({ route }) => route),
    left,
    cost: roundCost({
      ...featureCosts({ compiled, routeOf: state.routeOf }, unserved),
      ...tallied,
      travel: minutes((route) => route.travelSeconds) * objective.travelMinute,
      waiting: minutes((route) => route.waitingSeconds) * objective.waitingMinute,
      caregiverDay: timed.length * objective.caregiverDay,
      ...(terms.lateness ? { lateness: minutes((route) => route.lateSeconds) * objective.latenessMinute } : {}),
      ...(terms.latest ? { latest: (state.latest / 60) * objective.latestMinute } : {}),
      ...(terms.overtime ? { overtime: minutes((route) => route.overSeconds) * objective.overtimeMinute } : {}),
      ...(terms.idlest ? { idlest: (state.idlest / 60) * objective.idlestMinute } : {}),
      ...(terms.missedBreak ? { missedBreak: timed.reduce((sum, route) => sum + route.missedBreaks, 0) * objective.missedBreak } : {}),
    }),
  };
}

import type { CaregiverDay } from "../features/checkHalf.js";
import { printClock, secondsPerDay } from "../model/clock.js";
import type { Compiled } from "../model/compiled.js";
import { fullObjective } from "../model/objective.js";
import type { Plan, PlanRoute, PlanStop, Unassigned, UnassignedTransport } from "../model/plan.js";
import type { Demand } from "../model/requiredPrice.js";
import { roundCost } from "../model/roundCost.js";
import type { Steps } from "../model/steps.js";
import type { Visit } from "../model/visit.js";
import type { RouteState } from "./routeState.js";

/** A plan before the reasons of what is left out are known. */
export interface TimedPlan extends Omit<Plan, "unassigned" | "unassignedTransports"> {
  /** Jobs left out. */
  readonly left: readonly number[];
}

/** Why each visit and transport that is left out is; `transports` is absent where the problem has none. */
export interface Explained {
  readonly visits: readonly Unassigned[];
  readonly transports?: readonly UnassignedTransport[];
}

/** A route of a plan, and the seconds that are priced. */
export interface TimedRoute {
  readonly route: PlanRoute;
  readonly travelSeconds: number;
  readonly waitingSeconds: number;
  /** Seconds since midnight. */
  readonly seconds: { readonly departs: number; readonly returns: number };
}

/** Earliest times of a route that cannot be kept: what is late is late, so that the checker can say by how much. */
function timeLate(state: RouteState, route: number): { departs: number; starts: number[]; returns: number } {
  const { compiled, next, prev, finish, where } = state;
  const starts: number[] = [];
  const end = compiled.routeEnd[route] as number;
  for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
    starts.push((finish[node] as number) - secondsAt(state, route, node));
  const last = prev[end] as number;
  const leg = (compiled.routeTravel[route] as Int32Array)[(where[last] as number) * compiled.placeCount + (where[end] as number)] as number;
  return { departs: compiled.routeFrom[route] as number, starts, returns: (finish[last] as number) + leg };
}

function secondsAt({ compiled }: RouteState, route: number, node: number): number {
  return node >= compiled.stopCount
    ? (compiled.breakSeconds[node] as number)
    : (compiled.durations[(compiled.routeFactor[route] as number) * compiled.stopCount + node] as number);
}

/** What a stop or break of a route is called in a plan. */
function nameOf({ problem, breakId, visitCount, jobCount, stopCount }: Compiled, node: number): Pick<PlanStop, "kind" | "id"> {
  if (node >= stopCount) return { kind: "break", id: breakId[node] ?? "" };
  if (node < visitCount) return { kind: "visit", id: problem.visits[node]?.id ?? "" };
  const boards = node < jobCount;
  return { kind: boards ? "board" : "alight", id: problem.transports?.[node - (boards ? visitCount : jobCount)]?.id ?? "" };
}

export function timeRoute(state: RouteState, route: number): TimedRoute {
  const { compiled, next, where, timetable } = state;
  const { problem, placeCount, stopCount } = compiled;
  const { caregiver, shift, tour } = dayOf(state, route);
  const possible = timetable.span(state, route, -1, -1) >= 0;
  const { departs, starts, returns } = possible ? timetable : timeLate(state, route);
  const midnight = compiled.routeMidnight[route] as number;
  const clock = (seconds: number): string => printClock(seconds - midnight);
  const travel = compiled.routeTravel[route] as Int32Array;
  const end = compiled.routeEnd[route] as number;
  const stops: PlanStop[] = [];
  let place = where[compiled.routeStart[route] as number] as number;
  let time = departs;
  let waitingSeconds = 0;
  let travelSeconds = 0;
  let index = 0;
  for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number) {
    if (node < stopCount) {
      const to = compiled.nodePlace[node] as number;
      travelSeconds += travel[place * placeCount + to] as number;
      time += travel[place * placeCount + to] as number;
      place = to;
    }
    const start = starts[index++] as number;
    const seconds = secondsAt(state, route, node);
    waitingSeconds += start - time;
    stops.push({
      ...nameOf(compiled, node),
      place: problem.places[place]?.id ?? "",
      arrive: clock(time),
      start: clock(start),
      end: clock(start + seconds - (compiled.heldSeconds[node] as number)),
    });
    time = start + seconds;
  }
  travelSeconds += travel[place * placeCount + (where[end] as number)] as number;
  return {
    route: {
      caregiver: caregiver.id,
      date: shift.date,
      ...(tour === undefined ? {} : { tour: tour.id }),
      vehicle: shift.vehicle ?? null,
      departs: clock(departs),
      returns: clock(returns),
      stops,
    },
    travelSeconds,
    waitingSeconds,
    seconds: { departs: departs - midnight, returns: returns - midnight },
  };
}

/** The same with the night after it, where it is a day of a tour that stays out: until the next day's departure. */
function withNight(state: RouteState, route: number, timed: TimedRoute, next: TimedRoute | undefined): TimedRoute {
  const { compiled, where } = state;
  if (next === undefined || compiled.days[route]?.tour?.id !== next.route.tour || next.route.tour === undefined) return timed;
  const place = compiled.problem.places[where[compiled.routeEnd[route] as number] as number]?.id ?? "";
  const arrive = printClock(timed.seconds.returns);
  const night: PlanStop = { kind: "lodging", id: place, place, arrive, start: arrive, end: printClock(secondsPerDay + next.seconds.departs) };
  return { ...timed, route: { ...timed.route, stops: [...timed.route.stops, night] } };
}

/** The visit or transport that a job stands for. */
export function demandOf({ problem, visitCount }: Compiled, job: number): Demand {
  const demand = job < visitCount ? problem.visits[job] : problem.transports?.[job - visitCount];
  if (demand === undefined) throw new RangeError(`no job ${job}`);
  return demand;
}

/** What the features ask for a plan's visits and for what it leaves out, by component: objective units. */
export function featureCosts(state: Pick<RouteState, "compiled" | "routeOf">, left: readonly number[]): Record<string, number> {
  const { compiled, routeOf } = state;
  const { problem, features } = compiled;
  const costs: Record<string, number> = {};
  for (const { search } of features) {
    if (search.leaveOut !== undefined && search.leaveOut.isAsked?.(problem) !== false) {
      const { component, of } = search.leaveOut;
      const price = of(problem);
      costs[component] = left.reduce((sum, job) => sum + price(demandOf(compiled, job)), costs[component] ?? 0);
    }
    if (search.price !== undefined && search.price.isAsked?.(problem) !== false) {
      const { component, of } = search.price;
      const price = of(problem);
      let sum = costs[component] ?? 0;
      for (const [visit, route] of routeOf.subarray(0, compiled.visitCount).entries())
        if (route >= 0) sum += price(problem.visits[visit] as Visit, dayOf(state, route));
      costs[component] = sum;
    }
  }
  return costs;
}

/** The caregiver's day that a route stands for. */
export function dayOf({ compiled }: { readonly compiled: Compiled }, route: number): CaregiverDay {
  const day = compiled.days[route];
  if (day === undefined) throw new RangeError(`no route ${route}`);
  return day;
}

/** Reads times and costs of a plan off routes: routes in the order of caregivers and dates, then those of tours, times of the shortest span. Resumable. */
export function* toPlan(state: RouteState): Steps<TimedPlan> {
  const { compiled, routeOf } = state;
  const objective = fullObjective(compiled.problem.objective);
  const routes: number[] = [];
  const days: TimedRoute[] = [];
  for (let route = 0; route < compiled.routeCount; route++) {
    if (!state.isDriven(route)) continue;
    routes.push(route);
    days.push(timeRoute(state, route));
    yield;
  }
  const timed = days.map((day, index) => withNight(state, routes[index] as number, day, days[index + 1]));
  const left = Array.from(routeOf.subarray(0, compiled.jobCount).keys()).filter((job) => (routeOf[job] as number) < 0);
  const sum = (seconds: (route: TimedRoute) => number): number => timed.reduce((total, route) => total + seconds(route), 0);
  return {
    routes: timed.map(({ route }) => route),
    left,
    cost: roundCost({
      ...featureCosts(state, left),
      travel: (sum((route) => route.travelSeconds) * objective.travelMinute) / 60,
      waiting: (sum((route) => route.waitingSeconds) * objective.waitingMinute) / 60,
      caregiverDay: routes.reduce((people, route) => people + (compiled.routeCrew[route] as number), 0) * objective.caregiverDay,
    }),
  };
}

/** The plan with the reasons of what is left out. */
export function withReasons({ routes, cost }: TimedPlan, { visits, transports }: Explained): Plan {
  return { routes, unassigned: visits, ...(transports === undefined ? {} : { unassignedTransports: transports }), cost };
}

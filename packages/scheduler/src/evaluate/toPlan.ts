import type { CaregiverDay } from "../features/checkHalf.js";
import { printClock } from "../model/clock.js";
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
}

/** Earliest times of a route that cannot be kept: what is late is late, so that the checker can say by how much. */
function timeLate(state: RouteState, route: number): { departs: number; starts: number[]; returns: number } {
  const { compiled, next, prev, finish, where } = state;
  const starts: number[] = [];
  const end = compiled.routeEnd[route] as number;
  for (let node = next[compiled.routeStart[route] as number] as number; node !== end; node = next[node] as number)
    starts.push((finish[node] as number) - secondsAt(state, route, node));
  const last = prev[end] as number;
  const leg = (compiled.routeTravel[route] as Int32Array)[
    (where[last] as number) * compiled.placeCount + (compiled.nodePlace[end] as number)
  ] as number;
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
  const { compiled, next, timetable } = state;
  const { problem, placeCount, stopCount } = compiled;
  const { caregiver, shift } = dayOf(state, route);
  const possible = timetable.span(state, route, -1, -1) >= 0;
  const { departs, starts, returns } = possible ? timetable : timeLate(state, route);
  const midnight = compiled.routeMidnight[route] as number;
  const clock = (seconds: number): string => printClock(seconds - midnight);
  const travel = compiled.routeTravel[route] as Int32Array;
  const end = compiled.routeEnd[route] as number;
  const stops: PlanStop[] = [];
  let place = compiled.nodePlace[compiled.routeStart[route] as number] as number;
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
      end: clock(start + seconds),
    });
    time = start + seconds;
  }
  travelSeconds += travel[place * placeCount + (compiled.nodePlace[end] as number)] as number;
  return {
    route: {
      caregiver: caregiver.id,
      date: shift.date,
      vehicle: shift.vehicle ?? null,
      departs: clock(departs),
      returns: clock(returns),
      stops,
    },
    travelSeconds,
    waitingSeconds,
  };
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
  const caregiver = compiled.problem.caregivers[compiled.routeCaregiver[route] as number];
  const shift = caregiver?.shifts[compiled.routeShift[route] as number];
  if (caregiver === undefined || shift === undefined) throw new RangeError(`no route ${route}`);
  return { caregiver, shift, date: shift.date };
}

/** Reads times and costs of a plan off routes: routes in the order of caregivers and dates, times of the shortest span. Resumable. */
export function* toPlan(state: RouteState): Steps<TimedPlan> {
  const { compiled, routeOf, stopsOn } = state;
  const objective = fullObjective(compiled.problem.objective);
  const timed: TimedRoute[] = [];
  for (let route = 0; route < compiled.routeCount; route++) {
    if ((stopsOn[route] as number) === 0) continue;
    timed.push(timeRoute(state, route));
    yield;
  }
  const left = Array.from(routeOf.subarray(0, compiled.jobCount).keys()).filter((job) => (routeOf[job] as number) < 0);
  const sum = (seconds: (route: TimedRoute) => number): number => timed.reduce((total, route) => total + seconds(route), 0);
  return {
    routes: timed.map(({ route }) => route),
    left,
    cost: roundCost({
      ...featureCosts(state, left),
      travel: (sum((route) => route.travelSeconds) * objective.travelMinute) / 60,
      waiting: (sum((route) => route.waitingSeconds) * objective.waitingMinute) / 60,
      caregiverDay: timed.length * objective.caregiverDay,
    }),
  };
}

/** The plan with the reasons of what is left out. */
export function withReasons({ routes, cost }: TimedPlan, { visits, transports }: Explained): Plan {
  return { routes, unassigned: visits, ...(transports === undefined ? {} : { unassignedTransports: transports }), cost };
}

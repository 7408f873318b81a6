import { daysBetween } from "@eldercare/core";
import type { Feature } from "../features/feature.js";
import { travelMatrix } from "../travel/matrix.js";
import { waysInto } from "../travel/waysInto.js";
import { AllowedLists } from "./allowedLists.js";
import { applyFacts } from "./applyFacts.js";
import { standInsHaveBegun } from "./bindingLinks.js";
import { knownSecondsOfDay, secondsPerDay } from "./clock.js";
import type { Compiled } from "./compiled.js";
import { isFact } from "./facts.js";
import { mayBeOn } from "./mayBeOn.js";
import { type FullObjective, fullObjective } from "./objective.js";
import type { Problem, TravelProfile } from "./problem.js";
import { routeClasses } from "./routeClasses.js";
import { factorOf, profileOf, type RouteOfShift, routesOf } from "./routesOf.js";
import { isSoft } from "./softTerms.js";
import type { Steps } from "./steps.js";
import { transportSeconds } from "./transport.js";
import { momentsOf } from "./when.js";
import { serviceSeconds, transportWindows, type Window, windowsOf } from "./windowsOf.js";

/** A stop as it stands in the problem, whatever its kind. */
interface Stop {
  readonly place: string;
  readonly windows: readonly Window[];
  readonly moments: { readonly from: number; readonly to: number };
  readonly seconds: (serviceTimeFactor: number) => number;
}

/** 60, times the power of ten that makes every weight a whole number (thousandths at most; finer ones are rounded). */
function costScaleOf(objective: FullObjective): number {
  const { unservedPriority, ...others } = objective;
  const weights = [...Object.values(others), ...unservedPriority];
  const tens = [1, 10, 100, 1000].find((factor) => weights.every((weight) => Number.isInteger(weight * factor))) ?? 1000;
  return 60 * tens;
}

function* compileStops(problem: Problem, routes: readonly RouteOfShift[], placeIndex: ReadonlyMap<string, number>) {
  const visits: Stop[] = [];
  for (const visit of problem.visits) {
    const moments = momentsOf(visit.when, problem.horizon.from);
    visits.push({ place: visit.place, windows: windowsOf(visit), moments, seconds: (factor) => serviceSeconds(visit, factor) });
    yield;
  }
  const transports = (problem.transports ?? []).map((transport): [Stop, Stop] => {
    const { from, to } = momentsOf(transport.when, problem.horizon.from);
    const { board, alight } = transportWindows(transport);
    const { boardSeconds, alightSeconds } = transportSeconds(transport);
    return [
      { place: transport.from, windows: board, moments: { from, to }, seconds: () => boardSeconds },
      { place: transport.to, windows: alight, moments: { from, to }, seconds: () => alightSeconds },
    ];
  });
  const stops = [...visits, ...transports.map(([board]) => board), ...transports.map(([, alight]) => alight)];
  const factors = [...new Set([...problem.caregivers.map((caregiver) => caregiver.serviceTimeFactor ?? 1), ...routes.map(factorOf)])];
  const windowFirst = new Int32Array(stops.length + 1);
  for (const [index, { windows }] of stops.entries()) windowFirst[index + 1] = (windowFirst[index] ?? 0) + windows.length;
  const flat = stops.flatMap(({ windows }) => windows);
  return {
    factors,
    stopPlace: stops.map(({ place }) => placeIndex.get(place) ?? 0),
    windowFirst,
    windowFrom: Int32Array.from(flat, (window) => window.from),
    windowTo: Int32Array.from(flat, (window) => window.to),
    openFrom: Int32Array.from(stops, ({ moments }) => moments.from),
    openTo: Int32Array.from(stops, ({ moments }) => moments.to),
    soft: Uint8Array.from(stops, (_, stop) => (isSoft(problem.visits[stop] ?? {}) ? 1 : 0)),
    durations: Int32Array.from(factors.flatMap((factor) => stops.map(({ seconds }) => seconds(factor)))),
    longestRide: Int32Array.from(problem.transports ?? [], (transport) => transportSeconds(transport).longestRideSeconds ?? -1),
  };
}

function compileNodes(problem: Problem, routes: readonly RouteOfShift[], placeIndex: ReadonlyMap<string, number>, stopPlace: readonly number[]) {
  const stopCount = stopPlace.length;
  const breakCount = routes.reduce((sum, route) => sum + route.breaks.length, 0);
  const nodeCount = stopCount + breakCount + 2 * routes.length;
  const nodePlace = new Int32Array(nodeCount);
  const breakFrom = new Int32Array(nodeCount);
  const breakTo = new Int32Array(nodeCount);
  const breakSeconds = new Int32Array(nodeCount);
  const breakPaid = new Uint8Array(nodeCount);
  const breakRequired = new Uint8Array(nodeCount);
  const breakId = new Array<string>(nodeCount).fill("");
  const routeBreak = new Int32Array(routes.length + 1);
  const routeMidnight = Int32Array.from(routes, ({ date }) => daysBetween(problem.horizon.from, date) * secondsPerDay);
  nodePlace.set(stopPlace);
  let node = stopCount;
  for (const [index, route] of routes.entries()) {
    const midnight = routeMidnight[index] ?? 0;
    routeBreak[index] = node;
    for (const pause of route.breaks) {
      breakFrom[node] = midnight + pause.fromSeconds;
      breakTo[node] = midnight + pause.toSeconds;
      breakSeconds[node] = pause.seconds;
      breakPaid[node] = pause.paid ? 1 : 0;
      breakRequired[node] = pause.required ? 1 : 0;
      breakId[node] = pause.id;
      node++;
    }
  }
  routeBreak[routes.length] = node;
  const routeStart = Int32Array.from(routes, (_, index) => node + 2 * index);
  const routeEnd = routeStart.map((start) => start + 1);
  for (const [index, { shift, tour, afterNight, beforeNight }] of routes.entries()) {
    const [lodging = ""] = tour?.lodgings ?? [];
    const end = beforeNight ? lodging : shift.end;
    nodePlace[routeStart[index] ?? 0] = placeIndex.get(afterNight ? lodging : shift.start) ?? 0;
    // an open end is a place of its own, next to all others
    nodePlace[routeEnd[index] ?? 0] = end === undefined ? problem.places.length : (placeIndex.get(end) ?? 0);
  }
  const breaks = { breakFrom, breakTo, breakSeconds, breakPaid, breakRequired, breakId };
  return { nodeCount, nodePlace, ...breaks, routeBreak, routeMidnight, routeStart, routeEnd };
}

function* compileAllowed(problem: Problem, features: readonly Feature[], routes: readonly RouteOfShift[], costScale: number, choices?: Compiled) {
  const bars = features.flatMap((feature) => (feature.search.bar === undefined ? [] : [feature.search.bar(problem)]));
  const prices = features.flatMap((feature) =>
    feature.search.price === undefined || feature.search.price.isAsked?.(problem) === false ? [] : [feature.search.price.of(problem)],
  );
  const transportBars = features.flatMap((feature) => (feature.search.barTransport === undefined ? [] : [feature.search.barTransport(problem)]));
  const transports = problem.transports ?? [];
  const lists = new AllowedLists(problem.visits.length + transports.length);
  const isStoodInFor = standInsHaveBegun(problem);
  for (const [row, visit] of problem.visits.entries()) {
    if (choices?.problem.visits[row] === visit) {
      lists.addAll(choices, row);
      continue;
    }
    for (const [route, day] of routes.entries()) {
      // what has begun is with whom it has begun, whatever the rules say
      const isBarred = isFact(visit)
        ? visit.fixed?.caregiver !== day.caregiver.id || visit.fixed.date !== day.date
        : isStoodInFor.has(visit.id) || !mayBeOn(visit, day.date) || bars.some((bar) => bar(visit, day) !== undefined);
      if (isBarred) continue;
      lists.add(
        route,
        prices.reduce((sum, price) => sum + Math.round(price(visit, day) * costScale), 0),
      );
    }
    lists.endJob();
    yield;
  }
  for (const transport of transports) {
    for (const [route, day] of routes.entries())
      if (mayBeOn(transport, day.date) && !transportBars.some((bar) => bar(transport, day) !== undefined)) lists.add(route, 0);
    lists.endJob();
    yield;
  }
  return yield* lists.joined();
}

function compileLeaveOut(problem: Problem, features: readonly Feature[], costScale: number): Float64Array {
  const transports = problem.transports ?? [];
  const leaveOut = features.flatMap((feature) => (feature.search.leaveOut === undefined ? [] : [feature.search.leaveOut.of(problem)]));
  const costs = new Float64Array(problem.visits.length + 2 * transports.length);
  for (const [job, demand] of [...problem.visits, ...transports].entries())
    costs[job] = leaveOut.reduce((sum, price) => sum + Math.round(price(demand) * costScale), 0);
  return costs;
}

/** The routes of each tour in the order of its dates, and the places at which its nights can be spent. */
function compileTours({ tours = [] }: Problem, routes: readonly RouteOfShift[], placeIndex: ReadonlyMap<string, number>) {
  return {
    routeTour: Int32Array.from(routes, ({ tourIndex }) => tourIndex),
    tourRoutes: tours.map((_, tour) => Int32Array.from(routes.flatMap(({ tourIndex }, route) => (tourIndex === tour ? [route] : [])))),
    tourLodgings: tours.map(({ lodgings = [] }) => Int32Array.from(new Set(lodgings), (lodging) => placeIndex.get(lodging) ?? 0)),
  };
}

/** Which jobs bring back whom others have fetched. */
function compileReturns({ visits, transports = [] }: Problem) {
  const returnOf = new Int32Array(visits.length + transports.length).fill(-1);
  const returnedBy = returnOf.slice();
  const rows = new Map(transports.map(({ id }, row) => [id, visits.length + row]));
  for (const [row, transport] of transports.entries()) {
    const fetch = rows.get(transport.returnOf ?? "");
    if (fetch === undefined) continue;
    returnOf[visits.length + row] = fetch;
    returnedBy[fetch] = visits.length + row;
  }
  return { returnOf, returnedBy };
}

/** A matrix over the places and one more, from which and to which every way takes no time. */
function withOpenPlace(seconds: Int32Array, size: number): Int32Array {
  const larger = new Int32Array((size + 1) * (size + 1));
  for (let row = 0; row < size; row++) larger.set(seconds.subarray(row * size, (row + 1) * size), row * (size + 1));
  return larger;
}

/** The travel times of a profile from place to place, and the same read the other way round. */
interface Ways {
  readonly seconds: Int32Array;
  readonly into: Int32Array;
}

/** The travel times of a profile, and the same with a place next to all others, once an open end has asked for it. */
interface TravelTimes extends Ways {
  open?: Ways;
}

/** Travel times with a place next to all others; worked out once for each profile. */
function withOpenEnd(known: TravelTimes, size: number): Ways {
  if (known.open !== undefined) return known.open;
  const seconds = withOpenPlace(known.seconds, size);
  known.open = { seconds, into: known.into === known.seconds ? seconds : withOpenPlace(known.into, size) };
  return known.open;
}

/** Travel times by profile, between places that stay the same. */
export type KnownTravel = Map<TravelProfile, TravelTimes>;

/** What compiling a problem that is much like another need not work out anew. */
export interface Known {
  /** Travel times of profiles between these very places; filled with what is worked out. */
  readonly travel?: KnownTravel;
  /** A problem with the same places, profiles, caregivers, vehicles and tours, under the same features: what visits that both have may do at what price. */
  readonly choices?: Compiled;
}

/**
 * Turns a problem that `validate` has accepted into the flat form that the search works on. Resumable.
 *
 * @param features the aspects that hold, each with its bars and prices
 * @param known what is used again
 */
export function* compile(problem: Problem, features: readonly Feature[], { travel = new Map(), choices }: Known = {}): Steps<Compiled> {
  const routes = routesOf(problem);
  const objective = fullObjective(problem.objective);
  const costScale = costScaleOf(objective);
  const aSecond = (minutePrice: number): number => Math.round((minutePrice * costScale) / 60);
  const placeIndex = new Map(problem.places.map((place, index) => [place.id, index]));
  const hasOpenEnd = routes.some(({ shift, beforeNight }) => shift.end === undefined && !beforeNight);
  const matrices = new Map<string, Ways>();
  for (const profile of new Set(routes.map(profileOf))) {
    const declared = problem.travel.profiles[profile];
    if (declared === undefined) continue;
    let known = travel.get(declared);
    // not `??`: the build's CommonJS has no yield within it
    if (known === undefined) {
      const seconds = yield* travelMatrix(declared, problem.places);
      known = { seconds, into: yield* waysInto(seconds, problem.places.length) };
    }
    travel.set(declared, known);
    matrices.set(profile, hasOpenEnd ? withOpenEnd(known, problem.places.length) : known);
  }
  const { factors, stopPlace, ...stops } = yield* compileStops(problem, routes, placeIndex);
  const nodes = compileNodes(problem, routes, placeIndex, stopPlace);
  yield;
  const routeClass = routeClasses(problem, routes);
  yield;
  const bounds = (clock: (route: RouteOfShift) => string) =>
    Int32Array.from(routes, (route, index) => (nodes.routeMidnight[index] ?? 0) + knownSecondsOfDay(clock(route)));
  const compiled = {
    problem,
    features,
    costScale,
    visitCount: problem.visits.length,
    jobCount: problem.visits.length + (problem.transports ?? []).length,
    stopCount: stopPlace.length,
    routeCount: routes.length,
    placeCount: problem.places.length + (hasOpenEnd ? 1 : 0),
    ...nodes,
    days: routes,
    routeCrew: Int32Array.from(routes, ({ crew }) => crew.length),
    ...compileTours(problem, routes, placeIndex),
    routeCaregiver: Int32Array.from(routes, (route) => route.caregiverIndex),
    routeShift: Int32Array.from(routes, (route) => route.shiftIndex),
    routeDate: routes.map((route) => route.date),
    routeFrom: bounds((route) => route.shift.from),
    routeTo: bounds((route) => route.shift.to),
    routeOvertime: Int32Array.from(routes, ({ shift }) => Math.round((shift.overtimeMinutes ?? 0) * 60)),
    routeTravel: routes.map((route) => matrices.get(profileOf(route))?.seconds ?? new Int32Array()),
    routeTravelInto: routes.map((route) => matrices.get(profileOf(route))?.into ?? new Int32Array()),
    routeFactor: Int32Array.from(routes, (route) => factors.indexOf(factorOf(route))),
    routeClass,
    ...stops,
    ...(yield* compileAllowed(problem, features, routes, costScale, choices)),
    ...compileReturns(problem),
    leaveOutCost: compileLeaveOut(problem, features, costScale),
    routeOpenCost: Math.round(objective.caregiverDay * costScale),
    travelSecondCost: aSecond(objective.travelMinute),
    waitingSecondCost: aSecond(objective.waitingMinute),
    latenessSecondCost: aSecond(objective.latenessMinute),
    latestSecondCost: aSecond(objective.latestMinute),
    overtimeSecondCost: aSecond(objective.overtimeMinute),
    idlestSecondCost: aSecond(objective.idlestMinute),
    missedBreakCost: Math.round(objective.missedBreak * costScale),
    heldSeconds: new Int32Array(nodes.nodeCount),
    isFact: new Uint8Array(nodes.nodeCount),
  };
  applyFacts(
    compiled,
    routes.map(({ facts }) => facts),
  );
  return compiled;
}

import { addDays } from "@eldercare/core";
import type { Breach, CheckedNight, CheckedPlan, CheckedRoute, CheckedStop } from "../features/checks.js";
import type { Caregiver, Shift } from "../model/caregiver.js";
import { printedSeconds } from "../model/clock.js";
import { notWanted, stoodFor } from "../model/link.js";
import type { Plan, PlanRoute, PlanStop } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Steps } from "../model/steps.js";
import { crewOf, shiftOf, type TourDay, tourDays } from "../model/tour.js";
import type { Transport } from "../model/transport.js";
import type { Visit } from "../model/visit.js";

interface Known {
  readonly transports: ReadonlyMap<string, Transport>;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly caregivers: ReadonlyMap<string, Caregiver>;
  readonly onTour: ReturnType<typeof tourDays>;
}

type About = Pick<Breach, "caregiver" | "date">;

function readTime(clock: string, about: About, breaches: Breach[]): number | undefined {
  const seconds = printedSeconds(clock);
  if (seconds === undefined) breaches.push({ code: "NOT_A_TIME", ...about, values: { seen: clock } });
  return seconds;
}

/** Arrival, start and end of a stop. */
const readTimes = ({ arrive, start, end }: PlanStop, about: About, breaches: Breach[]) =>
  [readTime(arrive, about, breaches), readTime(start, about, breaches), readTime(end, about, breaches)] as const;

function readStop(stop: PlanStop, route: PlanRoute, pauses: number, known: Known, breaches: Breach[]): CheckedStop[] {
  const about = { caregiver: route.caregiver, date: route.date };
  const visit = stop.kind === "visit" ? known.visits.get(stop.id) : undefined;
  const transport = stop.kind === "board" || stop.kind === "alight" ? known.transports.get(stop.id) : undefined;
  const [arrive, start, end] = readTimes(stop, about, breaches);
  const isBreak = stop.kind === "break" && Array.from({ length: pauses }, (_, index) => `break-${index + 1}`).includes(stop.id);
  const isKnown = isBreak || visit !== undefined || transport !== undefined;
  if (!isKnown) breaches.push({ code: "UNKNOWN_STOP", ...about, values: { id: stop.id } });
  return isKnown && arrive !== undefined && start !== undefined && end !== undefined
    ? [{ kind: stop.kind, id: stop.id, visit, transport, place: stop.place, arrive, start, end }]
    : [];
}

/** The stop at which the night after a route is spent: its last one. */
function nightOf({ stops }: PlanRoute): PlanStop | undefined {
  const last = stops.at(-1);
  return last?.kind === "lodging" && last.id === last.place ? last : undefined;
}

function readNight(night: PlanStop | undefined, about: About, breaches: Breach[]): CheckedNight | undefined {
  if (night === undefined) return undefined;
  const [arrive, start, end] = readTimes(night, about, breaches);
  return arrive === undefined || start === undefined || end === undefined ? undefined : { place: night.place, arrive, start, end };
}

/** The shift of a date; of a day of a tour with its vehicle, between the places where the plan says its nights are spent. */
function shiftOnDay(caregiver: Caregiver | undefined, route: PlanRoute, day: TourDay | undefined, plan: Plan): Shift | undefined {
  const shift = shiftOf(caregiver, route.date);
  if (shift === undefined || day === undefined) return shift;
  const { tour, index, isLast } = day;
  const yesterday = plan.routes.find((other) => other.tour === tour.id && other.date === addDays(route.date, -1));
  const { end, ...ending } = shift;
  const night = isLast ? end : nightOf(route)?.place;
  return {
    ...ending,
    vehicle: tour.vehicle,
    ...(index === 0 ? {} : { start: (yesterday === undefined ? undefined : nightOf(yesterday)?.place) ?? "" }),
    ...(night === undefined ? {} : { end: night }),
  };
}

function readRoute(route: PlanRoute, plan: Plan, known: Known, problem: Problem, breaches: Breach[]): CheckedRoute[] {
  const about = { caregiver: route.caregiver, date: route.date };
  const caregiver = known.caregivers.get(route.caregiver);
  const inHorizon = problem.horizon.from <= route.date && route.date <= problem.horizon.to;
  const day = known.onTour(route.caregiver, route.date);
  const isLed = day !== undefined && day.tour.crew[0] !== route.caregiver;
  const shift = inHorizon && !isLed ? shiftOnDay(caregiver, route, day, plan) : undefined;
  const crew = day === undefined ? [caregiver].flatMap((alone) => alone ?? []) : crewOf(problem, day.tour);
  if (caregiver === undefined || shift === undefined) breaches.push({ code: "UNKNOWN_ROUTE", ...about });
  else if (route.tour !== day?.tour.id)
    breaches.push({ code: "WRONG_TOUR", ...about, values: { seen: route.tour ?? "—", expected: day?.tour.id ?? "—" } });
  else if (route.vehicle !== (shift.vehicle ?? null))
    breaches.push({ code: "WRONG_VEHICLE", ...about, values: { seen: route.vehicle ?? "—", expected: shift.vehicle ?? "—" } });
  const [departs, returns] = [readTime(route.departs, about, breaches), readTime(route.returns, about, breaches)];
  const isOut = day === undefined ? [] : plan.routes.filter(({ tour }) => tour === day.tour.id);
  if ([route, ...isOut].every(({ stops }) => stops.every(({ kind }) => kind === "break" || kind === "lodging")))
    breaches.push({ code: "ROUTE_WITHOUT_VISITS", ...about });
  const night = day?.isLast === false ? nightOf(route) : undefined;
  const pauses = shiftOf(caregiver, route.date)?.breaks?.length ?? 0;
  const stops = route.stops.flatMap((stop, at) =>
    night !== undefined && at === route.stops.length - 1 ? [] : readStop(stop, route, pauses, known, breaches),
  );
  return caregiver === undefined || shift === undefined || departs === undefined || returns === undefined
    ? []
    : [{ caregiver, crew, tour: day?.tour, shift, date: route.date, departs, returns, stops, night: readNight(night, about, breaches) }];
}

/** Counts the visits: each is made once or listed as left out. What is neither made nor unwanted is left; of alternatives none of which is made all but the first are. */
function countVisits(problem: Problem, plan: Plan, known: Known, breaches: Breach[]): { readonly left: Visit[]; readonly unserved: Visit[] } {
  const planned = plan.routes.flatMap((route) => route.stops.filter((stop) => stop.kind === "visit").map((stop) => stop.id));
  const times = new Map<string, number>();
  for (const id of [...planned, ...plan.unassigned.map(({ visit }) => visit)]) times.set(id, (times.get(id) ?? 0) + 1);
  const made = new Set(planned);
  const unwanted = notWanted(problem.links ?? [], (id) => made.has(id));
  for (const { visit } of plan.unassigned) {
    if (!known.visits.has(visit)) breaches.push({ code: "UNKNOWN_UNASSIGNED", visit });
    if (unwanted.has(visit)) breaches.push({ code: "NOT_WANTED_LISTED", visit });
  }
  for (const { id } of problem.visits) {
    const count = times.get(id) ?? 0;
    if (count === 0 && !unwanted.has(id)) breaches.push({ code: "VISIT_LOST", visit: id });
    if (count > 1) breaches.push({ code: "VISIT_TWICE", visit: id });
  }
  const left = problem.visits.filter(({ id }) => !made.has(id) && !unwanted.has(id));
  const others = stoodFor(problem.links ?? [], (id) => made.has(id));
  return { left, unserved: left.filter(({ id }) => !others.has(id)) };
}

interface Placed {
  readonly route: number;
  readonly at: number;
  readonly date: string;
}

/** Where in a plan the stops of a kind are, by what they are called. */
function placesOf({ routes }: Plan, kind: PlanStop["kind"]): Map<string, Placed[]> {
  const places = new Map<string, Placed[]>();
  for (const [route, { date, stops }] of routes.entries())
    for (const [at, stop] of stops.entries()) if (stop.kind === kind) places.set(stop.id, [...(places.get(stop.id) ?? []), { route, at, date }]);
  return places;
}

/** Counts the transports: each boards once and alights once, on one route and in that order, or is listed as left out. */
function countTransports({ transports = [] }: Problem, plan: Plan, known: Known, breaches: Breach[]): Transport[] {
  const listed = plan.unassignedTransports ?? [];
  for (const { transport } of listed) if (!known.transports.has(transport)) breaches.push({ code: "UNKNOWN_UNASSIGNED_TRANSPORT", transport });
  const [boarding, alighting] = [placesOf(plan, "board"), placesOf(plan, "alight")];
  return transports.filter(({ id }) => {
    const [boards, alights] = [boarding.get(id) ?? [], alighting.get(id) ?? []];
    const out = listed.filter(({ transport }) => transport === id).length;
    const [board] = boards;
    const [alight] = alights;
    if (boards.length + alights.length + out === 0) breaches.push({ code: "TRANSPORT_LOST", transport: id });
    if (Math.max(boards.length, alights.length) + out > 1) breaches.push({ code: "TRANSPORT_TWICE", transport: id });
    if (board?.route !== alight?.route) breaches.push({ code: "TRANSPORT_SPLIT", transport: id });
    else if (board !== undefined && alight !== undefined && alight.at < board.at)
      breaches.push({ code: "ALIGHTS_FIRST", transport: id, date: board.date });
    return board === undefined;
  });
}

/** Reads a plan against its problem: what refers to nothing, or is counted wrongly, becomes a breach and is left out. Resumable. */
export function* readPlan(problem: Problem, plan: Plan): Steps<{ checked: CheckedPlan; breaches: Breach[] }> {
  const known: Known = {
    visits: new Map(problem.visits.map((visit) => [visit.id, visit])),
    caregivers: new Map(problem.caregivers.map((caregiver) => [caregiver.id, caregiver])),
    transports: new Map(problem.transports?.map((transport) => [transport.id, transport])),
    onTour: tourDays(problem),
  };
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  for (const { caregiver, date } of plan.routes) {
    const key = JSON.stringify([caregiver, date]);
    if (seen.has(key)) breaches.push({ code: "ROUTE_TWICE", caregiver, date });
    seen.add(key);
  }
  const routes: CheckedRoute[] = [];
  for (const route of plan.routes) {
    yield;
    routes.push(...readRoute(route, plan, known, problem, breaches));
  }
  yield;
  const { left, unserved } = countVisits(problem, plan, known, breaches);
  const leftTransports = countTransports(problem, plan, known, breaches);
  return { checked: { problem, plan, routes, left, leftTransports, unserved: [...unserved, ...leftTransports] }, breaches };
}

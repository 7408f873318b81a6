import { daysBetween } from "@eldercare/core";
import type { Breach, CheckedPlan, CheckedRoute, CheckedStop } from "../features/checks.js";
import { knownSecondsOfDay, printClock, secondsPerDay } from "../model/clock.js";
import { type DayFacts, type Fact, isFact, nowSince } from "../model/facts.js";
import { mayBeOn } from "../model/mayBeOn.js";
import { momentsOf, type When } from "../model/when.js";
import { serviceSeconds, transportWindows, type Window, windowsOf } from "../model/windowsOf.js";
import { legSeconds, type PlaceAt } from "../travel/leg.js";

/** Finds a place by its id. */
export type PlaceFinder = (id: string) => PlaceAt | undefined;

/** A journey in seconds; `Infinity` where it leads to no known place or there is no way. */
export function journeySeconds(
  { problem }: CheckedPlan,
  { caregiver, tour }: CheckedRoute,
  from: PlaceAt | undefined,
  to: PlaceAt | undefined,
): number {
  const profile = problem.travel.profiles[tour?.profile ?? caregiver.profile];
  if (profile === undefined || from === undefined || to === undefined) return Number.POSITIVE_INFINITY;
  return legSeconds(profile, from, to, problem.places.length);
}

const printTime = (seconds: number): string => (Number.isFinite(seconds) ? printClock(seconds) : "—");

/** Where a stop is; undefined for a break, which is taken wherever the caregiver then is. */
export function placeOf({ kind, visit, transport }: CheckedStop): string | undefined {
  return visit?.place ?? (kind === "board" ? transport?.from : transport?.to);
}

/** Whether a stop begins in its hours, or after them where it may, and between its moments. */
function beginsInTime(checked: CheckedPlan, route: CheckedRoute, stop: CheckedStop, windows: readonly Window[], when: When | undefined): boolean {
  const began = stop.visit !== undefined && isFact(stop.visit);
  const mayBeLate = stop.visit?.when?.soft === true && !began;
  if (!windows.some((window) => window.from <= stop.start && (mayBeLate || stop.start <= window.to))) return false;
  if (began || (when?.notBefore === undefined && when?.dueBy === undefined)) return true;
  const { from } = checked.problem.horizon;
  const moments = momentsOf(when, from);
  const moment = daysBetween(from, route.date) * secondsPerDay + stop.start;
  return moments.from <= moment && moment <= moments.to;
}

function checkTransportStop(checked: CheckedPlan, route: CheckedRoute, stop: CheckedStop): Breach[] {
  const { transport, kind } = stop;
  if (transport === undefined) return [];
  const about = { transport: transport.id, caregiver: route.caregiver.id, date: route.date };
  const windows = transportWindows(transport)[kind === "board" ? "board" : "alight"];
  const words = kind === "board" ? { "what.zh": "上车", "what.en": "board" } : { "what.zh": "下车", "what.en": "alight" };
  const board = route.stops.find((other) => kind === "alight" && other.kind === "board" && other.id === stop.id);
  const rides = board === undefined ? 0 : stop.start - board.end;
  const limit = transport.longestRideMinutes;
  return [
    ...(mayBeOn(transport, route.date) ? [] : [{ code: "TRANSPORT_WRONG_DATE", ...about }]),
    ...(beginsInTime(checked, route, stop, windows, transport.when)
      ? []
      : [{ code: "TRANSPORT_OUTSIDE_WINDOW", ...about, values: { seen: printClock(stop.start), ...words } }]),
    ...(limit === undefined || rides <= Math.round(limit * 60)
      ? []
      : [{ code: "RIDE_TOO_LONG", ...about, values: { minutes: String(Math.round(rides / 6) / 10), limit: String(limit) } }]),
  ];
}

function checkVisit(checked: CheckedPlan, route: CheckedRoute, stop: CheckedStop): Breach[] {
  const { visit } = stop;
  if (visit === undefined) return [];
  const about = { visit: visit.id, caregiver: route.caregiver.id, date: route.date };
  return [
    ...(isFact(visit) || mayBeOn(visit, route.date) ? [] : [{ code: "WRONG_DATE", ...about }]),
    ...(beginsInTime(checked, route, stop, windowsOf(visit), visit.when)
      ? []
      : [{ code: "OUTSIDE_WINDOW", ...about, values: { seen: printClock(stop.start) } }]),
  ];
}

/** Seconds that a stop takes by the problem. */
function lengthOf(route: CheckedRoute, stop: CheckedStop): number {
  // a crew takes as long as the visit says, whoever is in it
  if (stop.visit !== undefined) return serviceSeconds(stop.visit, route.tour === undefined ? (route.caregiver.serviceTimeFactor ?? 1) : 1);
  if (stop.transport !== undefined) return Math.round((stop.kind === "board" ? stop.transport.boardMinutes : stop.transport.alightMinutes) * 60);
  return Math.round((route.shift.breaks?.[Number(stop.id.slice("break-".length)) - 1]?.minutes ?? 0) * 60);
}

function checkBreaks(route: CheckedRoute, { over }: DayFacts): Breach[] {
  const about = { caregiver: route.caregiver.id, date: route.date };
  return (route.shift.breaks ?? []).flatMap((pause, index): Breach[] => {
    const id = `break-${index + 1}`;
    const taken = route.stops.filter((stop) => stop.kind === "break" && stop.id === id);
    const [from, to] = [knownSecondsOfDay(pause.taken ?? pause.from), knownSecondsOfDay(pause.taken ?? pause.to)];
    const outside = taken.filter((stop) => over.has(id) || stop.start < from || stop.start > to);
    return [
      ...(taken.length === 0 && (pause.required !== false || typeof pause.taken === "string") && !over.has(id)
        ? [{ code: "BREAK_MISSING", ...about, values: { id } }]
        : []),
      ...(taken.length > 1 ? [{ code: "BREAK_TWICE", ...about, values: { id } }] : []),
      ...outside.map((stop) => ({ code: "BREAK_OUTSIDE_HOURS", ...about, values: { id, seen: printClock(stop.start) } })),
    ];
  });
}

/** Where a stop is: a break at the place before it, or at that of the next stop where the plan says so. */
function whereIs({ stops }: CheckedRoute, index: number, stop: CheckedStop, before: PlaceAt | undefined, places: PlaceFinder): PlaceAt | undefined {
  if (stop.kind !== "break") return places(placeOf(stop) ?? "");
  const next = stops.find(({ kind }, other) => other > index && kind !== "break");
  const ahead = next === undefined ? undefined : placeOf(next);
  return stop.place === ahead ? places(ahead) : before;
}

/** Recomputes every time of one route of a plan from the problem and what is known of the day: journeys, hours, lengths, shift, breaks. */
export function checkRoute(checked: CheckedPlan, route: CheckedRoute, day: DayFacts, places: PlaceFinder): Breach[] {
  const begun = route.stops.map((stop): Fact | undefined => day.facts.find(({ kind, id }) => kind === stop.kind && id === stop.id));
  const now = nowSince(checked.problem, route.date);
  const about = { caregiver: route.caregiver.id, date: route.date };
  const breaches: Breach[] = [];
  const expect = (code: string, stop: CheckedStop, seen: string, expected: string): void => {
    const what = { ...(stop.visit === undefined ? {} : { visit: stop.id }), ...(stop.transport === undefined ? {} : { transport: stop.id }) };
    breaches.push({ code, ...about, ...what, values: { id: stop.id, seen, expected } });
  };
  const latest = Math.max(day.backFrom, knownSecondsOfDay(route.shift.to) + Math.round((route.shift.overtimeMinutes ?? 0) * 60));
  const earliest = Math.min(day.from, latest);
  let place = places(route.shift.start);
  let time = route.departs;
  for (const [index, stop] of route.stops.entries()) {
    const to = whereIs(route, index, stop, place, places);
    const fact = begun[index];
    const way = time + (stop.kind === "break" && to === place ? 0 : journeySeconds(checked, route, place, to));
    // for what has begun she was there when it began, whatever the roads say, having left no later than that takes
    const arrive = fact === undefined || (index === 0 && route.departs > Math.max(0, earliest)) ? way : fact.start;
    if (fact === undefined && stop.start < now)
      breaches.push({ code: "BEGINS_BEFORE_NOW", ...about, values: { id: stop.id, seen: printClock(stop.start), now: checked.problem.now ?? "—" } });
    const later = fact === undefined ? route.stops.find((_, other) => other > index && begun[other] !== undefined) : undefined;
    if (later !== undefined) breaches.push({ code: "BEFORE_WHAT_HAS_BEGUN", ...about, values: { id: stop.id, begun: later.id } });
    if (arrive !== stop.arrive) expect("WRONG_ARRIVAL", stop, printClock(stop.arrive), printTime(arrive));
    if (to !== undefined && stop.place !== to.place.id) expect("WRONG_PLACE", stop, stop.place, to.place.id);
    if (stop.start < stop.arrive) expect("BEGINS_BEFORE_ARRIVAL", stop, printClock(stop.start), printClock(stop.arrive));
    const end = fact?.end ?? stop.start + lengthOf(route, stop);
    if (end !== stop.end) expect("WRONG_LENGTH", stop, printClock(stop.end), printClock(end));
    breaches.push(...checkVisit(checked, route, stop), ...checkTransportStop(checked, route, stop));
    place = to;
    time = fact !== undefined && index + 1 < route.stops.length ? fact.leaves : stop.end;
  }
  const { end } = route.shift;
  // without an end the day ends where its last stop does
  const back = time + (end === undefined ? 0 : journeySeconds(checked, route, place, places(end)));
  if (back !== route.returns)
    breaches.push({ code: "WRONG_ARRIVAL", ...about, values: { id: end ?? "—", seen: printClock(route.returns), expected: printTime(back) } });
  if (route.departs < earliest || route.returns > latest)
    breaches.push({
      code: "OUTSIDE_SHIFT",
      ...about,
      values: { seen: `${printClock(route.departs)}–${printClock(route.returns)}`, expected: `${printClock(earliest)}–${route.shift.to}` },
    });
  return [...breaches, ...checkBreaks(route, day)];
}

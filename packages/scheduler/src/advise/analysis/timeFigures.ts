import type { CheckedStop } from "../../features/checks.js";
import { knownSecondsOfDay } from "../../model/clock.js";
import { idleSeconds, lateness } from "../../verify/softCosts.js";
import { minutesOf, ratio, sumOf } from "./hundredths.js";
import { type Day, roadSeconds } from "./readDays.js";

/** Journeys. A caregiver-day is one route. */
export interface TravelFigures {
  readonly minutes: number;
  readonly minutesPerVisit: number | null;
  readonly minutesPerCaregiverDay: number | null;
  /** Null where the length of some journey is not known. */
  readonly metres: number | null;
  readonly metresPerVisit: number | null;
  readonly metresPerCaregiverDay: number | null;
  /** Journeys for which there is no way: they count for nothing. */
  readonly journeysWithoutWay: number;
}

/** What the time of the routes goes into. */
export interface TimeFigures {
  readonly serviceMinutes: number;
  readonly boardingMinutes: number;
  readonly breakMinutes: number;
  readonly waitingMinutes: number;
  /** Of the shifts that are used: what is left beside travel, service and breaks, before the first way and after the last as well. */
  readonly idleMinutes: number;
  readonly overtimeMinutes: number;
  /** Routes that return after their shift. */
  readonly overtimeDays: number;
}

/** Visits that begin after the last of their hours that have opened. */
export interface LatenessFigures {
  readonly visits: number;
  /** Of the visits that are late. */
  readonly meanMinutes: number | null;
  readonly latestMinutes: number;
  /** The latest of all; null where none is late. */
  readonly latestVisit: string | null;
}

/** Figures of the journeys. */
export function travelOf(days: readonly Day[]): TravelFigures {
  const journeys = days.flatMap((day) => day.journeys);
  const visits = sumOf(days.map(({ route }) => route.stops.filter(({ kind }) => kind === "visit").length));
  const seconds = sumOf(days.map(roadSeconds));
  const lengths = journeys.flatMap(({ metres }) => (metres === undefined ? [] : [metres]));
  const metres = lengths.length < journeys.length ? null : Math.round(sumOf(lengths));
  return {
    minutes: minutesOf(seconds),
    minutesPerVisit: ratio(seconds / 60, visits),
    minutesPerCaregiverDay: ratio(seconds / 60, days.length),
    metres,
    metresPerVisit: metres === null ? null : ratio(metres, visits),
    metresPerCaregiverDay: metres === null ? null : ratio(metres, days.length),
    journeysWithoutWay: journeys.filter((journey) => journey.seconds === undefined).length,
  };
}

/** Figures of what the time goes into. */
export function timeOf(days: readonly Day[]): TimeFigures {
  const stops = days.flatMap(({ route }) => route.stops);
  const lengthOf = (...kinds: readonly CheckedStop["kind"][]): number =>
    minutesOf(sumOf(stops.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => end - start)));
  const over = days.map(({ route }) => Math.max(0, route.returns - knownSecondsOfDay(route.shift.to)));
  return {
    serviceMinutes: lengthOf("visit"),
    boardingMinutes: lengthOf("board", "alight"),
    breakMinutes: lengthOf("break"),
    waitingMinutes: minutesOf(sumOf(stops.map(({ start, arrive }) => start - arrive))),
    idleMinutes: minutesOf(sumOf(days.map((day) => idleSeconds(day.route.shift, day.known, day.route, () => roadSeconds(day))))),
    overtimeMinutes: minutesOf(sumOf(over)),
    overtimeDays: over.filter((seconds) => seconds > 0).length,
  };
}

/** Figures of lateness. */
export function latenessOf(days: readonly Day[]): LatenessFigures {
  const late = days
    .flatMap(({ route }) => route.stops.map((stop) => ({ visit: stop.id, seconds: lateness(stop) })))
    .filter(({ seconds }) => seconds > 0);
  const latest = late.reduce((worst, each) => (each.seconds > worst.seconds ? each : worst), { visit: "", seconds: 0 });
  return {
    visits: late.length,
    meanMinutes: ratio(sumOf(late.map(({ seconds }) => seconds)) / 60, late.length),
    latestMinutes: minutesOf(latest.seconds),
    latestVisit: late.length === 0 ? null : latest.visit,
  };
}

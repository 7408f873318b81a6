import { legSeconds } from "../travel/leg.js";
import { noWaySeconds } from "../travel/matrix.js";
import { breaksOf } from "./breaksOf.js";
import type { Caregiver, Shift } from "./caregiver.js";
import { knownSecondsOfDay } from "./clock.js";
import type { Problem } from "./problem.js";
import { beyondSingleRoutes } from "./softTerms.js";
import type { Visit } from "./visit.js";
import { momentsOf } from "./when.js";
import { serviceSeconds } from "./windowsOf.js";

/** Something of a caregiver's day that has begun, or for which she has set out. Times are seconds since midnight of the day. */
export interface Fact {
  readonly kind: "visit" | "break";
  readonly id: string;
  readonly start: number;
  /** When it ends: at the latest when what follows begins, where that is a fact too. */
  readonly end: number;
  /** When she leaves for what follows: so that she reaches the next fact as it begins; from the last, not before now. */
  readonly leaves: number;
}

/** What is known of a caregiver's day: how it went so far, and what that leaves. */
export interface DayFacts {
  /** In order; they come before everything else of the day. */
  readonly facts: readonly Fact[];
  /** Earliest departure: now, where nothing has begun; where something has, so as to be there when it began. */
  readonly from: number;
  /** When she is back at the earliest after the last fact; 0 where there is none. */
  readonly backFrom: number;
  /** Breaks that are no longer to be taken: their hours are over, or it is known that they were missed. */
  readonly over: ReadonlySet<string>;
}

/** Whether a visit is under way in the wide sense: done, begun, or somebody has set out for it. These are facts, not wishes. */
export function isFact({ fixed }: Pick<Visit, "fixed">): boolean {
  return fixed?.state === "done" || fixed?.state === "started" || fixed?.state === "travelling";
}

/** The moment that is now, in seconds from the midnight that begins a date; −Infinity where a problem names none. */
export function nowSince({ now }: Pick<Problem, "now">, date: string): number {
  return now === undefined ? Number.NEGATIVE_INFINITY : momentsOf({ notBefore: now }, date).from;
}

type Reading = (caregiver: Caregiver, shift: Shift) => DayFacts;

/** Reads what is known of each day off a problem that `validate` has accepted. */
export function factsOf(problem: Problem): Reading {
  const places = new Map(problem.places.map((place, index) => [place.id, { place, index }]));
  const begun = new Map<string, Visit[]>();
  for (const visit of problem.visits) {
    if (!isFact(visit) || visit.fixed?.start === undefined) continue;
    const key = `${visit.fixed.date} ${visit.fixed.caregiver}`;
    begun.set(key, [...(begun.get(key) ?? []), visit]);
  }
  // where routes bear on one another a break is taken at the place of what follows, elsewhere at that of what went before
  const isAhead = beyondSingleRoutes(problem).length > 0;
  return (caregiver, shift) => {
    const profile = problem.travel.profiles[caregiver.profile];
    const journey = (from: string, to: string): number => {
      const [a, b] = [places.get(from), places.get(to)];
      return profile === undefined || a === undefined || b === undefined
        ? 0
        : Math.min(noWaySeconds, legSeconds(profile, a, b, problem.places.length));
    };
    return readDay(problem, caregiver, shift, begun.get(`${shift.date} ${caregiver.id}`) ?? [], journey, isAhead);
  };
}

interface Item extends Omit<Fact, "end" | "leaves"> {
  readonly seconds: number;
  readonly place: string | undefined;
}

function itemsOf(caregiver: Caregiver, shift: Shift, visits: readonly Visit[], isAhead: boolean): Item[] {
  const made = visits.map(
    (visit): Item => ({
      kind: "visit",
      id: visit.id,
      start: knownSecondsOfDay(visit.fixed?.start ?? "00:00"),
      seconds: serviceSeconds(visit, caregiver.serviceTimeFactor ?? 1),
      place: visit.place,
    }),
  );
  const last = Math.max(...made.map(({ start }) => start));
  const taken = breaksOf(shift)
    .filter(({ isTaken, fromSeconds }) => isTaken && !(isAhead && fromSeconds >= last))
    .map(({ id, fromSeconds, seconds }): Item => ({ kind: "break", id, start: fromSeconds, seconds, place: undefined }));
  // a break of the moment at which a visit begins came before it
  return [...taken, ...made].sort((a, b) => a.start - b.start || (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind === "break" ? -1 : 1));
}

function readDay(
  problem: Problem,
  caregiver: Caregiver,
  shift: Shift,
  visits: readonly Visit[],
  journey: (from: string, to: string) => number,
  isAhead: boolean,
): DayFacts {
  const items = itemsOf(caregiver, shift, visits, isAhead);
  const now = nowSince(problem, shift.date);
  const opens = knownSecondsOfDay(shift.from);
  // whoever is not sent out again that day is not held up
  const closes = knownSecondsOfDay(shift.to) + Math.round((shift.overtimeMinutes ?? 0) * 60);
  const pauses = breaksOf(shift);
  // a break that stands at no visit's place any more has held her up all the same
  const rested = pauses.filter(({ id, isTaken }) => isTaken && !items.some((item) => item.id === id && item.kind === "break"));
  const restedUntil = Math.max(Number.NEGATIVE_INFINITY, ...rested.map(({ fromSeconds, seconds }) => fromSeconds + seconds));
  const facts: Fact[] = [];
  let place = shift.start;
  let from = Math.max(opens, now);
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const ahead = item.place ?? (isAhead ? items.slice(index).find((other) => other.place !== undefined)?.place : undefined) ?? place;
    if (index === 0) from = item.start - journey(place, ahead);
    place = ahead;
    const ends = item.start + item.seconds;
    if (next === undefined) {
      facts.push({ kind: item.kind, id: item.id, start: item.start, end: ends, leaves: Math.max(ends, Math.min(now, closes), restedUntil) });
      continue;
    }
    const onward = next.place ?? (isAhead ? items.slice(index + 1).find((other) => other.place !== undefined)?.place : undefined) ?? place;
    const leaves = next.start - (onward === place ? 0 : journey(place, onward));
    facts.push({ kind: item.kind, id: item.id, start: item.start, end: Math.min(ends, next.start), leaves });
  }
  const last = facts.at(-1);
  const free = Math.max(now, last?.leaves ?? now);
  const isOver = (pause: (typeof pauses)[number]): boolean => !pause.isTaken && pause.toSeconds < free;
  const over = [...pauses.filter(isOver), ...rested].map(({ id }) => id);
  const missed = (shift.breaks ?? []).flatMap(({ taken }, index) => (taken === null ? [`break-${index + 1}`] : []));
  const backFrom = last === undefined ? 0 : last.end + (shift.end === undefined ? 0 : journey(place, shift.end));
  return { facts, from, backFrom, over: new Set([...over, ...missed]) };
}

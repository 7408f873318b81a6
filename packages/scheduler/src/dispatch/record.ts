import type { Caregiver, Shift } from "../model/caregiver.js";
import { knownSecondsOfDay, printClock, printedSeconds, secondsPerDay } from "../model/clock.js";
import { isFact, nowSince } from "../model/facts.js";
import type { Plan, PlanRoute } from "../model/plan.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { serviceSeconds } from "../model/windowsOf.js";
import { type Journey, journeysOf } from "./journeys.js";

type State = NonNullable<NonNullable<Visit["fixed"]>["state"]>;

/** What of a plan has happened by now: the visits that are facts, by id, and the breaks that have begun, by caregiver and date. */
interface Happened {
  readonly visits: Map<string, Visit>;
  readonly breaks: Map<string, Map<number, string>>;
}

/** How far a fact has come by a moment. */
function stateAt(now: number, start: number, end: number): State {
  return start > now ? "travelling" : end <= now ? "done" : "started";
}

/** Walks a route up to now. She waits where she is and leaves in time for what the plan has next; what has begun late makes what follows late. */
function walk(
  now: number,
  caregiver: Caregiver,
  shift: Shift,
  route: PlanRoute,
  visits: ReadonlyMap<string, Visit>,
  journey: Journey,
  happened: Happened,
): void {
  let place = shift.start;
  let time = Number.NEGATIVE_INFINITY;
  let hasSetOut = false;
  for (const stop of route.stops) {
    const visit = visits.get(stop.id);
    const pause = stop.kind === "break" ? shift.breaks?.[Number(stop.id.slice("break-".length)) - 1] : undefined;
    if (stop.kind === "visit" ? visit === undefined : pause === undefined || pause.taken === null) continue;
    const stated = stop.kind === "visit" && visit !== undefined && isFact(visit) ? visit.fixed?.start : (pause?.taken ?? undefined);
    const way = journey(caregiver.profile, place, stop.place);
    const start = stated === undefined ? Math.max(printedSeconds(stop.start) ?? 0, time + way) : knownSecondsOfDay(stated);
    // whoever has been told to be there at a moment leaves for it in time
    hasSetOut ||= stated !== undefined || start <= now || (time <= now && now > start - way && way > 0);
    if (!hasSetOut || start > secondsPerDay) return;
    place = stop.place;
    if (stop.kind === "visit" && visit !== undefined) {
      const end = start + serviceSeconds(visit, caregiver.serviceTimeFactor ?? 1);
      const fixed = { caregiver: caregiver.id, date: route.date, start: printClock(start), state: stateAt(now, start, end) };
      happened.visits.set(visit.id, { ...visit, fixed });
      time = end;
      hasSetOut = false;
    } else {
      const key = `${route.date} ${caregiver.id}`;
      const breaks = happened.breaks.get(key) ?? new Map<number, string>();
      breaks.set(Number(stop.id.slice("break-".length)) - 1, printClock(start));
      happened.breaks.set(key, breaks);
      time = start + Math.round((pause?.minutes ?? 0) * 60);
      // at the place of what follows she has set out for that as well
      hasSetOut = way > 0;
    }
  }
}

/** A fact that the caller stated, brought up to now. */
function upToNow(problem: Problem, visit: Visit): Visit {
  const { fixed } = visit;
  if (!isFact(visit) || fixed?.start === undefined || fixed === null) return visit;
  const start = knownSecondsOfDay(fixed.start);
  const factor = problem.caregivers.find(({ id }) => id === fixed.caregiver)?.serviceTimeFactor ?? 1;
  const now = nowSince(problem, fixed.date);
  const end = start + serviceSeconds(visit, factor);
  // what is said to be done by now has ended by now
  if (fixed.state === "done" && end > now && now > start) return { ...visit, serviceMinutes: (now - start) / 60 / factor };
  return { ...visit, fixed: { ...fixed, state: fixed.state === "done" ? "done" : stateAt(now, start, end) } };
}

/**
 * Writes into a problem what of a plan has happened by its `now`: that goes as planned unless the problem says otherwise in
 * `fixed.state` or a break's `taken`.
 */
export function record(problem: Problem, plan: Plan): Problem {
  if (problem.now === undefined) return problem;
  const stated = { ...problem, visits: problem.visits.map((visit) => upToNow(problem, visit)) };
  const visits = new Map(stated.visits.map((visit) => [visit.id, visit]));
  const journey = journeysOf(problem);
  const happened: Happened = { visits: new Map(), breaks: new Map() };
  for (const route of plan.routes) {
    const caregiver = problem.caregivers.find(({ id }) => id === route.caregiver);
    const shift = caregiver?.shifts.find(({ date }) => date === route.date);
    // what is stated of a visit elsewhere holds there
    const elsewhere = ({ fixed }: Visit): boolean => fixed?.caregiver !== route.caregiver || fixed.date !== route.date;
    const here = new Map([...visits].filter(([, visit]) => !isFact(visit) || !elsewhere(visit)));
    if (caregiver !== undefined && shift !== undefined) walk(nowSince(problem, route.date), caregiver, shift, route, here, journey, happened);
  }
  return {
    ...stated,
    visits: stated.visits.map((visit) => happened.visits.get(visit.id) ?? visit),
    caregivers: stated.caregivers.map((caregiver) => ({
      ...caregiver,
      shifts: caregiver.shifts.map((shift) => {
        const taken = happened.breaks.get(`${shift.date} ${caregiver.id}`);
        return taken === undefined
          ? shift
          : {
              ...shift,
              breaks: (shift.breaks ?? []).map((pause, index) => (taken.has(index) ? { ...pause, taken: taken.get(index) ?? null } : pause)),
            };
      }),
    })),
  };
}

import { breaksFit, breaksOf } from "../model/breaksOf.js";
import type { Caregiver, Shift } from "../model/caregiver.js";
import { knownSecondsOfDay, printClock } from "../model/clock.js";
import { isFact } from "../model/facts.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { momentsOf } from "../model/when.js";
import { released } from "./amend.js";

/** Who is out, from which moment, to the end of which date, and whether what is under way is finished. */
export interface Out {
  readonly is: (caregiver: Caregiver, shift: Shift) => boolean;
  readonly from: string;
  readonly until: string;
  readonly finishesVisit: boolean;
}

/** A shift that ends earlier, without the breaks that no longer fit in. */
function endingAt(shift: Shift, seconds: number): Shift {
  const opens = knownSecondsOfDay(shift.from);
  const to = Math.min(knownSecondsOfDay(shift.to), Math.max(opens + 60, seconds));
  const { overtimeMinutes: _, ...ending } = { ...shift, to: printClock(to) };
  const fits = breaksOf(ending).every(
    ({ isTaken, fromSeconds, toSeconds, seconds: length }) => isTaken || Math.max(fromSeconds, opens) <= Math.min(toSeconds, to - length),
  );
  if ((fits && breaksFit(ending)) || shift.breaks === undefined) return ending;
  return { ...ending, breaks: shift.breaks.map((pause) => (pause.taken === undefined ? { ...pause, taken: null } : pause)) };
}

/**
 * Takes caregivers off shifts: shifts end when they go, or fall away; what has begun stays where it began, what was being
 * travelled to is let go, and so is what was fixed to them for later.
 */
export function goOut(problem: Problem, out: Out): Problem {
  const since = (date: string): number => momentsOf({ notBefore: out.from }, date).from;
  const concerned = new Set<string>();
  for (const caregiver of problem.caregivers)
    for (const shift of caregiver.shifts)
      if (out.is(caregiver, shift) && shift.date <= out.until && since(shift.date) < knownSecondsOfDay(shift.to))
        concerned.add(`${shift.date} ${caregiver.id}`);
  const letGo = (visit: Visit): boolean => {
    const { fixed } = visit;
    if (fixed === undefined || fixed === null || !concerned.has(`${fixed.date} ${fixed.caregiver}`)) return false;
    const start = fixed.start === undefined ? undefined : knownSecondsOfDay(fixed.start);
    const from = since(fixed.date);
    if (fixed.state === "done") return false;
    if (fixed.state === "started") return !out.finishesVisit;
    return start === undefined ? isOutAllDay(problem, fixed.caregiver, fixed.date, from) : start >= from;
  };
  const visits = problem.visits.map((visit) => (letGo(visit) ? released(visit) : visit));
  const busy = new Set(visits.flatMap((visit) => (isFact(visit) ? [`${visit.fixed?.date} ${visit.fixed?.caregiver}`] : [])));
  const caregivers = problem.caregivers.map((caregiver) => ({
    ...caregiver,
    shifts: caregiver.shifts.flatMap((shift): Shift[] => {
      const key = `${shift.date} ${caregiver.id}`;
      if (!concerned.has(key)) return [shift];
      if (!busy.has(key) && since(shift.date) <= knownSecondsOfDay(shift.from)) return [];
      return [endingAt(shift, since(shift.date))];
    }),
  }));
  return { ...problem, visits, caregivers };
}

function isOutAllDay({ caregivers }: Problem, id: string, date: string, from: number): boolean {
  const shift = caregivers.find((caregiver) => caregiver.id === id)?.shifts.find((each) => each.date === date);
  return shift === undefined || from <= knownSecondsOfDay(shift.from);
}

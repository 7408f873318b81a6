import { weekdayOf } from "@eldercare/core";
import { knownSecondsOfDay, printClock, secondsPerDay } from "../model/clock.js";
import { isFact } from "../model/facts.js";
import type { Pattern } from "../model/pattern.js";
import type { Problem } from "../model/problem.js";
import type { Visit } from "../model/visit.js";
import { barredForAll, leftTo, onDates } from "./narrow.js";

type Fixed = NonNullable<Visit["fixed"]>;

/** A visit whose hours lie within so many seconds of a time of day; where none do, nobody is to make it. */
function atMuchTheSameHour(problem: Problem, visit: Visit, start: number, tolerance: number): Visit {
  const [least, most] = [Math.max(0, start - tolerance), Math.min(secondsPerDay - 1, start + tolerance)];
  const daily = (visit.when?.daily ?? [{ from: "00:00", to: "23:59:59" }]).flatMap((window) => {
    const [from, to] = [Math.max(least, knownSecondsOfDay(window.from)), Math.min(most, knownSecondsOfDay(window.to))];
    return from > to ? [] : [{ from: printClock(from), to: printClock(to) }];
  });
  return daily.length === 0 ? barredForAll(problem, visit) : { ...visit, when: { ...visit.when, daily } };
}

/** What a pattern asks of a visit to come, by what of it began last. */
function bind(problem: Problem, pattern: Pattern, last: Fixed, visit: Visit): Visit {
  const { sameWeekday, sameCaregiver, startToleranceMinutes } = pattern;
  let bound = visit;
  if (sameWeekday === true) bound = onDates(problem, bound, (date) => weekdayOf(date) === weekdayOf(last.date));
  if (sameCaregiver === "require") bound = leftTo(problem, bound, last.caregiver);
  if (startToleranceMinutes === undefined) return bound;
  return atMuchTheSameHour(problem, bound, knownSecondsOfDay(last.start ?? "00:00"), Math.round(startToleranceMinutes * 60));
}

/**
 * A pattern of which a part has begun binds what is to come: that alone is still a choice. What began last says on which weekday,
 * with whom and at what hour; it is written into the visits to come.
 */
export function settlePatterns(problem: Problem): Problem {
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  for (const pattern of problem.patterns ?? []) {
    const members = pattern.visits.flatMap((id) => visits.get(id) ?? []);
    const begun = members.flatMap((visit) => (isFact(visit) && visit.fixed ? [visit.fixed] : []));
    const [first, ...others] = begun;
    if (first === undefined) continue;
    const momentOf = ({ date, start = "00:00" }: Fixed): string => `${date}T${printClock(knownSecondsOfDay(start))}`;
    const last = others.reduce((latest, each) => (momentOf(each) > momentOf(latest) ? each : latest), first);
    for (const visit of members) if (!isFact(visit)) visits.set(visit.id, bind(problem, pattern, last, visits.get(visit.id) as Visit));
  }
  return { ...problem, visits: problem.visits.map((visit) => visits.get(visit.id) ?? visit) };
}

import type { CheckedPlan, CheckedRoute, CheckedStop } from "../features/checks.js";
import { knownSecondsOfDay } from "../model/clock.js";
import { type DayFacts, factsOf } from "../model/facts.js";
import { fullObjective } from "../model/objective.js";
import { isOptionalBreak, softTermsOf } from "../model/softTerms.js";
import { windowsOf } from "../model/windowsOf.js";

/** Seconds by which a visit begins after the last of its hours that have opened. */
export function lateness({ visit, start }: CheckedStop): number {
  if (visit === undefined) return 0;
  const ends = windowsOf(visit).flatMap(({ from, to }) => (from <= start ? [to] : []));
  return Math.max(0, start - Math.max(...ends, 0));
}

/** Seconds of a shift beside travel, service and breaks, and beside what she was held up for between what has begun; of one without a route beside its breaks. */
export function idleSeconds(
  shift: CheckedRoute["shift"],
  day: DayFacts,
  route: CheckedRoute | undefined,
  travelSeconds: (route: CheckedRoute) => number,
): number {
  const to = knownSecondsOfDay(shift.to);
  const from = Math.min(day.from, to + Math.round((shift.overtimeMinutes ?? 0) * 60));
  const pauses = (shift.breaks ?? []).filter((_, index) => !day.over.has(`break-${index + 1}`));
  if (route === undefined) return to - from - pauses.reduce((sum, { minutes }) => sum + Math.round(minutes * 60), 0);
  const held = day.facts.slice(0, route.stops.length - 1).reduce((sum, { end, leaves }) => sum + leaves - end, 0);
  const busy = held + route.stops.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.max(route.returns, to) - from - travelSeconds(route) - busy;
}

/** The breaks that a route misses, beside those whose hours are over or of which it is known that they were missed. */
export function missedBreaks({ shift, stops }: CheckedRoute, { over }: DayFacts): string[] {
  return (shift.breaks ?? []).flatMap((pause, index) => {
    const id = `break-${index + 1}`;
    return isOptionalBreak(pause) && !over.has(id) && !stops.some((stop) => stop.id === id) ? [id] : [];
  });
}

/** What lateness, overtime, idle time and missed breaks cost: the components that plans of such a problem list. */
export function softCosts(checked: CheckedPlan, travelSeconds: (route: CheckedRoute) => number): Record<string, number> {
  const { problem, routes } = checked;
  const terms = softTermsOf(problem);
  const factsOn = factsOf(problem);
  const objective = fullObjective(problem.objective);
  const late = (): number[] => routes.flatMap(({ stops }) => stops.map(lateness));
  const over = (): number[] => routes.map(({ returns, shift }) => Math.max(0, returns - knownSecondsOfDay(shift.to)));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const idle = (): number[] =>
    problem.caregivers.flatMap((caregiver) =>
      caregiver.shifts
        .filter(({ date }) => problem.horizon.from <= date && date <= problem.horizon.to)
        .map((shift) =>
          idleSeconds(
            shift,
            factsOn(caregiver, shift),
            routes.find((route) => route.caregiver.id === caregiver.id && route.date === shift.date),
            travelSeconds,
          ),
        ),
    );
  const missed = (): number => sum(routes.map((route) => missedBreaks(route, factsOn(route.caregiver, route.shift)).length));
  return {
    ...(terms.lateness ? { lateness: (sum(late()) / 60) * objective.latenessMinute } : {}),
    ...(terms.latest ? { latest: (Math.max(0, ...late()) / 60) * objective.latestMinute } : {}),
    ...(terms.overtime ? { overtime: (sum(over()) / 60) * objective.overtimeMinute } : {}),
    ...(terms.idlest ? { idlest: (Math.max(0, ...idle()) / 60) * objective.idlestMinute } : {}),
    ...(terms.missedBreak ? { missedBreak: missed() * objective.missedBreak } : {}),
  };
}

import type { CheckedPlan, CheckedRoute, CheckedStop } from "../features/checks.js";
import { knownSecondsOfDay } from "../model/clock.js";
import { fullObjective } from "../model/objective.js";
import { isOptionalBreak, softTermsOf } from "../model/softTerms.js";
import { windowsOf } from "../model/windowsOf.js";

/** Seconds by which a visit begins after the last of its hours that have opened. */
export function lateness({ visit, start }: CheckedStop): number {
  if (visit === undefined) return 0;
  const ends = windowsOf(visit).flatMap(({ from, to }) => (from <= start ? [to] : []));
  return Math.max(0, start - Math.max(...ends, 0));
}

/** Seconds of a shift beside travel, service and breaks; of one without a route beside its breaks. */
export function idleSeconds(shift: CheckedRoute["shift"], route: CheckedRoute | undefined, travelSeconds: (route: CheckedRoute) => number): number {
  const [from, to] = [knownSecondsOfDay(shift.from), knownSecondsOfDay(shift.to)];
  if (route === undefined) return to - from - (shift.breaks ?? []).reduce((sum, { minutes }) => sum + Math.round(minutes * 60), 0);
  const busy = route.stops.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.max(route.returns, to) - from - travelSeconds(route) - busy;
}

/** What lateness, overtime, idle time and missed breaks cost: the components that plans of such a problem list. */
export function softCosts(checked: CheckedPlan, travelSeconds: (route: CheckedRoute) => number): Record<string, number> {
  const { problem, routes } = checked;
  const terms = softTermsOf(problem);
  const objective = fullObjective(problem.objective);
  const late = routes.flatMap(({ stops }) => stops.map(lateness));
  const over = routes.map(({ returns, shift }) => Math.max(0, returns - knownSecondsOfDay(shift.to)));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const idle = (): number[] =>
    problem.caregivers.flatMap(({ id, shifts }) =>
      shifts
        .filter(({ date }) => problem.horizon.from <= date && date <= problem.horizon.to)
        .map((shift) =>
          idleSeconds(
            shift,
            routes.find(({ caregiver, date }) => caregiver.id === id && date === shift.date),
            travelSeconds,
          ),
        ),
    );
  const missed = (): number =>
    sum(
      routes.map(
        ({ shift, stops }) =>
          (shift.breaks ?? []).filter((pause, index) => isOptionalBreak(pause) && !stops.some(({ id }) => id === `break-${index + 1}`)).length,
      ),
    );
  return {
    ...(terms.lateness ? { lateness: (sum(late) / 60) * objective.latenessMinute } : {}),
    ...(terms.latest ? { latest: (Math.max(0, ...late) / 60) * objective.latestMinute } : {}),
    ...(terms.overtime ? { overtime: (sum(over) / 60) * objective.overtimeMinute } : {}),
    ...(terms.idlest ? { idlest: (Math.max(0, ...idle()) / 60) * objective.idlestMinute } : {}),
    ...(terms.missedBreak ? { missedBreak: missed() * objective.missedBreak } : {}),
  };
}

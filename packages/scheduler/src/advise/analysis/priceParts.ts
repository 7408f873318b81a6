import type { CheckedPlan, CheckedRoute, CheckedStop } from "../../features/checks.js";
import { knownSecondsOfDay } from "../../model/clock.js";
import { factsOf } from "../../model/facts.js";
import { fullObjective } from "../../model/objective.js";
import { idleSeconds, lateness, missedBreaks } from "../../verify/softCosts.js";
import type { PricePart } from "./analysis.js";
import { type Day, roadSeconds } from "./readDays.js";

const about = ({ caregiver, date }: Pick<CheckedRoute, "caregiver" | "date">, stop?: CheckedStop): Omit<PricePart, "amount"> => ({
  caregiver: caregiver.id,
  date,
  ...(stop?.visit === undefined ? {} : { visit: stop.id }),
  ...(stop?.transport === undefined ? {} : { transport: stop.id }),
});

/** So many seconds at a price a minute. */
const byTheMinute = (part: Omit<PricePart, "amount">, seconds: number, minutePrice: number): PricePart => ({
  ...part,
  minutes: Math.round((seconds * 100) / 60) / 100,
  amount: (seconds / 60) * minutePrice,
});

/** The first of those for which a number is greatest. */
function greatest<Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best === undefined || of(item) > of(best) ? item : best), undefined);
}

/** The shift with most idle time, of all that lie within the horizon. */
function idlestShift({ problem }: CheckedPlan, days: readonly Day[]): { part: Omit<PricePart, "amount">; seconds: number } | undefined {
  const { from, to } = problem.horizon;
  const factsOn = factsOf(problem);
  const dayOf = new Map(days.map((day) => [day.route, day]));
  const shifts = problem.caregivers.flatMap((caregiver) =>
    caregiver.shifts
      .filter(({ date }) => from <= date && date <= to)
      .map((shift) => {
        const route = days.find((day) => day.route.caregiver.id === caregiver.id && day.route.date === shift.date)?.route;
        const seconds = idleSeconds(shift, factsOn(caregiver, shift), route, (driven) => roadSeconds(dayOf.get(driven) ?? { journeys: [] }));
        return { part: about({ caregiver, date: shift.date }), seconds };
      }),
  );
  return greatest(
    shifts.sort((a, b) => (JSON.stringify([a.part.date, a.part.caregiver]) < JSON.stringify([b.part.date, b.part.caregiver]) ? -1 : 1)),
    ({ seconds }) => seconds,
  );
}

/** What stands behind the components that hours and roads ask for, by component; amounts are not rounded yet. */
export function pricePartsOf(checked: CheckedPlan, days: readonly Day[]): Map<string, PricePart[]> {
  const objective = fullObjective(checked.problem.objective);
  const stops = days.flatMap(({ route }) => route.stops.map((stop) => ({ route, stop })));
  const late = stops.map(({ route, stop }) => ({ part: about(route, stop), seconds: lateness(stop) }));
  const over = days.map(({ route }) => ({ part: about(route), seconds: Math.max(0, route.returns - knownSecondsOfDay(route.shift.to)) }));
  const latest = greatest(late, ({ seconds }) => seconds);
  const idlest = objective.idlestMinute > 0 ? idlestShift(checked, days) : undefined;
  const missed = days.flatMap(({ route, known }) =>
    missedBreaks(route, known).map((id) => ({ ...about(route), break: id, amount: objective.missedBreak })),
  );
  const priced = (items: readonly { part: Omit<PricePart, "amount">; seconds: number }[], minutePrice: number): PricePart[] =>
    items.map(({ part, seconds }) => byTheMinute(part, seconds, minutePrice));
  return new Map([
    [
      "travel",
      days.flatMap(({ route, journeys }) =>
        journeys.map(({ stop, seconds = 0 }) => byTheMinute(about(route, stop), seconds, objective.travelMinute)),
      ),
    ],
    ["waiting", stops.map(({ route, stop }) => byTheMinute(about(route, stop), stop.start - stop.arrive, objective.waitingMinute))],
    [
      "caregiverDay",
      days.flatMap(({ route: { crew, date } }) => crew.map((caregiver) => ({ ...about({ caregiver, date }), amount: objective.caregiverDay }))),
    ],
    ["lateness", priced(late, objective.latenessMinute)],
    ["latest", latest === undefined ? [] : priced([latest], objective.latestMinute)],
    ["overtime", priced(over, objective.overtimeMinute)],
    ["idlest", idlest === undefined ? [] : priced([idlest], objective.idlestMinute)],
    ["missedBreak", missed],
  ]);
}

import type { Caregiver, Shift } from "../src/model/caregiver.js";
import { knownSecondsOfDay } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import { requiredPrice } from "../src/model/requiredPrice.js";
import type { Visit } from "../src/model/visit.js";

type Stop = { readonly visit: Visit } | { readonly pause: number };

const minutesOf = (clock: string): number => knownSecondsOfDay(clock) / 60;

function* orders(stops: readonly Stop[]): Generator<Stop[]> {
  if (stops.length === 0) yield [];
  for (const [index, first] of stops.entries())
    for (const rest of orders([...stops.slice(0, index), ...stops.slice(index + 1)])) yield [first, ...rest];
}

const subsets = (count: number): number[] => Array.from({ length: 2 ** count }, (_, subset) => subset);
const has = (subset: number, index: number): boolean => ((subset >> index) & 1) === 1;

/** Solves a tiny problem by trying every subset, order and minute of departure: the cost of its best plan. */
export function exhaustiveCost(problem: Problem): number {
  const { visits, caregivers, objective = {}, places } = problem;
  const profile = problem.travel.profiles.walk;
  if (profile?.kind !== "matrix") throw new Error("a tiny problem walks by a matrix");
  const at = new Map(places.map(({ id }, index) => [id, index]));
  const minutes = (from: string, to: string): number => (profile.durationsSeconds[(at.get(from) ?? 0) * places.length + (at.get(to) ?? 0)] ?? 0) / 60;

  const allowed = (visit: Visit, caregiver: Caregiver, shift: Shift): boolean => {
    const dates = visit.when?.dates;
    return (!Array.isArray(dates) || dates.includes(shift.date)) && (caregiver.skills?.care ?? 0) >= (visit.needs?.skills?.care ?? 0);
  };

  /** Span of an order begun at a minute, its breaks' unpaid part and the minutes busy; undefined where it is late somewhere. */
  const run = (order: readonly Stop[], shift: Shift, departure: number): { span: number; unpaid: number; busy: number } | undefined => {
    let time = departure;
    let place = shift.start;
    let unpaid = 0;
    let busy = 0;
    for (const stop of order) {
      if ("pause" in stop) {
        const pause = shift.breaks?.[stop.pause];
        if (pause === undefined) return undefined;
        time = Math.max(time, minutesOf(pause.from));
        if (time > minutesOf(pause.to)) return undefined;
        time += pause.minutes;
        busy += pause.minutes;
        if (pause.paid !== true) unpaid += pause.minutes;
        continue;
      }
      const { visit } = stop;
      const leg = minutes(place, visit.place);
      time += leg;
      const windows = visit.when?.daily ?? [{ from: "00:00", to: "24:00" }];
      const open = windows.filter(({ to }) => minutesOf(to) >= time).map(({ from }) => Math.max(time, minutesOf(from)));
      if (open.length === 0) return undefined;
      time = Math.min(...open) + visit.serviceMinutes;
      busy += leg + visit.serviceMinutes;
      place = visit.place;
    }
    const back = minutes(place, shift.end);
    return time + back > minutesOf(shift.to) ? undefined : { span: time + back - departure, unpaid, busy: busy + back };
  };

  const routeCost = (caregiver: Caregiver, shift: Shift, made: readonly Visit[]): number => {
    if (made.length === 0) return 0;
    if (!made.every((visit) => allowed(visit, caregiver, shift))) return Number.POSITIVE_INFINITY;
    const stops: Stop[] = [...made.map((visit) => ({ visit })), ...(shift.breaks ?? []).map((_, pause) => ({ pause }))];
    const disliked = made.filter(({ prefers = [] }) => prefers.length > 0 && !prefers.includes(caregiver.id)).length;
    let best = Number.POSITIVE_INFINITY;
    for (const order of orders(stops))
      for (let departure = minutesOf(shift.from); departure < minutesOf(shift.to); departure++) {
        const ran = run(order, shift, departure);
        if (ran === undefined) break;
        if (ran.span - ran.unpaid > (caregiver.workMinutes?.perDay ?? Number.POSITIVE_INFINITY)) continue;
        const still =
          ran.busy - order.reduce((sum, stop) => sum + ("visit" in stop ? stop.visit.serviceMinutes : (shift.breaks?.[stop.pause]?.minutes ?? 0)), 0);
        best = Math.min(best, still + (ran.span - ran.busy) * (objective.waitingMinute ?? 0));
      }
    return best + (objective.caregiverDay ?? 0) + disliked * (objective.notPreferred ?? 0);
  };

  const leaveOut = (visit: Visit): number =>
    visit.required === true ? requiredPrice(problem) : (objective.unservedPriority?.[(visit.priority ?? 3) - 1] ?? 0);
  let best = subsets(visits.length).map((subset) => visits.reduce((sum, visit, index) => sum + (has(subset, index) ? 0 : leaveOut(visit)), 0));
  for (const caregiver of caregivers)
    for (const shift of caregiver.shifts) {
      const route = subsets(visits.length).map((subset) =>
        routeCost(
          caregiver,
          shift,
          visits.filter((_, index) => has(subset, index)),
        ),
      );
      // `best[s]`: cheapest so far where the visits outside s are still to be left out or made by the routes to come
      best = best.map((_, left) =>
        Math.min(
          ...subsets(visits.length)
            .filter((mine) => (mine & left) === 0)
            .map((mine) => (route[mine] ?? 0) + (best[left | mine] ?? 0)),
        ),
      );
    }
  return best[0] ?? 0;
}

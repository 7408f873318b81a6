import type { Caregiver, Shift } from "../src/model/caregiver.js";
import { knownSecondsOfDay } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import { requiredPrice } from "../src/model/requiredPrice.js";
import type { Transport } from "../src/model/transport.js";
import type { Visit } from "../src/model/visit.js";

type Stop = { readonly visit: Visit } | { readonly pause: number } | { readonly board: Transport } | { readonly alight: Transport };
type Demand = { readonly visit: Visit } | { readonly transport: Transport };

const minutesOf = (clock: string): number => knownSecondsOfDay(clock) / 60;

function* orders(stops: readonly Stop[]): Generator<Stop[]> {
  if (stops.length === 0) yield [];
  for (const [index, first] of stops.entries())
    for (const rest of orders([...stops.slice(0, index), ...stops.slice(index + 1)])) yield [first, ...rest];
}

/** Whether everybody boards before alighting and the seats suffice all the way. */
function carries(order: readonly Stop[], seats: number): boolean {
  const aboard = new Set<Transport>();
  for (const stop of order) {
    if ("board" in stop) aboard.add(stop.board);
    if ("alight" in stop && !aboard.delete(stop.alight)) return false;
    if ([...aboard].reduce((sum, transport) => sum + (transport.seats ?? 1), 0) > seats) return false;
  }
  return true;
}

const subsets = (count: number): number[] => Array.from({ length: 2 ** count }, (_, subset) => subset);
const has = (subset: number, index: number): boolean => ((subset >> index) & 1) === 1;

/**
 * Solves a tiny problem by trying every subset, order and minute of departure: the cost of its best plan.
 *
 * @param crewSize how many a caregiver stands for where her days are driven though nobody is visited on them; 0 for one who is alone
 */
export function exhaustiveCost(problem: Problem, crewSize: (caregiver: Caregiver) => number = () => 0): number {
  const { visits, caregivers, objective = {}, places } = problem;
  const profile = problem.travel.profiles.walk;
  if (profile?.kind !== "matrix") throw new Error("a tiny problem walks by a matrix");
  const at = new Map(places.map(({ id }, index) => [id, index]));
  const minutes = (from: string, to: string): number => (profile.durationsSeconds[(at.get(from) ?? 0) * places.length + (at.get(to) ?? 0)] ?? 0) / 60;

  const allowed = (visit: Visit, caregiver: Caregiver, shift: Shift): boolean => {
    const dates = visit.when?.dates;
    return (!Array.isArray(dates) || dates.includes(shift.date)) && (caregiver.skills?.care ?? 0) >= (visit.needs?.skills?.care ?? 0);
  };

  /** Span of an order begun at a minute, its breaks' unpaid part and the minutes on the road; undefined where it is late somewhere. */
  const drive = (order: readonly Stop[], shift: Shift, departure: number, notBefore: ReadonlyMap<Transport, number>) => {
    let time = departure;
    let place = shift.start;
    let unpaid = 0;
    let busy = 0;
    let road = 0;
    const boarded = new Map<Transport, { start: number; end: number }>();
    /** By how many minutes a boarding is too early for its ride. */
    let hold: { transport: Transport; start: number } | undefined;
    const go = (to: string, daily: readonly { from: string; to: string }[] | undefined, minutesThere: number, earliest = 0): boolean => {
      const leg = minutes(place, to);
      const arrive = Math.max(time + leg, earliest);
      const open = (daily ?? [{ from: "00:00", to: "24:00" }]).filter((window) => minutesOf(window.to) >= arrive);
      if (open.length === 0) return false;
      time = Math.min(...open.map(({ from }) => Math.max(arrive, minutesOf(from)))) + minutesThere;
      busy += leg + minutesThere;
      road += leg;
      place = to;
      return true;
    };
    for (const stop of order) {
      if ("pause" in stop) {
        const pause = shift.breaks?.[stop.pause];
        if (pause === undefined) return undefined;
        time = Math.max(time, minutesOf(pause.from));
        if (time > minutesOf(pause.to)) return undefined;
        time += pause.minutes;
        busy += pause.minutes;
        if (pause.paid !== true) unpaid += pause.minutes;
      } else if ("visit" in stop) {
        if (!go(stop.visit.place, stop.visit.when?.daily, stop.visit.serviceMinutes)) return undefined;
      } else if ("board" in stop) {
        const { board } = stop;
        if (!go(board.from, board.when?.daily, board.boardMinutes, notBefore.get(board))) return undefined;
        boarded.set(board, { start: time - board.boardMinutes, end: time });
      } else {
        const { alight } = stop;
        if (!go(alight.to, alight.when?.alight, alight.alightMinutes)) return undefined;
        const board = boarded.get(alight);
        const late = time - alight.alightMinutes - (board?.end ?? 0) - (alight.longestRideMinutes ?? Number.POSITIVE_INFINITY);
        if (late > 0) hold = { transport: alight, start: (board?.start ?? 0) + late };
      }
    }
    const back = shift.end === undefined ? 0 : minutes(place, shift.end);
    if (time + back > minutesOf(shift.to)) return undefined;
    return { span: time + back - departure, unpaid, busy: busy + back, road: road + back, hold };
  };

  /** The same with boardings held back until nobody rides too long. */
  const run = (order: readonly Stop[], shift: Shift, departure: number) => {
    const notBefore = new Map<Transport, number>();
    for (;;) {
      const ran = drive(order, shift, departure, notBefore);
      if (ran?.hold === undefined) return ran;
      notBefore.set(ran.hold.transport, ran.hold.start);
    }
  };

  const routeCost = (caregiver: Caregiver, shift: Shift, made: readonly Demand[]): number => {
    if (made.length === 0 && crewSize(caregiver) === 0) return 0;
    const visitsMade = made.flatMap((demand) => ("visit" in demand ? [demand.visit] : []));
    if (!visitsMade.every((visit) => allowed(visit, caregiver, shift))) return Number.POSITIVE_INFINITY;
    const seats = problem.vehicles?.find(({ id }) => id === shift.vehicle)?.seats ?? 0;
    const stops: Stop[] = [
      ...made.flatMap((demand): Stop[] => ("visit" in demand ? [demand] : [{ board: demand.transport }, { alight: demand.transport }])),
      ...(shift.breaks ?? []).map((_, pause) => ({ pause })),
    ];
    const disliked = visitsMade.filter(({ prefers = [] }) => prefers.length > 0 && !prefers.includes(caregiver.id)).length;
    let best = Number.POSITIVE_INFINITY;
    for (const order of orders(stops)) {
      if (!carries(order, seats)) continue;
      for (let departure = minutesOf(shift.from); departure < minutesOf(shift.to); departure++) {
        const ran = run(order, shift, departure);
        if (ran === undefined) break;
        if (ran.span - ran.unpaid > (caregiver.workMinutes?.perDay ?? Number.POSITIVE_INFINITY)) continue;
        best = Math.min(best, ran.road + (ran.span - ran.busy) * (objective.waitingMinute ?? 0));
      }
    }
    return best + Math.max(1, crewSize(caregiver)) * (objective.caregiverDay ?? 0) + disliked * (objective.notPreferred ?? 0);
  };

  const demands: Demand[] = [...visits.map((visit) => ({ visit })), ...(problem.transports ?? []).map((transport) => ({ transport }))];
  const leaveOut = (demand: Demand): number => {
    const left = "visit" in demand ? demand.visit : demand.transport;
    return left.required === true ? requiredPrice(problem) : (objective.unservedPriority?.[(left.priority ?? 3) - 1] ?? 0);
  };
  let best = subsets(demands.length).map((subset) => demands.reduce((sum, demand, index) => sum + (has(subset, index) ? 0 : leaveOut(demand)), 0));
  for (const caregiver of caregivers)
    for (const shift of caregiver.shifts) {
      const route = subsets(demands.length).map((subset) =>
        routeCost(
          caregiver,
          shift,
          demands.filter((_, index) => has(subset, index)),
        ),
      );
      // `best[s]`: cheapest so far where the demands outside s are still to be left out or met by the routes to come
      best = best.map((_, left) =>
        Math.min(
          ...subsets(demands.length)
            .filter((mine) => (mine & left) === 0)
            .map((mine) => (route[mine] ?? 0) + (best[left | mine] ?? 0)),
        ),
      );
    }
  return best[0] ?? 0;
}

import { addDays, daysBetween } from "@eldercare/core";
import type { Caregiver, Shift } from "../src/model/caregiver.js";
import { knownSecondsOfDay } from "../src/model/clock.js";
import type { Place, Problem } from "../src/model/problem.js";
import { requiredPrice } from "../src/model/requiredPrice.js";
import type { Transport } from "../src/model/transport.js";
import type { Visit } from "../src/model/visit.js";
import { mayWork, type PaidDay } from "./mayWork.js";
import { pointsBelow } from "./pointsBelow.js";

type Stop = { readonly visit: Visit } | { readonly pause: number } | { readonly board: Transport } | { readonly alight: Transport };
/** A way to do some shifts: what it costs, and the paid minutes of each day worked. */
interface Option {
  readonly cost: number;
  readonly days: readonly PaidDay[];
}
type Demand = { readonly visit: Visit } | { readonly transport: Transport };

const minutesOf = (clock: string): number => knownSecondsOfDay(clock) / 60;

const overdue = ({ when }: Visit, date: string): number => Math.max(0, daysBetween(when?.wantedBy ?? date, date));

/** Length of the arc between two places, by the angle between the lines from the middle of the earth to them. */
function arcMetres(a: Place, b: Place): number {
  const [from, to] = [a, b].map(({ lng, lat }) => {
    const [east, north] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
  });
  if (from === undefined || to === undefined) return Number.NaN;
  return 2 * 6_371_008.8 * Math.asin(Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]) / 2);
}

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

  const serves = ({ serviceArea }: Caregiver, place: string): boolean => {
    if (serviceArea === undefined) return true;
    const there = places[at.get(place) ?? 0];
    return (
      (serviceArea.places ?? []).includes(place) ||
      (serviceArea.circles ?? []).some(({ centre, radiusMetres }) => {
        const middle = places[at.get(centre) ?? 0];
        return there !== undefined && middle !== undefined && arcMetres(middle, there) <= radiusMetres;
      })
    );
  };

  const allowed = (visit: Visit, caregiver: Caregiver, shift: Shift): boolean => {
    const dates = visit.when?.dates;
    if (visit.needs?.trained === true && !(typeof caregiver.trainedOn === "string" && caregiver.trainedOn <= shift.date)) return false;
    if ((caregiver.mentoredBy ?? []).length > 0 || !serves(caregiver, visit.place)) return false;
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

  /** Ways to do a shift with some demands of which none is both cheaper and shorter than another. */
  const routeOptions = (caregiver: Caregiver, shift: Shift, made: readonly Demand[]): Option[] => {
    if (made.length === 0 && crewSize(caregiver) === 0) return [{ cost: 0, days: [] }];
    const visitsMade = made.flatMap((demand) => ("visit" in demand ? [demand.visit] : []));
    if (!visitsMade.every((visit) => allowed(visit, caregiver, shift))) return [];
    const seats = problem.vehicles?.find(({ id }) => id === shift.vehicle)?.seats ?? 0;
    const stops: Stop[] = [
      ...made.flatMap((demand): Stop[] => ("visit" in demand ? [demand] : [{ board: demand.transport }, { alight: demand.transport }])),
      ...(shift.breaks ?? []).map((_, pause) => ({ pause })),
    ];
    const disliked = visitsMade.filter(({ prefers = [] }) => prefers.length > 0 && !prefers.includes(caregiver.id)).length;
    const served = visitsMade.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
    const dearest = caregivers.reduce((most, { costPerHourFen = 0 }) => Math.max(most, costPerHourFen), 0);
    const yuan = (served * (caregiver.costPerHourFen ?? dearest)) / 6000;
    const days = visitsMade.reduce((sum, visit) => sum + overdue(visit, shift.date), 0);
    const points = visitsMade.length * pointsBelow(caregiver, caregivers) * (objective.ratingPoint ?? 0);
    const priced = yuan * (objective.caregiverYuan ?? 0) + points + days * (objective.overdueDay ?? 5);
    const extra = Math.max(1, crewSize(caregiver)) * (objective.caregiverDay ?? 0) + disliked * (objective.notPreferred ?? 0) + priced;
    const cheapest = new Map<number, number>();
    for (const order of orders(stops)) {
      if (!carries(order, seats)) continue;
      for (let departure = minutesOf(shift.from); departure < minutesOf(shift.to); departure++) {
        const ran = run(order, shift, departure);
        if (ran === undefined) break;
        const paid = ran.span - ran.unpaid;
        const cost = ran.road + (ran.span - ran.busy) * (objective.waitingMinute ?? 0) + extra;
        cheapest.set(paid, Math.min(cost, cheapest.get(paid) ?? Number.POSITIVE_INFINITY));
      }
    }
    const options = [...cheapest].map(([paid, cost]) => ({ cost, paid }));
    return options
      .filter((option) => !options.some((other) => other !== option && other.cost <= option.cost && other.paid <= option.paid))
      .map(({ cost, paid }) => ({ cost, days: [{ date: shift.date, paid }] }));
  };

  /** Ways to do all shifts of a caregiver, for each subset of the demands. */
  const optionsOf = (caregiver: Caregiver): Option[][] => {
    let options = subsets(demands.length).map((subset): Option[] => (subset === 0 ? [{ cost: 0, days: [] }] : []));
    for (const shift of caregiver.shifts) {
      const alone = subsets(demands.length).map((subset) =>
        routeOptions(
          caregiver,
          shift,
          demands.filter((_, index) => has(subset, index)),
        ),
      );
      options = subsets(demands.length).map((subset) =>
        subsets(demands.length)
          .filter((mine) => (mine & subset) === mine)
          .flatMap((mine) =>
            (alone[mine] ?? []).flatMap((own) =>
              (options[subset ^ mine] ?? []).map((others) => ({ cost: own.cost + others.cost, days: [...others.days, ...own.days] })),
            ),
          ),
      );
    }
    return options.map((ways) => ways.filter(({ days }) => mayWork(problem, caregiver, days)));
  };

  const demands: Demand[] = [...visits.map((visit) => ({ visit })), ...(problem.transports ?? []).map((transport) => ({ transport }))];
  const leaveOut = (demand: Demand): number => {
    const left = "visit" in demand ? demand.visit : demand.transport;
    const days = "visit" in demand ? overdue(demand.visit, addDays(problem.horizon.to, 1)) * (objective.overdueDay ?? 5) : 0;
    return days + (left.required === true ? requiredPrice(problem) : (objective.unservedPriority?.[(left.priority ?? 3) - 1] ?? 0));
  };
  let best = subsets(demands.length).map((subset) => demands.reduce((sum, demand, index) => sum + (has(subset, index) ? 0 : leaveOut(demand)), 0));
  for (const caregiver of caregivers) {
    const route = optionsOf(caregiver).map((ways) => Math.min(...ways.map(({ cost }) => cost)));
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

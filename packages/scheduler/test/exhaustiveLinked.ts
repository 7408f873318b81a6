import { daysBetween } from "@eldercare/core";
import { Random } from "../src/improve/random.js";
import type { ShiftBreak } from "../src/model/caregiver.js";
import { knownSecondsOfDay, printClock } from "../src/model/clock.js";
import type { Link } from "../src/model/link.js";
import type { Problem } from "../src/model/problem.js";
import { requiredPrice } from "../src/model/requiredPrice.js";
import type { Visit } from "../src/model/visit.js";
import { pointsBelow } from "./pointsBelow.js";
import { withPrices } from "./withPrices.js";

const date = "2026-11-23";
const minutesOf = (clock: string): number => knownSecondsOfDay(clock) / 60;
const clockOf = (minutes: number): string => printClock(minutes * 60);
const size = 5;

/** A synthetic problem small enough to try everything: four visits, two caregivers, one day, travel in whole minutes. */
export function tinyLinked(seed: number): Problem {
  const problem = withPrices(plainTiny(seed), new Random(seed + 6_000_000));
  const lot = new Random(seed + 5_000_000).unit();
  if (lot > 0.3) return problem;
  return { ...problem, caregivers: problem.caregivers.map((caregiver, row) => (row === 1 ? { ...caregiver, mentoredBy: ["c-1"] } : caregiver)) };
}

function plainTiny(seed: number): Problem {
  const random = new Random(seed);
  const chance = (share: number): boolean => random.unit() < share;
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const travel = Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 0 : 5 + random.below(30)));
  const ids = ["x-1", "x-2", "x-3", "x-4"];
  const pair = chance(0.5) ? ["x-1", "x-2"] : ["x-2", "x-4"];
  const links: Link[] = [];
  if (chance(0.7)) {
    const kind = pick(["together", "sequence", "apart"] as const);
    if (kind === "sequence") {
      const least = pick([0, 20]);
      links.push({
        kind,
        visits: pair,
        from: pick(["start", "end"] as const),
        minMinutes: least,
        ...(chance(0.6) ? { maxMinutes: least + pick([0, 30]) } : {}),
      });
      // without this one caregiver could make others in between, which the search does not consider
      links.push({ kind: "apart", visits: pair });
    } else links.push({ kind, visits: pair });
  }
  const breaks: ShiftBreak[] = chance(0.5) ? [{ minutes: 30, from: "09:00", to: clockOf(600 + random.below(60)), required: chance(0.5) }] : [];
  const overtimeMinutes = pick([0, 0, 45]);
  return {
    horizon: { from: date, to: date },
    timeZone: "Asia/Shanghai",
    places: Array.from({ length: size }, (_, index) => ({ id: `n-${index}`, lng: 108 + index / 100, lat: 31 })),
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds: travel.map((minutes) => minutes * 60) } } },
    caregivers: ["c-1", "c-2"].map((id, row) => ({
      id,
      profile: "walk",
      shifts: [
        { date, from: "08:00", to: clockOf(11 * 60 + random.below(90)), start: "n-0", end: "n-0", overtimeMinutes, breaks: row === 0 ? breaks : [] },
      ],
    })),
    visits: ids.map((id, index): Visit => {
      const from = 8 * 60 + random.below(150);
      return {
        id,
        place: `n-${index + 1}`,
        serviceMinutes: pick([20, 35, 50]),
        when: { daily: [{ from: clockOf(from), to: clockOf(from + random.below(60)) }], soft: chance(0.5) },
        ...(chance(0.3) ? { required: true } : {}),
        priority: pick([3, 4, 5]),
        ...(chance(0.2) ? { prefers: ["c-2"] } : {}),
      };
    }),
    links,
    objective: {
      latenessMinute: pick([1, 3]),
      latestMinute: pick([0, 2]),
      overtimeMinute: pick([1, 4]),
      idlestMinute: pick([0, 0, 1]),
      missedBreak: pick([5, 40]),
      caregiverDay: pick([0, 15]),
    },
  };
}

function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries())
    for (const rest of permutations([...items.slice(0, index), ...items.slice(index + 1)])) yield [first, ...rest];
}

/** A way to do one shift: visits in order, and before which of them its break is taken (their number: after all), undefined where it is missed. */
interface Order {
  readonly visits: readonly number[];
  readonly breakAt: number | undefined;
}

function* ordersOf(visits: readonly number[], pause: ShiftBreak | undefined): Generator<Order> {
  for (const order of permutations(visits)) {
    const mayMiss = pause === undefined || pause.required === false || order.length === 0;
    if (mayMiss) yield { visits: order, breakAt: undefined };
    if (pause !== undefined && order.length > 0) for (let at = 0; at <= order.length; at++) yield { visits: order, breakAt: at };
  }
}

/** What linked orders of all shifts cost at their earliest times; infinite where they cannot be kept. */
function costOf(problem: Problem, orders: readonly Order[]): number {
  const { visits, caregivers, links = [], travel } = problem;
  const objective = {
    latenessMinute: 0,
    latestMinute: 0,
    overtimeMinute: 0,
    idlestMinute: 0,
    missedBreak: 0,
    caregiverDay: 0,
    caregiverYuan: 0,
    ratingPoint: 0,
    overdueDay: 5,
    ...problem.objective,
  };
  const profile = travel.profiles.walk;
  if (profile?.kind !== "matrix") throw new Error("a tiny problem walks by a matrix");
  const way = (from: number, to: number): number => (profile.durationsSeconds[from * size + to] ?? 0) / 60;
  const indexOf = (id: string): number => visits.findIndex((visit) => visit.id === id);
  const lengthOf = (visit: number): number => visits[visit]?.serviceMinutes ?? 0;
  const hoursOf = (visit: number): [number, number] => {
    const [window] = visits[visit]?.when?.daily ?? [];
    return [minutesOf(window?.from ?? ""), minutesOf(window?.to ?? "")];
  };
  const starts = visits.map((_, index) => hoursOf(index)[0]);
  const made = new Set(orders.flatMap((order) => order.visits));
  const returns: number[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    const putOff = (visit: number, moment: number): void => {
      if ((starts[visit] as number) >= moment) return;
      starts[visit] = moment;
      changed = true;
    };
    for (const [row, { visits: order, breakAt }] of orders.entries()) {
      const shift = caregivers[row]?.shifts[0];
      const pause = shift?.breaks?.[0];
      let [time, place] = [minutesOf(shift?.from ?? ""), 0];
      const rest = (): boolean => {
        if (pause === undefined) return true;
        time = Math.max(time, minutesOf(pause.from));
        if (time > minutesOf(pause.to)) return false;
        time += pause.minutes;
        return true;
      };
      for (const [index, visit] of order.entries()) {
        time += way(place, visit + 1);
        place = visit + 1;
        if (breakAt === index && !rest()) return Number.POSITIVE_INFINITY;
        putOff(visit, time);
        time = (starts[visit] as number) + lengthOf(visit);
        if (visits[visit]?.when?.soft !== true && (starts[visit] as number) > hoursOf(visit)[1]) return Number.POSITIVE_INFINITY;
      }
      if (order.length > 0 && breakAt === order.length && !rest()) return Number.POSITIVE_INFINITY;
      returns[row] = time + way(place, 0);
      if ((returns[row] as number) > minutesOf(shift?.to ?? "") + (shift?.overtimeMinutes ?? 0)) return Number.POSITIVE_INFINITY;
    }
    for (const link of links) {
      const [first = -1, second = -1] = link.visits.map(indexOf);
      if (!made.has(first) || (link.kind !== "sequence" && link.kind !== "together")) continue;
      const base = link.kind === "sequence" && link.from !== "start" ? lengthOf(first) : 0;
      const [least, most] = link.kind === "together" ? [0, 0] : [link.minMinutes ?? 0, link.maxMinutes ?? Number.POSITIVE_INFINITY];
      putOff(second, (starts[first] as number) + base + least);
      putOff(first, (starts[second] as number) - base - most);
    }
  }
  const late = [...made].map((visit) => Math.max(0, (starts[visit] as number) - hoursOf(visit)[1]));
  const each = orders.map(({ visits: order, breakAt }, row) => {
    const { from = "", to = "", breaks = [] } = caregivers[row]?.shifts[0] ?? {};
    const [pause] = breaks;
    const places = [0, ...order.map((visit) => visit + 1), 0];
    const road = order.length === 0 ? 0 : places.slice(1).reduce((sum, place, index) => sum + way(places[index] as number, place), 0);
    const busy =
      road + order.reduce((sum, visit) => sum + lengthOf(visit), 0) + (order.length === 0 || breakAt !== undefined ? (pause?.minutes ?? 0) : 0);
    const back = order.length === 0 ? 0 : (returns[row] as number);
    const disliked = order.filter(
      (visit) => (visits[visit]?.prefers ?? []).length > 0 && visits[visit]?.prefers?.includes(caregivers[row]?.id ?? "") !== true,
    );
    const { costPerHourFen = Math.max(0, ...caregivers.map((other) => other.costPerHourFen ?? 0)) } = caregivers[row] ?? {};
    const yuan = (order.reduce((sum, visit) => sum + lengthOf(visit), 0) * costPerHourFen) / 6000;
    const caregiver = caregivers[row];
    const below = caregiver === undefined ? 0 : pointsBelow(caregiver, caregivers);
    const missed = order.length > 0 && pause !== undefined && breakAt === undefined ? objective.missedBreak : 0;
    const over = Math.max(0, back - minutesOf(to));
    return {
      cost:
        road +
        yuan * objective.caregiverYuan +
        order.length * below * objective.ratingPoint +
        over * objective.overtimeMinute +
        missed +
        2 * disliked.length +
        (order.length > 0 ? objective.caregiverDay : 0),
      idle: Math.max(back, minutesOf(to)) - minutesOf(from) - busy,
    };
  });
  const left = visits.filter((_, index) => !made.has(index));
  const prices = [1000, 300, 100, 30, 10];
  const unserved = left.reduce(
    (sum, visit) => sum + (visit.required === true ? requiredPrice(problem) : (prices[(visit.priority ?? 3) - 1] ?? 0)),
    0,
  );
  const overdue = visits.reduce((sum, { when }, index) => {
    const days = daysBetween(when?.wantedBy ?? "2999-01-01", date) + (made.has(index) ? 0 : 1);
    return sum + Math.max(0, days);
  }, 0);
  return (
    overdue * objective.overdueDay +
    each.reduce((sum, { cost }) => sum + cost, 0) +
    unserved +
    late.reduce((sum, minutes) => sum + minutes, 0) * objective.latenessMinute +
    Math.max(0, ...late) * objective.latestMinute +
    Math.max(...each.map(({ idle }) => idle)) * objective.idlestMinute
  );
}

/** Whether links allow who makes what: −1 nobody. */
function linksAllow({ links = [], visits, caregivers }: Problem, maker: readonly number[]): boolean {
  const joint = links.filter(({ kind }) => kind === "together").flatMap((link) => link.visits);
  // of two caregivers the other one is the mentor, and makes the other of two visits together
  if (maker.some((row, visit) => (caregivers[row]?.mentoredBy ?? []).length > 0 && !joint.includes(visits[visit]?.id ?? ""))) return false;
  return links.every((link) => {
    const makers = link.visits.map((id) => maker[visits.findIndex((visit) => visit.id === id)] as number);
    if (makers.some((row) => row < 0)) return makers.every((row) => row < 0);
    return link.kind === "sequence" || new Set(makers).size === makers.length;
  });
}

/** Solves a tiny problem by trying every assignment, order and place of the break: the cost of its best plan. */
export function exhaustiveLinkedCost(problem: Problem): number {
  const { visits, caregivers } = problem;
  let best = Number.POSITIVE_INFINITY;
  const choices = caregivers.length + 1;
  for (let choice = 0; choice < choices ** visits.length; choice++) {
    const maker = visits.map((_, index) => (Math.floor(choice / choices ** index) % choices) - 1);
    if (!linksAllow(problem, maker)) continue;
    const all = caregivers.map(({ shifts }, row) => [
      ...ordersOf(
        maker.flatMap((own, visit) => (own === row ? [visit] : [])),
        shifts[0]?.breaks?.[0],
      ),
    ]);
    const [one = [], two = []] = all;
    for (const first of one) for (const second of two) best = Math.min(best, costOf(problem, [first, second]));
  }
  return best;
}

import { Random } from "../src/improve/random.js";
import { knownSecondsOfDay, printClock } from "../src/model/clock.js";
import type { Link } from "../src/model/link.js";
import type { Pattern } from "../src/model/pattern.js";
import type { Problem } from "../src/model/problem.js";
import { requiredPrice } from "../src/model/requiredPrice.js";
import type { Visit } from "../src/model/visit.js";

const days = ["2026-11-23", "2026-11-24", "2026-11-30"];
/** Days from the first: the third is a week later. */
const dayNumbers = [0, 1, 7];
const size = 5;
const minutesOf = (clock: string): number => knownSecondsOfDay(clock) / 60;
const clockOf = (minutes: number): string => printClock(minutes * 60);

/** A synthetic problem over three days small enough to try everything: four visits, two caregivers, travel in whole minutes, nothing soft. */
export function tinyDays(seed: number): Problem {
  const random = new Random(seed);
  const chance = (share: number): boolean => random.unit() < share;
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const travel = Array.from({ length: size * size }, (_, index) => (index % (size + 1) === 0 ? 0 : 5 + random.below(30)));
  const ids = ["x-1", "x-2", "x-3", "x-4"];
  const three = chance(0.5) ? ids.slice(0, 3) : ids.slice(0, 2);
  const kind = pick(["sameDay", "spacing", "oneOf", "sequence", "none"] as const);
  const links: Link[] =
    kind === "none"
      ? []
      : kind === "spacing"
        ? [{ kind, visits: three, minDays: pick([0, 1, 6]), ...(chance(0.4) ? { maxDays: 7 } : {}) }]
        : kind === "sequence"
          ? [{ kind, visits: ids.slice(0, 2), minMinutes: pick([0, 90, 1440]), ...(chance(0.3) ? { maxMinutes: 8 * 1440 } : {}) }]
          : [{ kind, visits: three }];
  const patterned = kind === "oneOf" ? ids.slice(2) : chance(0.5) ? ids.slice(1, 3) : ids.slice(0, 3);
  const patterns: Pattern[] = chance(0.7)
    ? [
        {
          visits: patterned,
          ...pick<Omit<Pattern, "visits">>([
            { sameWeekday: true },
            { sameCaregiver: "require" },
            { sameCaregiver: "prefer" },
            { startToleranceMinutes: pick([0, 20]) },
            { startToleranceMinutes: 20, sameCaregiver: "require" },
          ]),
        },
      ]
    : [];
  const priority = pick([3, 4, 5]);
  const required = chance(0.3);
  return {
    horizon: { from: days[0] as string, to: days[2] as string },
    timeZone: "Asia/Shanghai",
    places: Array.from({ length: size }, (_, index) => ({ id: `n-${index}`, lng: 108 + index / 100, lat: 31 })),
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds: travel.map((minutes) => minutes * 60) } } },
    caregivers: ["c-1", "c-2"].map((id) => ({
      id,
      profile: "walk",
      shifts: days.flatMap((date) => (chance(0.75) ? [{ date, from: "08:00", to: pick(["10:00", "12:00"]), start: "n-0", end: "n-0" }] : [])),
    })),
    visits: ids.map((id, index): Visit => {
      const from = 8 * 60 + random.below(100);
      return {
        id,
        person: pick(["p-1", "p-2"]),
        place: `n-${index + 1}`,
        serviceMinutes: pick([20, 35, 50]),
        when: { daily: [{ from: clockOf(from), to: clockOf(from + random.below(90)) }] },
        required,
        priority,
        ...(chance(0.2) ? { prefers: ["c-2"] } : {}),
      };
    }),
    links,
    patterns,
    history: { faces: { "p-1": { "c-1": 1 } } },
    objective: { newFace: pick([0, 4, 30]), unfairMinute: pick([0, 0.3, 0.6]), caregiverDay: pick([0, 15]) },
  };
}

function* permutations<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries())
    for (const rest of permutations([...items.slice(0, index), ...items.slice(index + 1)])) yield [first, ...rest];
}

/** A caregiver's day. */
interface Day {
  readonly row: number;
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

const daysOf = ({ caregivers }: Problem): Day[] =>
  caregivers.flatMap(({ shifts }, row) =>
    shifts.map(({ date, from, to }) => ({ row, day: dayNumbers[days.indexOf(date)] as number, from: minutesOf(from), to: minutesOf(to) })),
  );

const indexOf = ({ visits }: Problem, id: string): number => visits.findIndex((visit) => visit.id === id);

/** Whether links over days and patterns allow who makes what when, times apart: −1 nobody. */
function allows(problem: Problem, made: readonly (Day | undefined)[]): boolean {
  const there = (ids: readonly string[]): { readonly day: Day; readonly at: number }[] =>
    ids.flatMap((id, at) => {
      const day = made[indexOf(problem, id)];
      return day === undefined ? [] : [{ day, at }];
    });
  const links = (problem.links ?? []).every((link) => {
    const own = there(link.visits);
    if (link.kind === "oneOf") return own.length <= 1;
    if (link.kind === "sequence") return own.length !== 1;
    return own.every(({ day, at }) =>
      own.every((earlier) => {
        const gap = day.day - earlier.day.day;
        if (link.kind === "sameDay") return gap === 0;
        if (link.kind !== "spacing" || earlier.at >= at) return true;
        const steps = at - earlier.at;
        return gap >= steps * (link.minDays ?? 0) && gap <= steps * (link.maxDays ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
  const patterns = (problem.patterns ?? []).every(({ visits, sameWeekday, sameCaregiver }) => {
    const own = there(visits).map(({ day }) => day);
    const [first] = own;
    return own.every(
      (day) =>
        first === undefined || ((sameWeekday !== true || (day.day - first.day) % 7 === 0) && (sameCaregiver !== "require" || day.row === first.row)),
    );
  });
  return links && patterns;
}

/** Whether orders of days can be kept, sequences and rhythms among them: earliest times, put off until all agree. */
function canBeKept(problem: Problem, orders: readonly { readonly day: Day; readonly visits: readonly number[] }[]): boolean {
  const profile = problem.travel.profiles.walk;
  if (profile?.kind !== "matrix") throw new Error("a tiny problem walks by a matrix");
  const way = (from: number, to: number): number => (profile.durationsSeconds[from * size + to] ?? 0) / 60;
  const least = problem.visits.map(() => 0);
  const starts = problem.visits.map(() => -1);
  const dayOf = problem.visits.map((): Day | undefined => undefined);
  for (const { day, visits } of orders) for (const visit of visits) dayOf[visit] = day;
  const moment = (visit: number): number => (dayOf[visit]?.day ?? 0) * 1440 + (starts[visit] as number);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { day, visits } of orders) {
      let [time, place] = [day.from, 0];
      for (const visit of visits) {
        const { when, serviceMinutes = 0 } = problem.visits[visit] ?? {};
        const [hours] = when?.daily ?? [];
        time = Math.max(time + way(place, visit + 1), minutesOf(hours?.from ?? ""), least[visit] as number);
        if (time > minutesOf(hours?.to ?? "")) return false;
        starts[visit] = time;
        time += serviceMinutes;
        place = visit + 1;
      }
      if (visits.length > 0 && time + way(place, 0) > day.to) return false;
    }
    const putOff = (visit: number, to: number): void => {
      if ((starts[visit] as number) >= to) return;
      least[visit] = to;
      changed = true;
    };
    for (const link of problem.links ?? []) {
      if (link.kind !== "sequence") continue;
      const [one = -1, other = -1] = link.visits.map((id) => indexOf(problem, id));
      const days = dayOf[other]?.day ?? 0;
      if (dayOf[one] === undefined) continue;
      const since = moment(one) + (problem.visits[one]?.serviceMinutes ?? 0);
      putOff(other, since + (link.minMinutes ?? 0) - days * 1440);
      if (!changed && moment(other) - since > (link.maxMinutes ?? Number.POSITIVE_INFINITY)) return false;
    }
    for (const { visits, startToleranceMinutes } of problem.patterns ?? []) {
      if (startToleranceMinutes === undefined) continue;
      const own = visits.map((id) => indexOf(problem, id)).filter((visit) => dayOf[visit] !== undefined);
      const latest = Math.max(...own.map((visit) => starts[visit] as number));
      for (const visit of own) putOff(visit, latest - startToleranceMinutes);
    }
  }
  return true;
}

/** The road of an order, minutes. */
function roadOf(problem: Problem, visits: readonly number[]): number {
  const profile = problem.travel.profiles.walk;
  if (profile?.kind !== "matrix") throw new Error("a tiny problem walks by a matrix");
  const places = [0, ...visits.map((visit) => visit + 1), 0];
  return places.slice(1).reduce((sum, place, index) => sum + (profile.durationsSeconds[(places[index] as number) * size + place] ?? 0) / 60, 0);
}

/** What who makes what costs, the road apart. */
function priceOf(problem: Problem, made: readonly (Day | undefined)[]): number {
  const { visits, links = [], patterns = [], caregivers, history, objective } = problem;
  const { newFace = 0, unfairMinute = 0 } = objective ?? {};
  const isStoodFor = (visit: Visit): boolean =>
    links.some(
      (link) =>
        link.kind === "oneOf" &&
        link.visits.includes(visit.id) &&
        (link.visits.some((id) => made[indexOf(problem, id)] !== undefined) || link.visits[0] !== visit.id),
    );
  const left = visits.filter((visit, index) => made[index] === undefined && !isStoodFor(visit));
  const optional = [1000, 300, 100, 30, 10];
  const unserved = left.reduce(
    (sum, { required, priority = 3 }) => sum + (required === true ? requiredPrice(problem) : (optional[priority - 1] ?? 0)),
    0,
  );
  const disliked = visits.filter(({ prefers = [] }, index) => {
    const row = made[index]?.row;
    return prefers.length > 0 && row !== undefined && !prefers.includes(caregivers[row]?.id ?? "");
  }).length;
  const faces = new Set(
    visits.flatMap(({ person = "" }, index) => {
      const id = caregivers[made[index]?.row ?? -1]?.id;
      return id === undefined || (history?.faces?.[person]?.[id] ?? 0) > 0 ? [] : [`${person} ${id}`];
    }),
  ).size;
  const further = patterns
    .filter(({ sameCaregiver }) => sameCaregiver === "prefer")
    .map((pattern) => new Set(pattern.visits.flatMap((id) => made[indexOf(problem, id)]?.row ?? [])).size)
    .reduce((sum, count) => sum + Math.max(0, count - 1), 0);
  const all = daysOf(problem);
  const length = (own: readonly Day[]): number => own.reduce((sum, { from, to }) => sum + to - from, 0);
  const service = visits.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0);
  const unfair = caregivers.reduce((sum, _, row) => {
    const share = all.length === 0 ? 0 : Math.floor((service * 60 * length(all.filter((day) => day.row === row))) / length(all)) / 60;
    const load = visits.reduce((total, { serviceMinutes }, index) => total + (made[index]?.row === row ? serviceMinutes : 0), 0);
    return sum + Math.max(0, load - share);
  }, 0);
  return unserved + 2 * disliked + (faces + further) * newFace + unfair * unfairMinute;
}

/** Solves a tiny problem over days by trying every assignment and order: the cost of its best plan. */
export function exhaustiveDaysCost(problem: Problem): number {
  const { visits, objective } = problem;
  const all = daysOf(problem);
  let best = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < (all.length + 1) ** visits.length; choice++) {
    const made = visits.map((_, index) => all[(Math.floor(choice / (all.length + 1) ** index) % (all.length + 1)) - 1]);
    if (!allows(problem, made)) continue;
    const price = priceOf(problem, made);
    if (price >= best) continue;
    const orders = all.map((day) => [...permutations(visits.flatMap((_, visit) => (made[visit] === day ? [visit] : [])))]);
    const counts = orders.map(({ length }) => length);
    for (let number = 0; number < counts.reduce((product, count) => product * count, 1); number++) {
      let rest = number;
      const chosen = orders.map((list, index) => {
        const at = rest % (counts[index] as number);
        rest = Math.floor(rest / (counts[index] as number));
        return { day: all[index] as Day, visits: list[at] ?? [] };
      });
      const busy = chosen.filter((order) => order.visits.length > 0);
      const cost = price + busy.reduce((sum, order) => sum + roadOf(problem, order.visits) + (objective?.caregiverDay ?? 0), 0);
      if (cost < best && canBeKept(problem, busy)) best = cost;
    }
  }
  return best;
}

import { Random } from "../src/improve/random.js";
import type { Caregiver, Shift } from "../src/model/caregiver.js";
import { printClock } from "../src/model/clock.js";
import type { Place, Problem } from "../src/model/problem.js";
import type { Transport } from "../src/model/transport.js";
import type { Vehicle } from "../src/model/vehicle.js";
import type { Visit } from "../src/model/visit.js";
import { withPeopleRules } from "./withPeopleRules.js";
import { withPrices } from "./withPrices.js";
import { withWorkRules } from "./withWorkRules.js";

/** What a synthetic problem for tests is to have. */
export interface Wanted {
  readonly visits: number;
  readonly caregivers: number;
  readonly days: number;
  /** True for skills, wishes, limits, two windows, stock, transports and whatever else a problem can state. */
  readonly rich: boolean;
  /** People to be carried in a rich problem; one to eight visits where absent. */
  readonly transports?: number;
}

const horizonFrom = 23;
const dateOf = (day: number): string => `2026-11-${horizonFrom + day}`;

/** A synthetic problem drawn from a seed: the same seed, the same problem. */
export function randomProblem(seed: number, { visits, caregivers, days, rich, transports = Math.max(1, visits >> 3) }: Wanted): Problem {
  const random = new Random(seed);
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const chance = (share: number): boolean => rich && random.unit() < share;
  const pick = <Value>(values: readonly Value[]): Value => values[random.below(values.length)] as Value;
  const clock = (minutes: number): string => printClock(minutes * 60);
  const places: Place[] = Array.from({ length: visits + 2 }, (_, index) => ({
    id: index < 2 ? `station-${index + 1}` : `home-${index - 1}`,
    lng: 108.5 + random.unit() * 0.2,
    lat: 31.9 + random.unit() * 0.2,
  }));
  const shiftOn = (day: number): Shift => {
    const from = between(7, 10) * 60;
    const to = from + between(7, 10) * 60;
    const breaks = [
      ...(random.unit() < 0.6 ? [{ minutes: pick([30, 45, 60]), from: "11:30", to: "13:30", paid: chance(0.3) }] : []),
      ...(to >= 15 * 60 && chance(0.2) ? [{ minutes: 15, from: "14:30", to: "15:30", paid: true }] : []),
    ];
    return { date: dateOf(day), from: clock(from), to: clock(to), start: "station-1", end: chance(0.3) ? "station-2" : "station-1", breaks };
  };
  const team = Array.from(
    { length: caregivers },
    (_, index): Caregiver => ({
      id: `c-${index + 1}`,
      sex: pick(["female", "male"] as const),
      languages: chance(0.5) ? ["zh", "mn"] : ["zh"],
      skills: { care: between(1, 2), ...(chance(0.6) ? { bathing: 1 } : {}) },
      ...(chance(0.5) ? { certificates: [{ kind: "nurse", level: 1, validTo: dateOf(between(0, days)) }] } : {}),
      ...(chance(0.4) ? { workMinutes: { perDay: between(240, 480), perWeek: between(400, 2000) } } : {}),
      ...(chance(0.3) ? { serviceTimeFactor: pick([0.9, 1.2]) } : {}),
      ...(chance(0.3) ? { stock: { meals: between(1, 4) } } : {}),
      ...(chance(0.3) ? { tags: ["village-2"] } : {}),
      profile: chance(0.3) ? "walk" : "car",
      shifts: Array.from({ length: days }, (_, day) => shiftOn(day)).filter(() => !chance(0.1)),
    }),
  );
  const windows = () => {
    const from = between(8, 14) * 60;
    const morning = { from: clock(from), to: clock(from + between(1, 8) * 30) };
    return chance(0.4) ? [morning, { from: clock(between(15, 16) * 60), to: clock(between(33, 36) * 30) }] : [morning];
  };
  const someone = (): string => pick(team).id;
  const demand = Array.from({ length: visits }, (_, index): Visit => {
    const dates = days > 1 && random.unit() < 0.5 ? [dateOf(random.below(days))] : undefined;
    return {
      id: `x-${index + 1}`,
      person: `p-${1 + (index >> 1)}`,
      place: `home-${index + 1}`,
      service: "care",
      serviceMinutes: pick([20, 30, 45, 60, 90]),
      when: { ...(dates === undefined ? {} : { dates }), ...(random.unit() < 0.8 ? { daily: windows() } : {}) },
      needs: {
        skills: { care: chance(0.3) ? 2 : 1, ...(chance(0.15) ? { bathing: 1 } : {}) },
        ...(chance(0.1) ? { certificates: [{ kind: "nurse", level: 1 }] } : {}),
        sex: chance(0.2) ? "female" : null,
        language: chance(0.1) ? "mn" : null,
        ...(chance(0.1) ? { tags: ["village-2"] } : {}),
        ...(chance(0.3) ? { stock: { meals: 1 } } : {}),
      },
      priority: between(1, 5),
      required: chance(0.1),
      prefers: chance(0.3) ? [someone()] : [],
      bars: chance(0.1) ? [someone()] : [],
    };
  });
  const problem: Problem = {
    horizon: { from: dateOf(0), to: dateOf(days - 1) },
    timeZone: "Asia/Shanghai",
    places,
    travel: {
      profiles: {
        car: { kind: "straightLine", circuity: 1.44, metresPerSecond: 8.3 },
        walk: { kind: "straightLine", circuity: 1.3, metresPerSecond: 4 },
      },
    },
    caregivers: team,
    visits: demand,
    objective: { waitingMinute: pick([0, 0, 1]), caregiverDay: pick([0, 20]) },
  };
  if (!rich) return problem;
  const carried = withTransports(problem, transports, new Random(seed + 1_000_000));
  const whole = withPrices(withPeopleRules(carried, new Random(seed + 5_000_000)), new Random(seed + 6_000_000));
  const lot = new Random(seed + 3_000_000);
  return lot.unit() < 0.5 ? withWorkRules(whole, lot, 0.4, [180, 480]) : whole;
}

/** The same with people to be carried, vehicles to carry them, open ends, equipment, and moments of release and due dates. */
function withTransports(problem: Problem, count: number, random: Random): Problem {
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const chance = (share: number): boolean => random.unit() < share;
  const { from, to } = problem.horizon;
  const anywhere = (): string => problem.places[random.below(problem.places.length)]?.id ?? "";
  const moment = (date: string): string => (chance(0.5) ? date : `${date}T${printClock(between(16, 30) * 1800)}`);
  const vehicles = problem.caregivers.map(
    ({ id }): Vehicle => ({
      id: `van of ${id}`,
      ...(chance(0.9) ? { seats: between(1, 4) } : {}),
      ...(chance(0.7) ? { wheelchairs: between(0, 2) } : {}),
      ...(chance(0.5) ? { equipment: ["bathUnit"] } : {}),
      ...(chance(0.3) ? { stock: { meals: between(1, 3) } } : {}),
    }),
  );
  return {
    ...problem,
    vehicles,
    caregivers: problem.caregivers.map((caregiver, row) => ({
      ...caregiver,
      shifts: caregiver.shifts.map(({ end, ...shift }) => ({
        ...shift,
        ...(end === undefined || chance(0.2) ? {} : { end }),
        ...(chance(0.7) ? { vehicle: vehicles[row]?.id ?? "" } : {}),
      })),
    })),
    visits: problem.visits.map((visit) => {
      const moments = chance(0.5) ? { notBefore: moment(from) } : { dueBy: moment(to) };
      return {
        ...visit,
        when: { ...visit.when, ...(chance(0.4) ? moments : {}) },
        needs: { ...visit.needs, ...(chance(0.1) ? { equipment: ["bathUnit"] } : {}) },
      };
    }),
    transports: Array.from({ length: count }, (_, index): Transport => {
      const opens = between(16, 24) * 1800;
      return {
        id: `t-${index + 1}`,
        person: `p-carried-${index + 1}`,
        from: anywhere(),
        to: anywhere(),
        boardMinutes: between(0, 10),
        alightMinutes: between(0, 10),
        ...(chance(0.6) ? { longestRideMinutes: between(20, 90) } : {}),
        ...(chance(0.5) ? { seats: between(0, 2) } : {}),
        ...(chance(0.3) ? { wheelchair: true } : {}),
        when: {
          ...(chance(0.3) ? { dates: { from, to: from } } : {}),
          ...(chance(0.4) ? { daily: [{ from: printClock(opens), to: printClock(opens + between(1, 8) * 1800) }] } : {}),
          ...(chance(0.4) ? { alight: [{ from: printClock(opens + 1800), to: printClock(opens + between(2, 10) * 1800) }] } : {}),
          ...(chance(0.2) ? { dueBy: moment(to) } : {}),
        },
        priority: between(1, 5),
        required: chance(0.1),
      };
    }),
  };
}

import { Random } from "../src/improve/random.js";
import type { Caregiver, Shift } from "../src/model/caregiver.js";
import { printClock } from "../src/model/clock.js";
import type { Place, Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";

/** What a synthetic problem for tests is to have. */
export interface Wanted {
  readonly visits: number;
  readonly caregivers: number;
  readonly days: number;
  /** True for skills, wishes, limits, two windows, stock and whatever else a problem can state. */
  readonly rich: boolean;
}

const horizonFrom = 23;
const dateOf = (day: number): string => `2026-11-${horizonFrom + day}`;

/** A synthetic problem drawn from a seed: the same seed, the same problem. */
export function randomProblem(seed: number, { visits, caregivers, days, rich }: Wanted): Problem {
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
  return {
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
}

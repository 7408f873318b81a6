import { Random } from "../src/improve/random.js";
import { printClock } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import { daysLater } from "./daysLater.js";
import { withPeopleRules } from "./withPeopleRules.js";
import { withPrices } from "./withPrices.js";
import { withWorkRules } from "./withWorkRules.js";

/** What of a tiny problem is left out, to be put in later. */
export interface TinyWanted {
  readonly visits: number;
  readonly days: number;
  /** True for overtime, days of rest, a history of both, training, areas, what hours cost and dates by which visits are wanted. */
  readonly rules?: boolean;
  /** People to be carried, in the first caregiver's van of two seats, some with a longest ride. */
  readonly transports?: number;
}

/** A synthetic problem small enough to be solved by trying everything; all times fall on whole minutes. */
export function tinyProblem(seed: number, { rules = false, ...wanted }: TinyWanted): Problem {
  const problem = plainTiny(seed, wanted);
  if (!rules) return problem;
  const worked = withWorkRules(daysLater(problem, seed % 8), new Random(seed + 3_000_000), 0.8, [40, 90]);
  return withPrices(withPeopleRules(worked, new Random(seed + 5_000_000)), new Random(seed + 6_000_000));
}

function plainTiny(seed: number, { visits, days, transports = 0 }: TinyWanted): Problem {
  const random = new Random(seed);
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const clock = (minutes: number): string => printClock(minutes * 60);
  const dates = ["2026-11-23", "2026-11-24"].slice(0, days);
  // a town of crossing streets, a minute a block: travel times are whole minutes and no way round is shorter
  const corners = Array.from({ length: visits + 2 }, () => [between(0, 20), between(0, 20)] as const);
  const durationsSeconds = corners.flatMap((a) => corners.map((b) => 60 * (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]))));
  const problem: Problem = {
    horizon: { from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    timeZone: "Asia/Shanghai",
    places: corners.map(([x, y], index) => ({ id: `corner-${index}`, lng: 108 + x / 100, lat: 31 + y / 100 })),
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds } } },
    caregivers: ["c-1", "c-2"].map((id) => ({
      id,
      skills: { care: between(1, 2) },
      profile: "walk",
      ...(random.unit() < 0.4 ? { workMinutes: { perDay: between(100, 300) } } : {}),
      shifts: dates.map((date) => {
        const from = between(8, 9) * 60;
        return {
          date,
          from: clock(from),
          to: clock(from + between(150, 300)),
          start: `corner-${random.below(2)}`,
          end: "corner-0",
          breaks: random.unit() < 0.5 ? [{ minutes: between(10, 30), from: "10:00", to: "11:00", paid: random.unit() < 0.3 }] : [],
        };
      }),
    })),
    visits: Array.from({ length: visits }, (_, index) => {
      const from = between(8 * 60, 11 * 60);
      const first = { from: clock(from), to: clock(from + between(0, 60)) };
      const second = { from: clock(from + 90), to: clock(from + 90 + between(0, 60)) };
      return {
        id: `x-${index + 1}`,
        place: `corner-${index + 2}`,
        serviceMinutes: between(10, 50),
        when: {
          ...(random.unit() < 0.4 ? { dates: [dates[random.below(dates.length)] ?? ""] } : {}),
          ...(random.unit() < 0.8 ? { daily: random.unit() < 0.5 ? [first] : [first, second] } : {}),
        },
        needs: { skills: { care: random.unit() < 0.2 ? 2 : 1 } },
        priority: between(1, 5),
        required: random.unit() < 0.1,
        prefers: random.unit() < 0.3 ? ["c-1"] : [],
      };
    }),
    objective: {
      unservedPriority: [200, 100, 60, 30, 10],
      waitingMinute: random.below(2),
      caregiverDay: 15 * random.below(2),
      notPreferred: 7,
    },
  };
  if (transports === 0) return problem;
  return {
    ...problem,
    vehicles: [{ id: "van", seats: 2 }],
    caregivers: problem.caregivers.map((caregiver, row) => ({
      ...caregiver,
      shifts: caregiver.shifts.map(({ end = "", ...shift }) => ({
        ...shift,
        ...(random.unit() < 0.7 ? { end } : {}),
        ...(row === 0 ? { vehicle: "van" } : {}),
      })),
    })),
    transports: Array.from({ length: transports }, (_, index) => {
      const from = between(9 * 60, 11 * 60);
      return {
        id: `t-${index + 1}`,
        from: `corner-${random.below(visits + 2)}`,
        to: `corner-${random.below(visits + 2)}`,
        boardMinutes: between(0, 5),
        alightMinutes: between(0, 5),
        ...(random.unit() < 0.7 ? { longestRideMinutes: between(15, 60) } : {}),
        seats: between(1, 2),
        when: random.unit() < 0.6 ? { alight: [{ from: clock(from), to: clock(from + 20) }] } : {},
        priority: between(1, 3),
      };
    }),
  };
}

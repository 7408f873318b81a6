import { Random } from "../src/improve/random.js";
import type { Caregiver } from "../src/model/caregiver.js";
import { printClock } from "../src/model/clock.js";
import type { Problem } from "../src/model/problem.js";
import type { Tour } from "../src/model/tour.js";
import { exhaustiveCost } from "./exhaustive.js";
import { tourDates } from "./onTour.js";

/** What of a tiny problem with a tour is left out, to be put in later. */
export interface TinyTourWanted {
  readonly visits: number;
  readonly days: number;
  readonly transports?: number;
}

/** A synthetic problem small enough to be solved by trying everything: a tour of two, now and then somebody alone beside it. */
export function tinyTour(seed: number, { visits, days, transports = 0 }: TinyTourWanted): Problem {
  const random = new Random(seed);
  const between = (from: number, to: number): number => from + random.below(to - from + 1);
  const clock = (minutes: number): string => printClock(minutes * 60);
  const dates = tourDates.slice(0, days);
  // as in `tinyProblem`, a town of crossing streets; the first corners are the base and the lodgings
  const corners = Array.from({ length: visits + 4 }, () => [between(0, 25), between(0, 25)] as const);
  const durationsSeconds = corners.flatMap((a) => corners.map((b) => 60 * (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]))));
  const hours = dates.map((date) => {
    const from = between(8, 9) * 60;
    const breaks = random.unit() < 0.4 ? [{ minutes: between(10, 30), from: "10:00", to: "11:00" }] : [];
    return {
      date,
      from: clock(from),
      to: clock(from + between(150, 230)),
      start: "corner-0",
      ...(random.unit() < 0.8 ? { end: "corner-0" } : {}),
      breaks,
    };
  });
  const skilled = random.below(2);
  const crew = ["c-1", "c-2"].map(
    (id, row): Caregiver => ({
      id,
      skills: { care: row === skilled ? 2 : 1 },
      profile: "walk",
      ...(random.unit() < 0.3 ? { workMinutes: { perDay: between(100, 200) } } : {}),
      shifts: hours,
    }),
  );
  const alone: Caregiver = {
    id: "c-3",
    skills: { care: 1 },
    profile: "walk",
    shifts: [{ date: dates[random.below(days)] ?? "", from: "08:00", to: "10:30", start: "corner-0", end: "corner-0" }],
  };
  return {
    horizon: { from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    timeZone: "Asia/Shanghai",
    places: corners.map(([x, y], index) => ({ id: `corner-${index}`, lng: 110 + x / 100, lat: 43 + y / 100 })),
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds } } },
    caregivers: random.unit() < 0.4 ? [...crew, alone] : crew,
    vehicles: [{ id: "van", seats: 2 }],
    tours: [
      {
        id: "tour-1",
        vehicle: "van",
        crew: ["c-1", "c-2"],
        dates: [...dates],
        ...(days > 1 ? { lodgings: ["corner-1", "corner-2", ...(random.unit() < 0.3 ? ["corner-0"] : [])], restMinutes: 600 } : {}),
      },
    ],
    visits: Array.from({ length: visits }, (_, index) => {
      const from = between(8 * 60, 11 * 60);
      return {
        id: `x-${index + 1}`,
        place: `corner-${index + 4}`,
        serviceMinutes: between(10, 60),
        when: {
          ...(random.unit() < 0.3 ? { dates: [dates[random.below(days)] ?? ""] } : {}),
          ...(random.unit() < 0.5 ? { daily: [{ from: clock(from), to: clock(from + between(0, 90)) }] } : {}),
        },
        needs: { skills: { care: random.unit() < 0.4 ? 2 : 1 } },
        priority: between(1, 5),
      };
    }),
    ...(transports === 0
      ? {}
      : {
          transports: Array.from({ length: transports }, (_, index) => ({
            id: `t-${index + 1}`,
            from: `corner-${random.below(visits + 4)}`,
            to: `corner-${random.below(visits + 4)}`,
            boardMinutes: between(0, 5),
            alightMinutes: between(0, 5),
            ...(random.unit() < 0.5 ? { longestRideMinutes: between(15, 60) } : {}),
            priority: between(1, 3),
          })),
        }),
    objective: { unservedPriority: [300, 200, 120, 80, 40], waitingMinute: random.below(2), caregiverDay: 10 * random.below(2) },
  };
}

const everyWay = (lodgings: readonly string[], nights: number): string[][] =>
  nights === 0 ? [[]] : everyWay(lodgings, nights - 1).flatMap((way) => lodgings.map((lodging) => [...way, lodging]));

/** The cost of the best plan of such a problem, by trying every way of spending the nights, and leaving the tour at home. */
export function exhaustiveTourCost({ tours = [], ...problem }: Problem): number {
  const [tour] = tours as [Tour];
  const crew = problem.caregivers.filter(({ id }) => tour.crew.includes(id));
  const [leader] = crew as [Caregiver];
  const others = problem.caregivers.filter(({ id }) => !tour.crew.includes(id));
  const { shifts } = leader;
  const atHome = exhaustiveCost({ ...problem, caregivers: others });
  const out = everyWay(tour.lodgings ?? [], shifts.length - 1).map((nights) => {
    const team: Caregiver = {
      ...leader,
      skills: { care: Math.max(...crew.map(({ skills }) => skills?.care ?? 0)) },
      workMinutes: { perDay: Math.min(...crew.map(({ workMinutes }) => workMinutes?.perDay ?? 1440)) },
      shifts: shifts.map(({ end, ...shift }, day) => {
        const last = day === nights.length ? end : nights[day];
        return { ...shift, vehicle: "van", start: day === 0 ? shift.start : (nights[day - 1] ?? ""), ...(last === undefined ? {} : { end: last }) };
      }),
    };
    const vehicles = problem.vehicles?.map(({ seats = 0, ...vehicle }) => ({ ...vehicle, seats: seats - (crew.length - 1) })) ?? [];
    return exhaustiveCost({ ...problem, vehicles, caregivers: [team, ...others] }, ({ id }) => (id === team.id ? crew.length : 0));
  });
  return Math.min(atHome, ...out);
}

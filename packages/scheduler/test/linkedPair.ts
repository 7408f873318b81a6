import type { Caregiver, Shift } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";

const day: Shift = { date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station" };

/** Two homes ten minutes from the station and from each other, two caregivers without breaks, visits of an hour and of half an hour, both required. */
export function linkedPair({
  links,
  visits = [{}, {}],
  shift = {},
  caregivers = 2,
  objective,
}: {
  readonly links?: Problem["links"];
  readonly visits?: readonly [Partial<Visit>, Partial<Visit>];
  readonly shift?: Partial<Shift>;
  readonly caregivers?: number;
  readonly objective?: Problem["objective"];
} = {}): Problem {
  const minutes = [0, 10, 10, 10, 0, 10, 10, 10, 0];
  return {
    horizon: { from: "2026-11-23", to: "2026-11-24" },
    timeZone: "Asia/Shanghai",
    places: [
      { id: "station", lng: 108.5, lat: 31.9 },
      { id: "home-1", lng: 108.6, lat: 31.9 },
      { id: "home-2", lng: 108.5, lat: 32 },
    ],
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds: minutes.map((minute) => minute * 60) } } },
    caregivers: Array.from({ length: caregivers }, (_, row): Caregiver => ({ id: `c-${row + 1}`, profile: "walk", shifts: [{ ...day, ...shift }] })),
    visits: [
      { id: "x-1", place: "home-1", serviceMinutes: 60, required: true, ...visits[0] },
      { id: "x-2", place: "home-2", serviceMinutes: 30, required: true, ...visits[1] },
    ],
    ...(links === undefined ? {} : { links }),
    ...(objective === undefined ? {} : { objective }),
  };
}

import type { Caregiver, Shift } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Tour } from "../src/model/tour.js";
import type { Visit } from "../src/model/visit.js";

/** The dates of a short week. */
export const tourDates = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;

/** What a test changes of `onTour`. */
export interface TourWanted {
  readonly days?: number;
  readonly tour?: Partial<Tour>;
  readonly crew?: readonly [Partial<Caregiver>, Partial<Caregiver>];
  readonly shift?: Partial<Shift>;
  readonly visits?: readonly [Partial<Visit>, Partial<Visit>] | undefined;
  readonly seats?: number;
  readonly objective?: Problem["objective"];
}

/**
 * A road of kilometre stones, a minute a kilometre: the base at 0, a camp at 60 and one at 100, two homes at 50 and 110. Two
 * caregivers go out as one team in a van, for one day where nothing else is said; each home asks for a visit of an hour.
 */
export function onTour({ days = 1, tour = {}, crew = [{}, {}], shift = {}, visits = [{}, {}], seats = 3, objective }: TourWanted = {}): Problem {
  // no way is too far for a visit
  const wanted = { unservedPriority: [1000, 1000, 1000, 1000, 1000], ...objective };
  const stones = { base: 0, "camp-1": 60, "camp-2": 100, "home-1": 50, "home-2": 110 };
  const dates = tourDates.slice(0, days);
  const shifts = dates.map((date) => ({ date, from: "08:00", to: "14:00", start: "base", end: "base", ...shift }));
  return {
    horizon: { from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    timeZone: "Asia/Shanghai",
    places: Object.entries(stones).map(([id, kilometres]) => ({ id, lng: 110 + kilometres / 100, lat: 43 })),
    travel: {
      profiles: {
        road: {
          kind: "matrix",
          durationsSeconds: Object.values(stones).flatMap((from) => Object.values(stones).map((to) => 60 * Math.abs(from - to))),
        },
      },
    },
    caregivers: [
      { id: "c-1", profile: "road", shifts, ...crew[0] },
      { id: "c-2", profile: "road", shifts, ...crew[1] },
    ],
    vehicles: [{ id: "van", seats }],
    tours: [
      {
        id: "tour-1",
        vehicle: "van",
        crew: ["c-1", "c-2"],
        dates: [...dates],
        ...(days > 1 ? { lodgings: ["camp-1", "camp-2"], restMinutes: 600 } : {}),
        ...tour,
      },
    ],
    visits: [
      { id: "x-1", person: "p-1", place: "home-1", serviceMinutes: 60, ...visits[0] },
      { id: "x-2", person: "p-2", place: "home-2", serviceMinutes: 60, ...visits[1] },
    ],
    objective: wanted,
  };
}

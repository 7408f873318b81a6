import type { Caregiver } from "../src/model/caregiver.js";
import type { History } from "../src/model/history.js";
import type { Problem } from "../src/model/problem.js";

/** What the two searches are asked with: a price on the idlest shift takes the search of an order of appointments. */
export const bothSearches: readonly (readonly [string, NonNullable<Problem["objective"]>])[] = [
  ["the search of routes", {}],
  ["the search of an order of appointments", { idlestMinute: 0.001 }],
];

/** One caregiver, and on each date one visit ten minutes away that takes so many minutes there and back. */
export function workDays(
  days: Readonly<Record<string, number>>,
  {
    caregiver = {},
    history,
    objective = {},
    horizon,
  }: { caregiver?: Partial<Caregiver>; history?: History; objective?: Problem["objective"]; horizon?: Problem["horizon"] },
): Problem {
  const dates = Object.keys(days).sort();
  return {
    horizon: horizon ?? { from: dates[0] ?? "", to: dates.at(-1) ?? "" },
    timeZone: "Asia/Shanghai",
    places: [
      { id: "station", lng: 108.5, lat: 31.9 },
      { id: "home", lng: 108.6, lat: 31.9 },
    ],
    travel: { profiles: { walk: { kind: "matrix", durationsSeconds: [0, 600, 600, 0] } } },
    caregivers: [
      {
        id: "c-1",
        profile: "walk",
        shifts: dates.map((date) => ({ date, from: "06:00", to: "22:00", start: "station", end: "station" })),
        ...caregiver,
      },
    ],
    visits: dates.map((date) => ({ id: date, place: "home", serviceMinutes: (days[date] ?? 0) - 20, when: { dates: [date] }, required: true })),
    ...(history === undefined ? {} : { history }),
    objective,
  };
}

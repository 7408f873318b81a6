import type { Caregiver } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Visit } from "../src/model/visit.js";

/** Two homes ten minutes from the station and from each other, one caregiver with a lunch break, one day. */
export function twoVisits(amend: { caregiver?: Partial<Caregiver>; visit?: Partial<Visit>; objective?: Problem["objective"] } = {}): Problem {
  const minutes = [0, 10, 10, 10, 0, 10, 10, 10, 0];
  return {
    horizon: { from: "2026-11-23", to: "2026-11-23" },
    timeZone: "Asia/Shanghai",
    places: [
      { id: "station", lng: 108.5, lat: 31.9 },
      { id: "home-1", lng: 108.6, lat: 31.9 },
      { id: "home-2", lng: 108.5, lat: 32 },
    ],
    travel: {
      profiles: {
        walk: { kind: "matrix", durationsSeconds: minutes.map((minute) => minute * 60), distancesMetres: minutes.map((minute) => minute * 80) },
      },
    },
    caregivers: [
      {
        id: "c-1",
        profile: "walk",
        shifts: [
          {
            date: "2026-11-23",
            from: "08:00",
            to: "16:00",
            start: "station",
            end: "station",
            breaks: [{ minutes: 60, from: "11:30", to: "13:00", paid: false }],
          },
        ],
        ...amend.caregiver,
      },
    ],
    visits: [
      {
        id: "x-1",
        person: "p-1",
        place: "home-1",
        service: "bathing",
        serviceMinutes: 60,
        when: { daily: [{ from: "09:00", to: "10:00" }] },
        ...amend.visit,
      },
      { id: "x-2", person: "p-2", place: "home-2", service: "cleaning", serviceMinutes: 30, when: { daily: [{ from: "13:00", to: "15:00" }] } },
    ],
    ...(amend.objective === undefined ? {} : { objective: amend.objective }),
  };
}

import type { Caregiver, Shift } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Transport } from "../src/model/transport.js";
import type { Vehicle } from "../src/model/vehicle.js";
import { twoVisits } from "./twoVisits.js";

/** The two homes of `twoVisits`, one person to be carried from the first to the second in the caregiver's van, and no break. */
export function oneTransport(
  amend: { caregiver?: Partial<Caregiver>; shift?: Partial<Shift>; vehicle?: Partial<Vehicle>; transport?: Partial<Transport> } = {},
): Problem {
  const shift = { date: "2026-11-23", from: "08:00", to: "16:00", start: "station", end: "station", vehicle: "van-1", ...amend.shift };
  return {
    ...twoVisits({ caregiver: { shifts: [shift], ...amend.caregiver } }),
    vehicles: [{ id: "van-1", seats: 2, wheelchairs: 1, ...amend.vehicle }],
    transports: [
      {
        id: "t-1",
        person: "p-20",
        from: "home-1",
        to: "home-2",
        boardMinutes: 5,
        alightMinutes: 5,
        longestRideMinutes: 30,
        when: { daily: [{ from: "10:00", to: "11:00" }] },
        ...amend.transport,
      },
    ],
  };
}

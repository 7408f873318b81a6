import type { Beds } from "../src/model/bed.js";
import type { Caregiver } from "../src/model/caregiver.js";
import type { Problem } from "../src/model/problem.js";
import type { Transport } from "../src/model/transport.js";
import { onTour, tourDates } from "./onTour.js";

/** A way between a home and the base, five minutes to board and five to alight, of the highest priority. */
export const ride = (id: string, amend: Partial<Transport>): Transport => ({
  id,
  from: "home-1",
  to: "base",
  boardMinutes: 5,
  alightMinutes: 5,
  priority: 1,
  ...amend,
});

/** Two caregivers, each with a van of her own, on the road of `onTour`; beds at the base; nobody to visit. */
export function toBeds(transports: readonly Transport[], free: Beds["free"], days = 1): Problem {
  const { tours, vehicles, ...problem } = onTour({ days });
  const caregivers = problem.caregivers.map(
    (caregiver, row): Caregiver => ({
      ...caregiver,
      shifts: caregiver.shifts.map((shift) => ({ ...shift, vehicle: `van-${row + 1}` })),
    }),
  );
  return {
    ...problem,
    caregivers,
    vehicles: ["van-1", "van-2"].map((id) => ({ id, seats: 2 })),
    visits: [],
    transports: [...transports],
    beds: [{ place: "base", free }],
  };
}

export { tourDates };

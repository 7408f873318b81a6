import { knownSecondsOfDay } from "./clock.js";
import type { Problem } from "./problem.js";
import { serviceSeconds } from "./windowsOf.js";

/** The service that a visit states, whoever makes it: seconds. */
export const statedSeconds = (visit: Problem["visits"][number]): number => serviceSeconds(visit, 1);

/**
 * What each caregiver has to do of all service where it is shared by the length of shifts: whole seconds, in the order of
 * caregivers.
 */
export function fairShareSeconds({ caregivers, visits, horizon }: Problem): number[] {
  const service = visits.reduce((sum, visit) => sum + statedSeconds(visit), 0);
  const shifts = caregivers.map((caregiver) =>
    caregiver.shifts
      .filter(({ date }) => horizon.from <= date && date <= horizon.to)
      .reduce((sum, { from, to }) => sum + knownSecondsOfDay(to) - knownSecondsOfDay(from), 0),
  );
  const all = shifts.reduce((sum, seconds) => sum + seconds, 0);
  return shifts.map((seconds) => (all === 0 ? 0 : Math.floor((service * seconds) / all)));
}

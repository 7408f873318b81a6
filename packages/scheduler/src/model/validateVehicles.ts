import { daysBetween, type Issue, jsonPointer, reportMissing } from "@eldercare/core";
import { knownSecondsOfDay, secondsPerDay } from "./clock.js";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";
import { datesOf, shiftOf, type Tour, tourDays } from "./tour.js";

interface Use {
  readonly from: number;
  readonly to: number;
}

/** From when to when a tour has its vehicle, nights among it; undefined where its leader has no shift. */
function useOf(tour: Tour, { caregivers, horizon }: Problem): Use | undefined {
  const leader = caregivers.find(({ id }) => id === tour.crew[0]);
  const dates = datesOf(tour);
  const [first, last] = [dates[0], dates.at(-1)].map((date) => shiftOf(leader, date ?? ""));
  if (first === undefined || last === undefined) return undefined;
  const moment = (date: string, clock: string): number => daysBetween(horizon.from, date) * secondsPerDay + knownSecondsOfDay(clock);
  return { from: moment(first.date, first.from), to: moment(last.date, last.to) };
}

/** What is wrong with how the shifts and tours of a problem of the right shape use its vehicles. */
export function validateVehicles(problem: Problem): Issue[] {
  const { caregivers, vehicles = [], tours = [], horizon } = problem;
  const known = new Set(vehicles.map(({ id }) => id));
  const onTour = tourDays(problem);
  const uses = new Map<string, Use[]>();
  const clashes = (vehicle: string, use: Use): boolean => {
    const others = uses.get(vehicle) ?? [];
    uses.set(vehicle, [...others, use]);
    return others.some((other) => use.from < other.to && other.from < use.to);
  };
  const byShifts = caregivers.flatMap(({ id, shifts }, row) =>
    shifts.flatMap(({ vehicle, date, ...hours }, index): Issue[] => {
      if (vehicle === undefined) return [];
      const pointer = jsonPointer(["caregivers", row, "shifts", index, "vehicle"]);
      if (!known.has(vehicle)) return [reportMissing("vehicle", pointer, vehicle)];
      // on a tour it is the tour that has the vehicle
      if (onTour(id, date) !== undefined) return [];
      const midnight = daysBetween(horizon.from, date) * secondsPerDay;
      return clashes(vehicle, { from: midnight + knownSecondsOfDay(hours.from), to: midnight + knownSecondsOfDay(hours.to) })
        ? [reportSchedulerIssue("VEHICLE_TWICE_AT_ONCE", pointer, { seen: vehicle, values: { date } })]
        : [];
    }),
  );
  const byTours = tours.flatMap((tour, row) => {
    const use = useOf(tour, problem);
    return use !== undefined && clashes(tour.vehicle, use)
      ? [
          reportSchedulerIssue("VEHICLE_TWICE_AT_ONCE", jsonPointer(["tours", row, "vehicle"]), {
            seen: tour.vehicle,
            values: { date: datesOf(tour).join(", ") },
          }),
        ]
      : [];
  });
  return [...byShifts, ...byTours];
}

import { type Issue, jsonPointer, reportIssue } from "@eldercare/core";
import { knownSecondsOfDay } from "./clock.js";
import { reportSchedulerIssue } from "./codes.js";
import type { Problem } from "./problem.js";

interface Use {
  readonly from: number;
  readonly to: number;
}

/** What is wrong with how the shifts of a problem of the right shape use its vehicles. */
export function validateVehicles({ caregivers, vehicles = [] }: Problem): Issue[] {
  const known = new Set(vehicles.map(({ id }) => id));
  const uses = new Map<string, Use[]>();
  return caregivers.flatMap(({ shifts }, row) =>
    shifts.flatMap(({ vehicle, date, ...hours }, index): Issue[] => {
      if (vehicle === undefined) return [];
      const pointer = jsonPointer(["caregivers", row, "shifts", index, "vehicle"]);
      if (!known.has(vehicle)) return [reportIssue("REFERENCE_NOT_FOUND", pointer, { seen: vehicle, values: { what: "vehicle" } })];
      const key = JSON.stringify([vehicle, date]);
      const use = { from: knownSecondsOfDay(hours.from), to: knownSecondsOfDay(hours.to) };
      const others = uses.get(key) ?? [];
      uses.set(key, [...others, use]);
      return others.some((other) => use.from < other.to && other.from < use.to)
        ? [reportSchedulerIssue("VEHICLE_TWICE_AT_ONCE", pointer, { seen: vehicle, values: { date } })]
        : [];
    }),
  );
}

import type { Problem } from "../model/problem.js";
import type { Vehicle } from "../model/vehicle.js";
import type { CaregiverDay } from "./checkHalf.js";

/** The vehicle that a shift drives; undefined where it names none. */
export function drivenOn({ vehicles = [] }: Pick<Problem, "vehicles">, { shift }: Pick<CaregiverDay, "shift">): Vehicle | undefined {
  return shift.vehicle === undefined ? undefined : vehicles.find(({ id }) => id === shift.vehicle);
}
